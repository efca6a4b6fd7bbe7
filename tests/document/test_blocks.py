from pathlib import Path

import pytest

from qa_service.document.blocks import Block, read_blocks
from qa_service.errors import CorpusUnreadable


def write(folder: Path, **files: str) -> Path:
    (folder / "ru").mkdir()
    for name, text in files.items():
        (folder / "ru" / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def test_blocks_are_read_in_the_order_of_the_files(tmp_path: Path) -> None:
    root = write(tmp_path, b="@5-9\nВторой  абзац\n", a="@2-3\nПервый абзац\n\n@4-4\nЗаголовок\n")
    assert read_blocks(root, "ru") == (
        Block((2, 3), "Первый абзац", "ru/a.txt", 2),
        Block((4, 4), "Заголовок", "ru/a.txt", 5),
        Block((5, 9), "Второй абзац", "ru/b.txt", 2),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("@2-3\n", "block at line 1 has no second line", id="no text"),
        pytest.param("Текст\n@2-3\n", "block at line 1 is not a marker", id="no marker"),
        pytest.param("@2-3\nОдин\nДва\n@4-4\n", "block at line 3 is not a marker", id="two lines of text"),
        pytest.param("@2-3\n@4-5\n", "block at line 1 is not a marker", id="two markers"),
        pytest.param("@2-3\n\nТекст\n", "block at line 1 is not a marker", id="gap in a block"),
        pytest.param("@3-2\nТекст\n", "block at line 1 ends before it begins", id="backwards"),
        pytest.param("@2-4\nОдин\n\n@4-5\nДва\n", "block at line 4 does not go on", id="overlap"),
        pytest.param("", "empty", id="empty file"),
    ],
)
def test_a_broken_block_is_refused(tmp_path: Path, text: str, reason: str) -> None:
    with pytest.raises(CorpusUnreadable) as refused:
        read_blocks(write(tmp_path, a=text), "ru")
    assert str(refused.value.values["reason"]).startswith(reason)


def test_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match="no such folder"):
        read_blocks(tmp_path, "ru")
