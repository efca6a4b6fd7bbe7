"""The cells and headings of tables as facts."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from qa_service.checking.facts import Fact, Setting, official_lines
from qa_service.checking.grammar import grammar
from qa_service.checking.mentions import read_sentence
from qa_service.checking.numbers import readings
from qa_service.checking.records import Kind, Mention, Place, Span, Years
from qa_service.document.records import Edition, Passage, Row, Table
from qa_service.language.alphabet import fold
from qa_service.tables.headers import NUMBER_COLUMN

_SCALE_OF = re.compile(r"\d\s?$")


def table_facts(edition: Edition, official: Edition) -> Iterator[Fact]:
    """The facts of the tables of an edition: cells, then what their headings say.

    Their places are the passages of the rows and tables, of the official edition where this has none.
    """
    passages = {
        (each.table, each.row): each for each in (*official.passages, *edition.passages) if each.table
    }
    for table in edition.tables:
        whole = passages.get((table.number, None))
        if whole:
            rows = [passages.get((table.number, number), whole) for number, _ in enumerate(table.rows, 1)]
            yield from _cells(table, rows, edition.language)
            yield from _headings(table, whole, rows, edition.language)


def _cells(table: Table, passages: Sequence[Passage], language: str) -> Iterator[Fact]:
    columns = [(index, name) for index, name in enumerate(table.columns) if name != NUMBER_COLUMN]
    for row, passage in zip(table.rows, passages, strict=True):
        for index, column in columns:
            near = (_label(row), column)
            setting = _setting(table, row, column, language)
            place = Place(passage, row.lines, _highlight(passage, row, index), _label(row), column)
            for mention in _mentions(row.values[index], table, row, column, setting.years):
                yield Fact(mention, row.values[index], setting, place, near)


def _label(row: Row) -> str:
    return f"{row.group} / {row.label}" if row.group else row.label


def _setting(table: Table, row: Row, column: str, language: str) -> Setting:
    names = (table.title, table.unit, table.label_header, _label(row), column)
    dated = (column, _label(row), table.title)
    years = next((years for name in dated if (years := _years(name, language))), frozenset())
    return Setting(language, tuple(filter(None, names)), years=years)


@lru_cache(maxsize=4096)
def _years(text: str, language: str) -> Years:
    return frozenset().union(*(read_sentence(part, language).years for part in text.split(" / ")))


def _mentions(value: str, table: Table, row: Row, column: str, years: Years) -> Iterator[Mention]:
    """The figures of a cell, two in "701/888", in whole units."""
    told = [fold(text) for text in (column, row.label, row.group, table.unit, table.title) if text]
    named = (unit for text in told if (unit := grammar().unit_in(text)))
    unit = "percent" if "%" in value else next(named, "")
    factors = (factor for text in told if unit != "percent" and (factor := _factor(text)) > 1)
    scale = next(factors, 1)
    for part in value.replace("%", "").split("/"):
        digits = part.replace(" ", "").lstrip("-")
        for number in readings(digits):
            yield Mention(Kind.FIGURE, (0, 0), frozenset({number * scale}), unit=unit, years=years)


def _factor(heading: str) -> int:
    """What the figures under a heading are counted in: 1000 under "тыс. человек", 1 under "на 100 тыс."."""
    for factor, word in grammar().scales.items():
        match = word.search(heading)
        if match and not _SCALE_OF.search(heading[: match.start()]):
            return factor
    return 1


def _highlight(passage: Passage, row: Row, index: int) -> Span | None:
    """Where the cell stands in the text of its row; None where the place is the whole table."""
    value = row.values[index]
    before = (row.label, *(each for each in row.values[:index] if each))
    start = sum(len(each) + 1 for each in before)
    span = (start, start + len(value))
    return span if passage.row is not None and passage.text[slice(*span)] == value else None


def _headings(table: Table, whole: Passage, passages: Sequence[Passage], language: str) -> Iterator[Fact]:
    """Ages, dates and other numbers in the title, the rows and the columns."""
    place = Place(whole, official_lines(whole))
    for text in (table.title, *table.columns):
        yield from _said(table, text, place, language)
    for row, passage in zip(table.rows, passages, strict=True):
        yield from _said(table, _label(row), Place(passage, row.lines, row=_label(row)), language)


def _said(table: Table, text: str, place: Place, language: str) -> Iterator[Fact]:
    sentence = read_sentence(text, language)
    setting = Setting(language, (table.title, text), years=sentence.years)
    for mention in sentence.mentions:
        yield Fact(mention, text[slice(*mention.span)], setting, place, (text,))
