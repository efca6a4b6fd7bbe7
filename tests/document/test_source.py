from os import mkfifo
from pathlib import Path

import pytest

from qa_service.document.source import Layout, layout_of, numbered, read_text, split_lines
from qa_service.errors import CorpusUnreadable


def refusal(root: Path, name: str) -> str:
    with pytest.raises(CorpusUnreadable) as refused:
        read_text(root, name)
    assert refused.value.values["file"] == str(root / name)
    return str(refused.value.values["reason"])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"", "empty", id="no bytes"),
        pytest.param(b" \n\n\t", "empty", id="blank"),
        pytest.param("Бала\0".encode(), "NUL at byte 8", id="NUL"),
        pytest.param("Бала".encode("cp1251"), "not UTF-8 at byte 0", id="another encoding"),
        pytest.param("Бала".encode()[:-1], "not UTF-8 at byte 6", id="cut in a letter"),
    ],
)
def test_a_file_that_is_no_text_is_refused_with_its_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    (tmp_path / "text.txt").write_bytes(data)
    assert refusal(tmp_path, "text.txt") == reason


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path, "text.txt") == "no such file"


def test_a_folder_is_not_a_text(tmp_path: Path) -> None:
    (tmp_path / "text.txt").mkdir()
    assert refusal(tmp_path, "text.txt") == "not a file"


def test_a_pipe_is_refused_and_not_waited_for(tmp_path: Path) -> None:
    mkfifo(tmp_path / "text.txt")
    assert refusal(tmp_path, "text.txt") == "not a file"


def test_a_path_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "inside").mkdir()
    (tmp_path / "secret.txt").write_text("secret", encoding="utf-8")
    assert refusal(tmp_path / "inside", "../secret.txt") == "leads outside its folder"


@pytest.mark.parametrize("target", ["../secret.txt", "own.txt"])
def test_a_symbolic_link_is_refused_wherever_it_leads(tmp_path: Path, target: str) -> None:
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "own.txt").write_text("own", encoding="utf-8")
    (inside / "text.txt").symlink_to(target)
    assert refusal(inside, "text.txt") == "leads outside its folder"


def test_a_byte_order_mark_is_not_text(tmp_path: Path) -> None:
    (tmp_path / "text.txt").write_bytes(b"\xef\xbb\xbf" + "Бала".encode())
    assert read_text(tmp_path, "text.txt") == "Бала"


def test_lines_keep_their_numbers_and_the_gap_above_them() -> None:
    lines = numbered(split_lines("\nfirst\r\n      second\n\n\n\nthird\n"))
    assert [(line.number, line.text, line.gap) for line in lines] == [
        (2, "first", 1),
        (3, "      second", 0),
        (7, "third", 3),
    ]
    assert [line.indented for line in lines] == [False, True, False]
    assert [line.page_break for line in lines] == [False, False, True]


def test_a_form_feed_or_line_separator_inside_a_line_does_not_shift_the_numbers() -> None:
    assert len(numbered(split_lines("one\u2028still one\x0cstill one\ntwo"))) == 2


def test_a_single_leading_space_is_no_indent() -> None:
    assert not numbered([" бекiтiлген"])[0].indented


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        pytest.param("      One\ntwo\n      Three", Layout(indented=True, wrapped=True), id="printed page"),
        pytest.param("One\ntwo\n\nThree", Layout(indented=False, wrapped=True), id="blank lines"),
        pytest.param(
            f"Title\n{'word ' * 60}\n{'word ' * 60}", Layout(indented=False, wrapped=False), id="unbroken"
        ),
    ],
)
def test_the_layout_is_read_off_the_lines(text: str, layout: Layout) -> None:
    assert layout_of(numbered(text.split("\n"))) == layout
