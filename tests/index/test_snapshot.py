import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from qa_service.errors import IndexDamaged, IndexMismatch, IndexMissing, ServiceError
from qa_service.index import snapshot
from qa_service.index.builder import build
from qa_service.index.dense import DenseIndex, DenseKind
from qa_service.index.snapshot import POINTER, PartIndex, open_snapshot
from qa_service.sealed import SEAL, sha256
from tests.index.samples import WordEncoder, make_corpus, words


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of a snapshot that is current."""
    return tmp_path / build(make_corpus(), WordEncoder(), tmp_path, words).generation


def reseal(folder: Path) -> None:
    listed = json.loads((folder / SEAL).read_text())
    for name in listed:
        listed[name] = ((folder / name).stat().st_size, sha256(folder / name))
    (folder / SEAL).write_text(json.dumps(listed))


def test_no_index_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(IndexMissing) as refused:
        open_snapshot(tmp_path / "nowhere", "word-encoder")
    assert refused.value.values == {"folder": str(tmp_path / "nowhere")}


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param(lambda file: file.unlink(), id="missing"),
        pytest.param(lambda file: file.write_bytes(file.read_bytes()[:-1]), id="cut short"),
        pytest.param(lambda file: file.write_bytes(bytes(file.stat().st_size)), id="overwritten"),
    ],
)
def test_damage_to_any_file_is_refused_by_name(built: Path, harm: Callable[[Path], None]) -> None:
    for file in [path for path in built.rglob("*") if path.is_file()]:
        whole = file.read_bytes()
        harm(file)
        with pytest.raises(IndexDamaged) as refused:
            open_snapshot(built.parent, "word-encoder")
        assert refused.value.values["file"] == str(file)
        file.write_bytes(whole)
    open_snapshot(built.parent, "word-encoder")


@pytest.mark.parametrize(
    "pointer",
    [b"", b"\xff\xfe", b"../elsewhere", b"20200101T000000000000-00000000", b"."],
    ids=["empty", "not text", "another place", "gone", "the folder itself"],
)
def test_a_pointer_to_no_snapshot_is_refused(built: Path, pointer: bytes) -> None:
    (built.parent / POINTER).write_bytes(pointer)
    with pytest.raises(IndexDamaged):
        open_snapshot(built.parent, "word-encoder")


def test_another_models_snapshot_is_refused(built: Path) -> None:
    with pytest.raises(IndexMismatch) as refused:
        open_snapshot(built.parent, "another")
    assert refused.value.values == {"what": "model", "expected": "another", "found": "word-encoder"}


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        pytest.param("manifest.json", b"{}", IndexDamaged, id="another manifest"),
        pytest.param("manifest.json", b"\x00", IndexDamaged, id="no manifest"),
        pytest.param("corpus.json", b'{"documents": [1]}', IndexMismatch, id="other records"),
    ],
)
def test_sealed_content_of_another_kind_is_refused(
    built: Path, name: str, content: bytes, expected: type[ServiceError]
) -> None:
    (built / name).write_bytes(content)
    reseal(built)
    with pytest.raises(expected):
        open_snapshot(built.parent, "word-encoder")


@pytest.mark.parametrize(("key", "what"), [("layout", "layout"), ("versions", "version")])
def test_another_versions_snapshot_is_refused(built: Path, key: str, what: str) -> None:
    manifest = json.loads((built / "manifest.json").read_text())
    manifest[key] = 0 if key == "layout" else {"qa-service": "0.0.0"}
    (built / "manifest.json").write_text(json.dumps(manifest))
    reseal(built)
    with pytest.raises(IndexMismatch) as refused:
        open_snapshot(built.parent, "word-encoder")
    assert refused.value.values["what"] == what


def test_a_snapshot_that_is_replaced_while_it_is_opened_gives_way_to_the_new_one(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["removed meanwhile", built.name, built.name, built.name])
    monkeypatch.setattr(snapshot, "current_generation", lambda _: next(names))
    assert open_snapshot(built.parent, "word-encoder").generation == built.name


def test_a_passage_scores_by_its_best_part_and_one_without_parts_by_the_lowest() -> None:
    vectors = np.eye(3, dtype=np.float32)
    index = PartIndex(DenseIndex.build(vectors, DenseKind.EXACT), np.array([0, 0, 2]), passages=4)
    scores = index.scores(np.array([0.1, 0.8, 0.6], np.float32))
    assert scores.tolist() == pytest.approx([0.8, 0.1, 0.6, 0.1])
    assert index.of(0).tolist() == vectors[:2].tolist()
    assert len(index.of(1)) == 0


def test_without_any_parts_every_passage_scores_alike() -> None:
    index = PartIndex(DenseIndex.build(np.empty((0, 3), np.float32), DenseKind.EXACT), np.array([], int), 2)
    assert len(set(index.scores(np.ones(3, np.float32)).tolist())) == 1
