"""Outcomes from the cell that a question was matched with."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.answering.figures.amounts import number
from qa_service.answering.figures.candidates import Candidates
from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.certainty import certainty
from qa_service.answering.figures.facets import Facets
from qa_service.answering.figures.figure import figure, notes, table_in
from qa_service.answering.figures.gathering import (
    at,
    beside,
    of_places,
    ranked,
    series,
    within,
    worked_out,
)
from qa_service.answering.figures.intent import Plan
from qa_service.answering.figures.missing import missing
from qa_service.answering.figures.outcome import Calculated, FigureOutcome, Found, Ranking, Series, Spot
from qa_service.answering.figures.pairs import part_asked
from qa_service.answering.figures.strengths import PERIOD


@dataclass(frozen=True, slots=True)
class Matched:
    """A question with the `cell` that fits it best, and the `evidence` that it does."""

    asked: Facets
    language: str
    plan: Plan
    chosen: Candidates
    cell: int
    evidence: tuple[float, ...]

    @property
    def certainty(self) -> float:
        """The chance that the cell is the one asked for."""
        return certainty(self.evidence)


def found(catalog: Catalog, question: Matched) -> FigureOutcome:
    """The cell; of several places a cell each; what the table has instead where the cell is blank."""
    value, asked, language = catalog.value(question.cell), question.asked, question.language
    if not value:
        return missing(catalog, question.chosen, language, question.cell)
    if several := of_places(catalog, question.cell, asked):
        return Series(spots(catalog, several, language), question.certainty)
    part = part_asked(value, table_in(catalog, question.cell, language).title, asked, language)
    return Found(
        spot(catalog, question.cell, language, part),
        question.certainty,
        latest=not asked.periods and len(series(catalog, question.cell)) > 1,
        undated=bool(asked.periods) and catalog.periods.of(question.cell) is None,
        evidence=question.evidence,
    )


def trend(catalog: Catalog, question: Matched) -> Series | None:
    """The cell's series in the years asked for; None for fewer than two cells."""
    cells = within(catalog, series(catalog, question.cell), question.asked.periods)
    return Series(spots(catalog, cells, question.language), question.certainty) if len(cells) > 1 else None


def places(catalog: Catalog, question: Matched) -> Series | None:
    """The cell of every place; None for fewer than two."""
    cells = beside(catalog, question.cell)
    return Series(spots(catalog, cells, question.language), question.certainty) if len(cells) > 1 else None


def comparison(catalog: Catalog, question: Matched) -> Ranking | None:
    """The places, or years, in the order of their figures; None for fewer than two."""
    over_time = PERIOD in question.plan.across
    cells = (series if over_time else beside)(catalog, question.cell)
    order = ranked(catalog, cells, question.plan.most)
    if len(order) < 2:
        return None
    return Ranking(spots(catalog, order, question.language), question.certainty, question.plan.most)


def calculation(catalog: Catalog, question: Matched) -> Calculated | None:
    """What two cells of the series give; None without both, or where their units differ."""
    ends = _ends(catalog, question)
    operation = question.plan.operation
    if ends is None or operation is None:
        return None
    first, last = spots(catalog, ends, question.language)
    amounts = number(first.figure.value), number(last.figure.value)
    if amounts[0] is None or amounts[1] is None or first.figure.unit != last.figure.unit:
        return None
    result = worked_out(operation, amounts[0], amounts[1])
    if result is None:
        return None
    return Calculated(operation, float(result), first.figure.unit, (first, last), question.certainty)


def _ends(catalog: Catalog, question: Matched) -> tuple[int, int] | None:
    """The cells of the first and the last period asked for; of one period alone, that and the latest."""
    cells = series(catalog, question.cell)
    periods = sorted(question.asked.periods, key=lambda period: period.first)
    if not periods or not cells:
        return None
    alone = periods[-1] == periods[0].start
    first = at(catalog, cells, periods[0].start)
    last = cells[-1] if alone else at(catalog, cells, periods[-1].end)
    return (first, last) if first is not None and last is not None and first != last else None


def spots(catalog: Catalog, cells: Sequence[int], language: str) -> tuple[Spot, ...]:
    """The cells in their order."""
    return tuple(spot(catalog, cell, language) for cell in cells)


def spot(catalog: Catalog, cell: int, language: str, part: int | None = None) -> Spot:
    """The cell, or one `part` of the pair that it prints."""
    return Spot(
        document=catalog.document(cell),
        title=table_in(catalog, cell, language).title,
        figure=figure(catalog, cell, language, part),
        row=int(catalog.rows[cell]) + 1,
        notes=notes(catalog, cell, language),
    )
