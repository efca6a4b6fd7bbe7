import json
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_service.errors import StorageFull
from qa_service.sealed import SEAL, SealError, check_seal, exclusive, read_seal, write_sealed


def write_two(folder: Path) -> None:
    (folder / "a.txt").write_text("алма")
    (folder / "inner").mkdir()
    (folder / "inner" / "b.txt").write_text("бала")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write_sealed(tmp_path / "sealed", write_two)
    return tmp_path / "sealed"


def test_the_seal_lists_every_file_with_its_size(folder: Path) -> None:
    assert {name: size for name, (size, _) in read_seal(folder).items()} == {"a.txt": 8, "inner/b.txt": 8}
    check_seal(folder)


@pytest.mark.parametrize(
    ("harm", "reason"),
    [
        pytest.param(lambda file: file.unlink(), "missing", id="missing"),
        pytest.param(lambda file: file.write_text("ал"), "4 bytes instead of 8", id="cut short"),
        pytest.param(lambda file: file.write_text("анар"), "changed", id="changed"),
    ],
)
def test_every_change_is_seen_and_named(folder: Path, harm: Callable[[Path], None], reason: str) -> None:
    harm(folder / "a.txt")
    with pytest.raises(SealError) as broken:
        check_seal(folder)
    assert (broken.value.file, broken.value.reason) == ("a.txt", reason)


@pytest.mark.parametrize("seal", [b"", b"[]", b'{"a.txt": 1}', b"\xff"])
def test_what_is_not_a_seal_is_refused(folder: Path, seal: bytes) -> None:
    (folder / SEAL).write_bytes(seal)
    with pytest.raises(SealError):
        check_seal(folder)


def test_files_that_are_not_to_be_hashed_are_compared_by_size(folder: Path) -> None:
    (folder / "a.txt").write_text("анар")
    check_seal(folder, hashed=lambda name: name != "a.txt")


def test_writing_again_replaces_the_folder(folder: Path) -> None:
    write_sealed(folder, lambda aside: (aside / "c.txt").touch())
    assert list(read_seal(folder)) == ["c.txt"]


def test_a_failed_write_leaves_the_folder_that_was_there(folder: Path) -> None:
    before = json.loads((folder / SEAL).read_text())

    def fails(aside: Path) -> None:
        (aside / "c.txt").touch()
        raise ValueError("out of ink")

    with pytest.raises(ValueError, match="out of ink"):
        write_sealed(folder, fails)
    assert json.loads((folder / SEAL).read_text()) == before
    assert [path.name for path in folder.parent.iterdir()] == ["sealed"]


def test_what_a_killed_writer_left_is_cleared_by_the_next(tmp_path: Path) -> None:
    (tmp_path / ".aside-left").mkdir()
    with exclusive(tmp_path):
        assert not (tmp_path / ".aside-left").exists()


def test_a_second_writer_waits_for_the_first(tmp_path: Path) -> None:
    order: list[str] = []

    def second() -> None:
        with exclusive(tmp_path):
            order.append("second")

    with exclusive(tmp_path):
        waiting = threading.Thread(target=second)
        waiting.start()
        waiting.join(0.1)
        order.append("first")
    waiting.join()
    assert order == ["first", "second"]


def test_a_place_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageFull) as refused, exclusive(tmp_path / "file"):
        pass
    assert refused.value.values["folder"] == str(tmp_path / "file")
