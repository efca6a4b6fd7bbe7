"""What people write is read safely, and refused with its file and line."""

from os import mkfifo
from pathlib import Path

import pytest

from qa_service.corpus_files import read_rows, read_text
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


def table(root: Path, text: str) -> list[dict[str, str]]:
    (root / "table.tsv").write_bytes(text.encode())
    return [dict(row.cells) for row in read_rows(root, "table.tsv", ("line", "kk"), ("ru",), blank=("kk",))]


def test_cells_are_read_by_the_names_of_their_columns_in_any_order(tmp_path: Path) -> None:
    assert table(tmp_path, "kk\tline\nбала\t7\n") == [{"kk": "бала", "line": "7"}]


def test_signs_and_spaces_between_tabs_are_the_cell(tmp_path: Path) -> None:
    [row] = table(tmp_path, 'line\tkk\n7\t "а\u2028б\n')
    assert row["kk"] == ' "а\u2028б'


def test_a_byte_order_mark_comments_and_blank_lines_are_passed_over(tmp_path: Path) -> None:
    text = "\ufeff# why\r\n\r\nline\tkk\r\n# 1\tа\r\n7\tә\r\n"
    assert table(tmp_path, text) == [{"line": "7", "kk": "ә"}]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("# only\n", "line 1: no column line", id="no header"),
        pytest.param("\nline\tru\n", "line 2: no column kk", id="a column is missing"),
        pytest.param("line\tkk\trus\n", "line 1: unknown column rus", id="a misspelt column"),
        pytest.param("line\tkk\tkk\n", "line 1: column kk stands twice", id="a column twice"),
        pytest.param("line\tkk\n\n7\n", "line 3: 1 cells instead of 2", id="too few cells"),
        pytest.param("line\tkk\n7\tа\tб\n", "line 2: 3 cells instead of 2", id="too many cells"),
        pytest.param("line\tkk\tru\n7\tа\t \n", "line 2: ru is empty", id="an empty cell"),
    ],
)
def test_a_table_that_breaks_its_columns_is_refused_with_its_line(
    tmp_path: Path, text: str, reason: str
) -> None:
    with pytest.raises(CorpusUnreadable) as refused:
        table(tmp_path, text)
    assert refused.value.values == {"file": str(tmp_path / "table.tsv"), "reason": reason}


@pytest.mark.parametrize("cell", ["-1", "7.0", "٧", "²", " 7", "seven"])
def test_only_plain_digits_are_a_number(tmp_path: Path, cell: str) -> None:
    (tmp_path / "table.tsv").write_text(f"line\n{cell}\n", encoding="utf-8")
    [row] = read_rows(tmp_path, "table.tsv", ("line",))
    with pytest.raises(CorpusUnreadable, match="line 2: line is no number"):
        row.number("line")
