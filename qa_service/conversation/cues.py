"""What the figures' cues ("how many", "most", "girls" ...) say of how a question is asked."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TypedDict

from qa_service.answering.figures.facets import Cue
from qa_service.conversation.reading import Kind

FACETS = {
    Cue.MALE: Kind.SEX,
    Cue.FEMALE: Kind.SEX,
    Cue.BOTH: Kind.SEX,
    Cue.URBAN: Kind.SETTLEMENT,
    Cue.RURAL: Kind.SETTLEMENT,
    Cue.PERCENT: Kind.MEASURE,
    Cue.TOTAL: Kind.TOTAL,
}
_COUNTING = frozenset({Cue.QUANTITY, Cue.COUNT})
_EXTREMES = frozenset({Cue.MOST, Cue.LEAST})
_COMPARING = frozenset({Cue.DIFFERENCE, Cue.RATIO, Cue.GROWTH})
_INTENTS = _EXTREMES | _COMPARING | {Cue.WHERE, Cue.BY_PLACE, Cue.WHEN, Cue.TREND}
TOLD = frozenset(FACETS) | _COUNTING | _INTENTS | {Cue.IDLE, Cue.FIGURE}

Told = tuple[Cue, tuple[int, int]]
"""A cue and the tokens [start, end) that say it."""


class _Cued(TypedDict):
    """The fields of a Reading that come from its cues."""

    intents: tuple[int, ...]
    extremes: tuple[int, ...]
    compares: bool
    quantity: tuple[int, ...]
    counting: tuple[int, ...]


def told(cues: Sequence[Told]) -> _Cued:
    """What the cues say of the way of asking."""
    return {
        "intents": tuple(_tokens(cues, _INTENTS)),
        "extremes": tuple(_tokens(cues, _EXTREMES)),
        "compares": any(cue in _COMPARING for cue, _ in cues),
        "quantity": tuple(_tokens(cues, frozenset({Cue.QUANTITY}))),
        "counting": tuple(_tokens(cues, _COUNTING)),
    }


def _tokens(cues: Iterable[Told], wanted: frozenset[Cue]) -> Iterator[int]:
    return (index for cue, span in cues if cue in wanted for index in range(*span))
