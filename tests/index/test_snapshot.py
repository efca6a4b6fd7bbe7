from collections.abc import Callable
from pathlib import Path

import pytest

from qa_service.errors import IndexDamaged, IndexMismatch, IndexMissing, ServiceError
from qa_service.index import snapshot
from qa_service.index.builder import build
from qa_service.index.snapshot import POINTER, open_snapshot
from tests.index.samples import WordEncoder, change_manifest, make_corpus, reseal, words


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The folder of a snapshot that is current."""
    return tmp_path / build(make_corpus(), WordEncoder(), tmp_path, words).generation


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
    change_manifest(built, key, 0 if key == "layout" else {"qa-service": "0.0.0"})
    with pytest.raises(IndexMismatch) as refused:
        open_snapshot(built.parent, "word-encoder")
    assert refused.value.values["what"] == what


def test_a_snapshot_that_is_replaced_while_it_is_opened_gives_way_to_the_new_one(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = iter(["removed meanwhile", built.name, built.name, built.name])
    monkeypatch.setattr(snapshot, "current_generation", lambda _: next(names))
    assert open_snapshot(built.parent, "word-encoder").generation == built.name
