import json
from pathlib import Path

import pytest

from qa_service.errors import CorpusUnreadable
from qa_service.evaluation.question_files import passed_over, read_questions

TEXT = {
    "id": "t-1",
    "kind": "text",
    "question": {"kk": "Не?", "ru": "Что?"},
    "evidence": ["бала"],
    "lines": [1, 2],
    "answers": [],
}


def put(folder: Path, name: str, *lines: object) -> None:
    (folder / name).write_text("".join(json.dumps(line) + "\n" for line in lines))


def test_every_file_of_a_kind_is_read_and_missing_kinds_are_left_out(tmp_path: Path) -> None:
    put(tmp_path, "text.jsonl", TEXT)
    put(tmp_path, "text.more.jsonl", TEXT | {"id": "t-2"})
    questions = read_questions(tmp_path)
    assert [one.id for one in questions.text] == ["t-1", "t-2"]
    assert not (questions.cells or questions.languages or questions.tables)


def test_whole_tables_do_not_pass_for_questions_about_cells(tmp_path: Path) -> None:
    rows = [{"label": "барлығы", "group": None, "values": ["1"]}]
    (tmp_path / "tables.json").write_text(json.dumps([{"table": 6, "rows": rows}]))
    questions = read_questions(tmp_path)
    assert [one.number for one in questions.tables] == [6]
    assert questions.cells == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{", "Invalid JSON"),
        (json.dumps(TEXT | {"evidence": []}), "evidence"),
        (json.dumps({"id": "t-9"}), "question"),
        (json.dumps(TEXT), "t-1 is taken"),
    ],
)
def test_a_malformed_line_is_named_by_file_and_number(tmp_path: Path, line: str, reason: str) -> None:
    (tmp_path / "text.jsonl").write_text(json.dumps(TEXT) + "\n\n" + line)
    with pytest.raises(CorpusUnreadable) as raised:
        read_questions(tmp_path)
    assert str(raised.value.values["file"]).endswith("text.jsonl:3")
    assert reason in str(raised.value.values["reason"])


def test_a_file_that_is_not_text_is_refused(tmp_path: Path) -> None:
    (tmp_path / "lookup.jsonl").write_bytes(b"\xff\xfe")
    with pytest.raises(CorpusUnreadable):
        read_questions(tmp_path)


def test_a_folder_that_is_not_there_is_told_from_one_without_questions(tmp_path: Path) -> None:
    (tmp_path / "quiz.jsonl").write_text("{}\n")
    for folder, reason in ((tmp_path / "nowhere", "no such folder"), (tmp_path, "no questions here: text")):
        with pytest.raises(CorpusUnreadable, match=reason):
            read_questions(folder)


def test_files_of_no_kind_are_named(tmp_path: Path) -> None:
    for name in ("text.jsonl", "texts.jsonl", "quiz.jsonl", "lookup-2.jsonl", "README.md"):
        put(tmp_path, name)
    assert passed_over(tmp_path) == ("quiz.jsonl",)


def test_a_byte_order_mark_is_no_part_of_the_first_question(tmp_path: Path) -> None:
    (tmp_path / "text.jsonl").write_text(json.dumps(TEXT), "utf-8-sig")
    assert len(read_questions(tmp_path).text) == 1
