import hashlib
import os
from concurrent.futures import ThreadPoolExecutor
from itertools import product
from pathlib import Path

import numpy as np
import pytest

from qa_service.embedding import bundled
from qa_service.embedding.bundled import bundled_folder, converted_folder
from qa_service.embedding.conversion import GRAPH
from qa_service.embedding.runtime import Graph
from qa_service.errors import ModelUnavailable, StorageFull
from qa_service.sealed import check_seal
from tests.embedding.small_weights import write_small_weights
from tests.killing import kill_at_every_step


@pytest.fixture
def weights(tmp_path: Path) -> Path:
    file = tmp_path / "weights.bin"
    write_small_weights(file)
    return file


def convert_small(weights: Path, cache: Path) -> Path:
    digest = hashlib.sha256(weights.read_bytes()).hexdigest()
    return converted_folder(cache / "small", lambda: weights, digest)


def test_the_converted_folder_is_made_once(weights: Path, tmp_path: Path) -> None:
    folder = convert_small(weights, tmp_path / "cache")
    before = folder.stat().st_ino
    assert convert_small(weights, tmp_path / "cache").stat().st_ino == before


@pytest.mark.parametrize(
    ("name", "damage"),
    [
        *product([GRAPH, f"{GRAPH}.data", "seal.json"], ["missing", "cut short", "changed"]),
        # Too large to be hashed at every start, and the service never reads it.
        *product(["model.safetensors"], ["missing", "cut short"]),
    ],
)
def test_a_damaged_folder_is_converted_again(weights: Path, tmp_path: Path, name: str, damage: str) -> None:
    file = convert_small(weights, tmp_path / "cache") / name
    data = file.read_bytes()
    harm(file, damage)
    convert_small(weights, tmp_path / "cache")
    assert file.read_bytes() == data


def harm(file: Path, damage: str) -> None:
    data = file.read_bytes()
    if damage == "missing":
        file.unlink()
    else:
        file.write_bytes(data[:-5] if damage == "cut short" else data[:-5] + b"Q" + data[-4:])


def test_a_conversion_that_is_killed_at_any_step_is_done_by_the_next_start(
    weights: Path, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"

    def whole_or_absent() -> None:
        if (cache / "small").exists():
            check_seal(cache / "small")

    steps = kill_at_every_step(lambda: convert_small(weights, cache), whole_or_absent)
    assert steps > 20
    check_seal(cache / "small")
    assert [path.name for path in cache.iterdir() if path.name != ".lock"] == ["small"]


def test_starts_at_the_same_time_share_one_folder(weights: Path, tmp_path: Path) -> None:
    with ThreadPoolExecutor(4) as threads:
        folders = set(threads.map(lambda _: convert_small(weights, tmp_path / "cache"), range(4)))
    check_seal(folders.pop())
    assert not folders


def test_the_graph_keeps_the_weights_that_the_folder_gives_to_others(weights: Path, tmp_path: Path) -> None:
    vectors = Graph(convert_small(weights, tmp_path / "cache"), threads=1).run(
        np.array([[0, 5, 6, 2]]), np.ones((1, 4), np.int64)
    )
    assert vectors.shape == (1, 4, 64)
    assert np.isfinite(vectors).all()


def test_other_weights_under_the_known_name_are_refused(weights: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="known file"):
        converted_folder(tmp_path / "cache" / "small", lambda: weights, "0" * 64)


def test_a_missing_package_is_told(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bundled, "PACKAGE", "no_such_package")
    with pytest.raises(ModelUnavailable, match="no_such_package"):
        bundled_folder(tmp_path)


def test_a_cache_that_cannot_be_written_is_told(weights: Path, tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file stands here")
    with pytest.raises(StorageFull, match="cache"):
        convert_small(weights, tmp_path / "cache")


def test_a_full_disk_leaves_nothing_behind(
    weights: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(bundled, "convert", full)
    with pytest.raises(StorageFull):
        convert_small(weights, tmp_path / "cache")
    assert [path.name for path in (tmp_path / "cache").iterdir()] == [".lock"]
