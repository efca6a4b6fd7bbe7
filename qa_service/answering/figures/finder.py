"""From a question to the cell, or the cells, that answer it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from qa_service.answering.figures.candidates import choose
from qa_service.answering.figures.catalog import Catalog, read_catalog
from qa_service.answering.figures.certainty import certainty, features
from qa_service.answering.figures.composing import Matched, calculation, comparison, found, places, trend
from qa_service.answering.figures.facets import Cue, Facets, read_facets
from qa_service.answering.figures.fit import fit
from qa_service.answering.figures.gathering import filled, series
from qa_service.answering.figures.intent import ONE_CELL, Intent, Plan, plan, years_apart
from qa_service.answering.figures.missing import missing, something_missing
from qa_service.answering.figures.outcome import Facet, FigureOutcome, Missing, NoFigure
from qa_service.answering.figures.scoring import TextScorer
from qa_service.answering.figures.strengths import PERIOD
from qa_service.answering.figures.text_index import Word
from qa_service.document.records import Table
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stem_of

VOCABULARY = Path(__file__).parent / "data" / "terms.tsv"
"""What figures are asked for by in everyday words."""

UNLIKELY = 0.1
"""The certainty below which a question is taken to ask for no figure."""

_COMPOSE: Mapping[Intent, Callable[[Catalog, Matched], FigureOutcome | None]] = {
    Intent.CELL: found,
    Intent.SERIES: trend,
    Intent.PLACES: places,
    Intent.RANKING: comparison,
    Intent.CALCULATION: calculation,
}


class FigureFinder:
    """Finds the cells that questions ask for; safe to call from several threads."""

    def __init__(self, tables: Iterable[tuple[str, Mapping[str, Table]]], glossary: Glossary) -> None:
        """`tables` are (document, the table by language with the official one first)."""
        self._catalog: Catalog = read_catalog(list(tables))
        self._scorer = TextScorer(self._catalog, (glossary, Glossary.read([VOCABULARY], stem_of)))

    def find(self, text: str, language: str, named_in: str | None = None) -> FigureOutcome:
        """What the tables say; `text` is in proper spelling and in `language`, and so are names, unless
        they are wanted in another.

        How many places there are of which something is true is no cell of a table.
        """
        asked = read_facets(text, language)
        if not self._catalog.grids or Cue.PLACES in asked.cues:
            return NoFigure()
        words, named = self._scorer.reader.read(asked, language), named_in or language
        intended = plan(asked)
        outcome = self._carried_out(asked, words, intended, named)
        over_years = years_apart(asked) if intended is ONE_CELL else None
        if over_years and isinstance(outcome, Missing) and Facet.PERIOD in outcome.facets:
            return self._carried_out(asked, words, over_years, named)
        return outcome

    def _carried_out(
        self, asked: Facets, words: Sequence[Word], intended: Plan, language: str
    ) -> FigureOutcome:
        """The outcome of a plan; where its cells are not there, that of asking for one cell."""
        question = self._matched(asked, words, intended, language)
        if question is None or isinstance(question, Missing):
            return question or NoFigure()
        composed = _COMPOSE[intended.intent](self._catalog, question)
        return composed or self._carried_out(asked, words, ONE_CELL, language)

    def _matched(
        self, asked: Facets, words: Sequence[Word], intended: Plan, language: str
    ) -> Matched | Missing | None:
        score, coverage = self._scorer.score(words)
        across = intended.across if asked.periods else intended.across | {PERIOD}
        chosen = choose(self._catalog, score, coverage, fit(asked, self._catalog, intended.across), across)
        if something_missing(chosen, sum(word.weight for word in words)):
            return missing(self._catalog, chosen, language)
        if chosen.best is None:
            return None
        cell = filled(self._catalog, chosen.best) if PERIOD in across else chosen.best
        alone = len(series(self._catalog, cell)) < 2
        settled = alone or bool(asked.periods) or PERIOD in intended.across
        evidence = features(asked, chosen, settled, any(word.weight > 1 for word in words))
        if certainty(evidence) < UNLIKELY:
            return None
        return Matched(asked, language, intended, chosen, cell, evidence)
