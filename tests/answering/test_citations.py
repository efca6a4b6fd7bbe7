"""Quotes and highlights over the real report."""

from dataclasses import replace

import pytest

from qa_service.answering.citations import cited, cited_rows, quoted
from qa_service.answering.figures.outcome import Spot
from qa_service.answering.records import Citation, Figure
from qa_service.answering.sentences import Sentence, spans_of
from qa_service.document.records import Kind, Passage, Status
from qa_service.service import Service
from tests.answering.samples import hit
from tests.search.samples import passage as made

DOCUMENT = "P2100000942"
TEXT = "Всего было 100 детей. Затем их стало 50. Из них 40 живут дома."
PASSAGE = Passage("d.ru.1", "d", "ru", Status.WORKING, Kind.PARAGRAPH, TEXT, (1, 2))


def test_a_quote_leaves_nothing_out_between_two_sentences() -> None:
    apart = ((0, 21), (41, len(TEXT)))
    assert quoted(Citation(PASSAGE, apart)).text == TEXT


def test_a_quote_and_its_official_words_are_verbatim() -> None:
    official = replace(PASSAGE, id="d.kk.1", language="kk", status=Status.OFFICIAL, text="Бір.  Екі. Үш.")
    wording = quoted(Citation(PASSAGE, ((0, 21),), official, ((0, 4), (6, 10))))
    assert wording.original is not None
    assert (wording.text, wording.original.text) == (TEXT[:21], "Бір.  Екі.")


def test_the_cell_is_highlighted_and_not_the_same_digits_elsewhere_in_its_row(service: Service) -> None:
    (row,) = cited_rows(service.snapshot, [cell(service, 5, 9, 3, "ru")], "ru")
    assert row.counterpart is not None
    for passage, spans in ((row.passage, row.highlights), (row.counterpart, row.counterpart_highlights)):
        ((start, end),) = spans
        assert f" {passage.text[start:end]} " == passage.text[start - 1 : end + 1] == " 9 "


def test_a_row_is_cited_once_with_all_its_cells(service: Service) -> None:
    spots = [cell(service, 22, 1, column, "ru") for column in (3, 0)]
    (row,) = cited_rows(service.snapshot, spots, "ru")
    assert [row.passage.text[start:end] for start, end in row.highlights] == ["2916", "2861"]


def test_the_best_sentence_is_highlighted_in_both_editions() -> None:
    official = made(2, "Мектептер салынды. Мұғалімдер оқытылды.")
    found = hit("Построены школы. Обучены учителя.", counterpart=official)
    scored = zip(spans_of(found.passage), (0.0, 5.0), strict=True)
    citation = cited(found, tuple(Sentence(span, score, frozenset()) for span, score in scored))
    wording = quoted(citation)
    assert (wording.text, wording.language, wording.quote) == ("Обучены учителя.", "ru", True)
    assert wording.original is not None
    assert (wording.original.text, wording.original.language) == ("Мұғалімдер оқытылды.", "kk")


def test_an_official_quote_has_no_other_beside_it() -> None:
    official = made(2, "Мектептер салынды.")
    assert quoted(Citation(official, ((0, 18),), PASSAGE, ((0, 21),))).original is None


@pytest.mark.parametrize(("language", "shown"), [("kk", "kk"), ("ru", "ru"), ("en", "kk")])
def test_a_row_is_shown_in_the_readers_language_and_else_as_the_official_one(
    service: Service, language: str, shown: str
) -> None:
    (row,) = cited_rows(service.snapshot, [cell(service, 6, 9, 3, shown)], language)
    assert row.passage.id == f"{DOCUMENT}.{shown}.t6.r9"
    assert (row.counterpart is None) is (shown == "kk")


def cell(service: Service, number: int, row: int, column: int, language: str) -> Spot:
    table = service.library.table(number, language)
    printed = table.rows[row - 1]
    figure = Figure(
        value=printed.values[column],
        number=None,
        unit=None,
        table=number,
        row=printed.label,
        column=table.columns[column],
        lines=printed.lines,
    )
    return Spot(DOCUMENT, table.title, figure, row)
