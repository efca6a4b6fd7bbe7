"""From a question to the cell, or the cells, that answer it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_service.answering.figures.candidates import Candidates, choose
from qa_service.answering.figures.catalog import Catalog, read_catalog
from qa_service.answering.figures.certainty import certainty, features
from qa_service.answering.figures.facets import Facets, read_facets
from qa_service.answering.figures.figure import amount, figure, notes, table_in
from qa_service.answering.figures.fit import PERIOD, fit
from qa_service.answering.figures.gathering import (
    at,
    beside,
    filled,
    of_places,
    ranked,
    series,
    within,
    worked_out,
)
from qa_service.answering.figures.intent import ONE_CELL, Intent, Plan, plan, years_apart
from qa_service.answering.figures.missing import missing, something_missing
from qa_service.answering.figures.outcome import (
    Calculated,
    Facet,
    FigureOutcome,
    Found,
    Missing,
    NoFigure,
    Ranking,
    Series,
    Spot,
)
from qa_service.answering.figures.pairs import part_asked
from qa_service.answering.figures.scoring import TextScorer
from qa_service.document.records import Table
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stem_of

VOCABULARY = Path(__file__).parent / "data" / "terms.tsv"
"""What figures are asked for by in everyday words."""

UNLIKELY = 0.1
"""The certainty below which a question is taken to ask for no figure."""


@dataclass(frozen=True, slots=True)
class _Question:
    """A question read, planned and matched; `cell` fits best."""

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


class FigureFinder:
    """Finds the cells that questions ask for; safe to call from several threads."""

    def __init__(self, tables: Iterable[tuple[str, Mapping[str, Table]]], glossary: Glossary) -> None:
        """`tables` are (document, the table by language with the official one first)."""
        self._catalog: Catalog = read_catalog(tables)
        self._scorer = TextScorer(self._catalog, (glossary, Glossary.read([VOCABULARY], stem_of)))

    def find(self, text: str, language: str) -> FigureOutcome:
        """What the tables say; `text` is in proper spelling, names are given in `language`."""
        asked = read_facets(text, language)
        intended = plan(asked)
        outcome = self._carried_out(asked, intended, language)
        over_years = years_apart(asked) if intended.intent is Intent.CELL else None
        if over_years and isinstance(outcome, Missing) and Facet.PERIOD in outcome.facets:
            return self._carried_out(asked, over_years, language)
        return outcome

    def _carried_out(self, asked: Facets, intended: Plan, language: str) -> FigureOutcome:
        question = self._matched(asked, intended, language)
        if question is None or isinstance(question, Missing):
            return question or NoFigure()
        gathered = {
            Intent.SERIES: self._series,
            Intent.RANKING: self._ranking,
            Intent.CALCULATION: self._calculated,
        }.get(intended.intent, self._found)
        return gathered(question) or self._carried_out(asked, ONE_CELL, language)

    def _matched(self, asked: Facets, intended: Plan, language: str) -> _Question | Missing | None:
        words = self._scorer.reader.read(asked, language)
        score, coverage = self._scorer.score(words)
        its = fit(asked, self._catalog, intended.across)
        across = intended.across if asked.periods else intended.across | {PERIOD}
        chosen = choose(self._catalog, score, coverage, its, across)
        if something_missing(chosen, sum(word.weight for word in words)):
            return missing(self._catalog, chosen, language)
        if chosen.best is None:
            return None
        cell = filled(self._catalog, chosen.best) if PERIOD in across else chosen.best
        settled = bool(asked.periods or PERIOD in intended.across) or len(series(self._catalog, cell)) < 2
        worded = any(word.weight > 1 for word in words)
        evidence = features(asked, chosen, settled, worded)
        if certainty(evidence) < UNLIKELY:
            return None
        return _Question(asked, language, intended, chosen, cell, evidence)

    def _found(self, question: _Question) -> FigureOutcome:
        value = self._catalog.value(question.cell)
        if not value:
            return missing(self._catalog, question.chosen, question.language, question.cell)
        asked, language = question.asked, question.language
        if several := of_places(self._catalog, question.cell, asked):
            return Series(self._spots(several, language), question.certainty)
        part = part_asked(value, table_in(self._catalog, question.cell, language).title, asked, language)
        return Found(
            self._spot(question.cell, language, part),
            question.certainty,
            latest=not asked.periods and len(series(self._catalog, question.cell)) > 1,
            evidence=question.evidence,
            undated=bool(asked.periods) and self._catalog.periods.of(question.cell) is None,
        )

    def _series(self, question: _Question) -> FigureOutcome | None:
        cells = within(self._catalog, series(self._catalog, question.cell), question.asked.periods)
        if len(cells) < 2:
            return None
        return Series(self._spots(cells, question.language), question.certainty)

    def _ranking(self, question: _Question) -> FigureOutcome | None:
        over_time = PERIOD in question.plan.across
        cells = (series if over_time else beside)(self._catalog, question.cell)
        order = ranked(self._catalog, cells, question.plan.most)
        if len(order) < 2:
            return None
        return Ranking(self._spots(order, question.language), question.certainty, question.plan.most)

    def _calculated(self, question: _Question) -> FigureOutcome | None:
        ends = self._ends(question)
        if ends is None or question.plan.operation is None:
            return None
        first, last = (amount(self._catalog, cell) for cell in ends)
        spots = self._spots(ends, question.language)
        if first is None or last is None or spots[0].figure.unit != spots[1].figure.unit:
            return None
        number = worked_out(question.plan.operation, first, last)
        if number is None:
            return None
        return Calculated(
            question.plan.operation,
            float(number),
            spots[0].figure.unit,
            (spots[0], spots[1]),
            question.certainty,
        )

    def _ends(self, question: _Question) -> tuple[int, int] | None:
        """The cells of the first and the last period asked for; of one period alone, that and the latest."""
        cells = series(self._catalog, question.cell)
        periods = sorted(question.asked.periods, key=lambda period: period.first)
        if not periods or not cells:
            return None
        first = at(self._catalog, cells, periods[0].start)
        last = cells[-1] if periods[-1] == periods[0].start else at(self._catalog, cells, periods[-1].end)
        return (first, last) if first is not None and last is not None and first != last else None

    def _spot(self, cell: int, language: str, part: int | None = None) -> Spot:
        return Spot(
            document=self._catalog.document(cell),
            title=table_in(self._catalog, cell, language).title,
            figure=figure(self._catalog, cell, language, part),
            row=int(self._catalog.rows[cell]) + 1,
            notes=notes(self._catalog, cell, language),
        )

    def _spots(self, cells: Sequence[int], language: str) -> tuple[Spot, ...]:
        return tuple(self._spot(cell, language) for cell in cells)
