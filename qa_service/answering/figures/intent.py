"""Whether a question asks for one figure, for several, or for one worked out from others."""

from dataclasses import dataclass
from enum import StrEnum

from qa_service.answering.figures.facets import Cue, Facets
from qa_service.answering.figures.outcome import Operation
from qa_service.answering.figures.strengths import PERIOD, PLACES


class Intent(StrEnum):
    """What is asked for."""

    CELL = "cell"
    SERIES = "series"
    PLACES = "places"
    RANKING = "ranking"
    CALCULATION = "calculation"


@dataclass(frozen=True, slots=True)
class Plan:
    """`across` are the facets over which cells are gathered; `most` tells the end of a ranking."""

    intent: Intent
    across: frozenset[str] = frozenset()
    most: bool = True
    operation: Operation | None = None


ONE_CELL = Plan(Intent.CELL)

_OPERATIONS = {
    Cue.DIFFERENCE: Operation.DIFFERENCE,
    Cue.RATIO: Operation.RATIO,
    Cue.GROWTH: Operation.GROWTH,
}


def plan(asked: Facets) -> Plan:
    """The plan for a question."""
    extreme = asked.cues & {Cue.MOST, Cue.LEAST}
    where = asked.cues & {Cue.WHERE, Cue.BY_PLACE}
    if extreme and (where or Cue.WHEN in asked.cues):
        over = PLACES if where else PERIOD
        return Plan(Intent.RANKING, frozenset({over}), most=Cue.MOST in extreme)
    if Cue.BY_PLACE in asked.cues and not asked.places:
        return Plan(Intent.PLACES, frozenset({PLACES}))
    operation = next((operation for cue, operation in _OPERATIONS.items() if cue in asked.cues), None)
    since = Cue.SINCE in asked.cues or len(asked.periods) > 1 or years_apart(asked)
    if operation and asked.periods and since:
        return Plan(Intent.CALCULATION, frozenset({PERIOD}), operation=operation)
    if Cue.TREND in asked.cues or len(asked.periods) > 1:
        return Plan(Intent.SERIES, frozenset({PERIOD}))
    return ONE_CELL


def years_apart(asked: Facets) -> Plan | None:
    """The plan for a span of years that no cell stands for as a whole."""
    spans = any(not period.single for period in asked.periods)
    return Plan(Intent.SERIES, frozenset({PERIOD})) if spans else None
