from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.document.questions import with_questions
from qa_service.document.records import Document, Edition
from qa_service.errors import CorpusUnreadable
from tests.search.samples import corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "d" / "questions").mkdir(parents=True)
    return tmp_path


def write(folder: Path, text: str, name: str = "a.tsv") -> None:
    (folder / "d" / "questions" / name).write_text(text, encoding="utf-8")


def asked(folder: Path) -> dict[str, tuple[str, ...]]:
    """The questions of each passage that has some, by its id."""
    document = with_questions(corpus().documents[0], folder)
    passages = (passage for edition in document.editions for passage in edition.passages)
    return {passage.id: passage.questions for passage in passages if passage.questions}


def refusal(folder: Path) -> str:
    with pytest.raises(CorpusUnreadable) as refused:
        asked(folder)
    return str(refused.value.values["reason"])


def test_each_edition_gets_the_questions_in_its_language(folder: Path) -> None:
    write(folder, "line\tkk\tru\n2\tҚанша жетім бар?\tСколько сирот?\n")
    assert asked(folder) == {"d.kk.2": ("Қанша жетім бар?",), "d.ru.2": ("Сколько сирот?",)}


def test_questions_of_several_lines_and_files_come_together_in_their_order(folder: Path) -> None:
    write(folder, "line\tkk\n3\tЕкінші?\n3\tҮшінші?\n", "b.tsv")
    write(folder, "line\tkk\n3\tБірінші?\n", "a.tsv")
    assert asked(folder) == {"d.kk.3": ("Бірінші?", "Екінші?", "Үшінші?")}


def test_a_passage_that_was_not_translated_keeps_its_questions_to_its_language(folder: Path) -> None:
    write(folder, "line\tkk\tru\n4\tҚанша?\tСколько?\n")
    assert asked(folder) == {"d.kk.4": ("Қанша?",)}


def test_a_document_without_questions_stays_as_it_is(tmp_path: Path) -> None:
    document = corpus().documents[0]
    assert with_questions(document, tmp_path) == document


def test_questions_change_nothing_but_themselves(folder: Path) -> None:
    write(folder, "line\tkk\tru\n2\tҚанша?\tСколько?\n")
    document = corpus().documents[0]
    found = with_questions(document, folder)
    assert replace(found, editions=tuple(map(_unasked, found.editions))) == document


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("line\tkk\n99\tҚанша?\n", "line 2: no passage d.kk.99"),
        ("place\tkk\n2\tҚанша?\n", "line 1: no column line"),
        ("line\tkz\n2\tҚанша?\n", "line 1: unknown column kz"),
        ("", "empty"),
        ("line\tkk\tru\n2\tҚанша?\n", "line 2: 2 cells instead of 3"),
        ("line\tkk\tru\n2\tҚанша?\tСколько?\n2\t\tСколько?\n", "line 3: kk is empty"),
        ("line\tkk\n2\tҚанша?\tтағы\n", "line 2: 3 cells instead of 2"),
    ],
)
def test_a_file_that_breaks_the_format_is_refused(folder: Path, text: str, reason: str) -> None:
    write(folder, text)
    assert refusal(folder) == reason


def test_quotation_marks_are_part_of_a_question(folder: Path) -> None:
    write(folder, 'line\tkk\n2\t"Жетім" деген кім?\n')
    assert asked(folder) == {"d.kk.2": ('"Жетім" деген кім?',)}


def _unasked(edition: Edition) -> Edition:
    return replace(edition, passages=tuple(replace(each, questions=()) for each in edition.passages))


def test_the_reports_questions_reach_both_editions(report: Document) -> None:
    asked_of = with_questions(report, Path(__file__).parents[2] / "corpus")
    for edition in asked_of.editions:
        assert sum(bool(passage.questions) for passage in edition.passages) > 100
