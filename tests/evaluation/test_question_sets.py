"""The questions that the project holds stand on the source, word for word."""

from pathlib import Path

import pytest

from qa_service.evaluation.comparison import holds_answer, holds_quote
from qa_service.evaluation.question_files import read_questions
from qa_service.evaluation.questions import QuestionSets

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "corpus/P2100000942/kk.txt").read_text("utf-8").split("\n")
WHOLE = " ".join(SOURCE)


@pytest.fixture(scope="module")
def held() -> QuestionSets:
    return read_questions(ROOT / "tests/questions")


def span(first: int, last: int) -> str:
    return " ".join(SOURCE[first - 1 : last])


def test_the_sets_are_large_enough_to_tell_three_points(held: QuestionSets) -> None:
    assert len(held.text) >= 160
    assert len(held.cells) >= 120
    assert len(held.unanswerable) >= 120
    assert len(held.lookups) >= 50
    assert len(held.languages) >= 150


def test_every_question_is_put_in_both_languages_and_once(held: QuestionSets) -> None:
    questions = [
        *(one.question for one in held.text),
        *(one.question for one in held.cells),
        *(one.question for one in held.unanswerable),
    ]
    assert all(set(one) == {"kk", "ru"} and all(one.values()) for one in questions)
    kazakh = [one["kk"] for one in questions]
    assert sorted(kazakh) == sorted(set(kazakh))


def test_evidence_stands_in_the_lines_that_it_names(held: QuestionSets) -> None:
    astray = [one.id for one in held.text if not holds_quote(span(*one.lines), one.evidence)]
    assert astray == []


def test_every_further_quote_stands_in_the_source_too(held: QuestionSets) -> None:
    quotes = {quote for one in held.text for quote in one.evidence}
    assert [quote for quote in quotes if not holds_quote(WHOLE, [quote])] == []


def test_short_answers_stand_in_the_lines_that_they_name(held: QuestionSets) -> None:
    pairs = [(one, answer) for one in held.text for answer in one.answers]
    assert [(one.id, answer) for one, answer in pairs if not holds_answer(span(*one.lines), [answer])] == []


def test_cells_stand_in_the_rows_that_they_name_and_every_table_is_asked_about(held: QuestionSets) -> None:
    assert [one.id for one in held.cells if not holds_quote(span(*one.lines), one.answers)] == []
    assert {one.table for one in held.cells} == set(range(1, 42))


def test_places_of_references_stand_at_their_lines(held: QuestionSets) -> None:
    places = [place for one in held.lookups for place in one.expect]
    lost = [
        one
        for one in places
        if not holds_quote(span(one.line, one.line + 3), [one.quote or one.heading or ""])
    ]
    assert lost == []


def test_unanswerable_questions_are_of_every_type(held: QuestionSets) -> None:
    assert {one.type for one in held.unanswerable} == {"near", "other", "off"}
