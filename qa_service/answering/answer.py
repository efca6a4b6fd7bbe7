"""From the hits of a search to an answer, a figure or a refusal."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa_service.answering.agreement import disagreeing
from qa_service.answering.citations import cited, cited_rows, quoted
from qa_service.answering.decision import Backing, Decision, decide, figure_chance
from qa_service.answering.figures.finder import FigureFinder
from qa_service.answering.figures.outcome import FigureOutcome, Found, Missing, NoFigure, Spot
from qa_service.answering.figures.wording import LIKELY, notices, spots_of, wording
from qa_service.answering.records import Answer, Citation, Doubt, Figure, NoAnswer, Reply, Wording
from qa_service.answering.refusal import refusal
from qa_service.answering.sentences import Sentence, scored_sentences
from qa_service.answering.support import LOOKED_AT, calibration_for, evidence_of
from qa_service.index.snapshot import Snapshot
from qa_service.language.phrases import LANGUAGES, phrase
from qa_service.language.terms import LANGUAGES as TWO_LANGUAGES
from qa_service.search.search import Hit, SearchResult

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class _Reading:
    """A search read closely: the sentences of each hit, and the chance that the hits hold the answer."""

    result: SearchResult
    sentences: tuple[tuple[Sentence, ...], ...]
    chance: float

    @property
    def language(self) -> str:
        """The language to reply in."""
        asked = self.result.query.language
        return asked if asked in LANGUAGES else FALLBACK

    @property
    def citations(self) -> tuple[Citation, ...]:
        return tuple(map(cited, self.result.hits, self.sentences))


class Answerer:
    """Answers over one snapshot; safe to call from several threads."""

    def __init__(self, snapshot: Snapshot, finder: FigureFinder) -> None:
        self._snapshot = snapshot
        self._finder = finder

    def answer(self, result: SearchResult) -> Reply:
        """The reply to a search: a cell of a table, sentences of a passage, or a refusal."""
        query = result.query
        if not result.hits or not query.concepts:
            return self._refused(_Reading(result, (), 0.0), NoFigure())
        reading = self._read(result)
        outcome = self._found(reading)
        decision = decide(outcome, reading.chance, calibration_for(query).threshold)
        if decision is Decision.FIGURE:
            return self._from_table(reading, outcome)
        if decision is Decision.TEXT:
            citations = reading.citations
            return Answer(quoted(citations[0]), reading.chance, citations)
        return self._refused(reading, outcome if decision is Decision.GAP else NoFigure())

    def _read(self, result: SearchResult) -> _Reading:
        sentences = tuple(scored_sentences(self._snapshot, result, hit) for hit in result.hits)
        evidence = evidence_of(result, sentences[:LOOKED_AT])
        return _Reading(result, sentences, calibration_for(result.query).chance(evidence))

    def _found(self, reading: _Reading) -> FigureOutcome:
        """What the tables say, with the certainty that the hits lend it."""
        query = reading.result.query
        # Who asks on in another language is told of rows and columns in it.
        named = query.language if query.language in TWO_LANGUAGES else query.searched_language
        outcome = self._finder.find(query.searched, query.searched_language, named)
        if isinstance(outcome, Missing | NoFigure):
            return outcome
        backing = backing_of(spots_of(outcome)[0], reading.result.hits)
        return replace(outcome, certainty=figure_chance(outcome.certainty, backing, reading.chance))

    def _from_table(self, reading: _Reading, outcome: FigureOutcome) -> Answer:
        spots = spots_of(outcome)
        figures = _shown(outcome)
        rows = cited_rows(self._snapshot, spots, reading.language)
        shown = {row.passage.id for row in rows}
        others = (each for each in reading.citations if each.passage.id not in shown)
        return Answer(
            wording(outcome, reading.language) or Wording("", reading.language, quote=False),
            certainty_of(outcome),
            (*rows, *others),
            figure=figures[0] if isinstance(outcome, Found) else None,
            figures=figures,
            notices=(*notices(outcome, reading.language), *self._disagreement(reading, outcome)),
        )

    def _disagreement(self, reading: _Reading, outcome: FigureOutcome) -> tuple[str, ...]:
        """Another figure of the body; none for a cell that may not be the one asked for."""
        if not isinstance(outcome, Found) or outcome.certainty < LIKELY:
            return ()
        result = reading.result
        text = disagreeing(result.query, outcome.spot.figure, result.hits[:LOOKED_AT], reading.sentences)
        return (phrase("answer.disagreement", reading.language, text=text),) if text else ()

    def _refused(self, reading: _Reading, outcome: FigureOutcome) -> NoAnswer:
        gap = outcome if isinstance(outcome, Missing) else None
        told = wording(gap, reading.language) if gap else None
        text = refusal(reading.result.query, reading.result.hits, reading.language)
        return NoAnswer(
            told or Wording(text, reading.language, quote=False),
            reading.chance,
            reading.citations,
            table=gap.table if gap else None,
        )


def backing_of(spot: Spot, hits: Sequence[Hit]) -> Backing:
    """What the hits say for the table of a cell."""
    tables = [(hit.rank, (hit.passage.document, hit.passage.table)) for hit in hits if hit.passage.table]
    its = [rank for rank, table in tables if table == (spot.document, spot.figure.table)]
    return Backing(1 / its[0] if its else 0.0, 1 / tables[0][0] if tables else 0.0)


def certainty_of(outcome: FigureOutcome) -> float:
    """The certainty of an outcome; 0 where there is no figure."""
    return 0.0 if isinstance(outcome, NoFigure) else outcome.certainty


def _shown(outcome: FigureOutcome) -> tuple[Figure, ...]:
    """The cells of an outcome; those that may not be the ones asked for say so."""
    unsure = (Doubt.OTHER_CELL,) if certainty_of(outcome) < LIKELY else ()
    figures = (spot.figure for spot in spots_of(outcome))
    return tuple(replace(figure, doubts=figure.doubts + unsure) for figure in figures)
