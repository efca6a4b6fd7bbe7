"""In which way a question goes on from the one before it, if it does."""

from collections.abc import Callable
from dataclasses import dataclass

from qa_service.conversation import composing
from qa_service.conversation.reading import Kind, Reading

_MOST_WITH_PRONOUN = 3
_MOST_WITH_MARKER = 3
"""Words of its own beyond which a question has a subject of its own."""


@dataclass(frozen=True, slots=True)
class Way:
    """How two questions become one, and in which language that is written."""

    compose: Callable[[Reading, Reading, composing.Name], str]
    written_in: str


def way_of(earlier: Reading, later: Reading) -> Way | None:
    """By what the later question has of its own; None where it stands alone."""
    if not later.own:
        return Way(composing.with_facets, earlier.language) if _continues(earlier, later) else None
    asks = later.asked or later.counting or later.marked
    if asks and later.refers_back and len(later.own) <= _MOST_WITH_PRONOUN:
        return Way(composing.with_subject, later.language)
    if not later.marked or later.asked or later.intents or len(later.own) > _MOST_WITH_MARKER:
        return None
    if later.quantity:
        return Way(composing.counting_another, later.language) if earlier.counting else None
    return Way(composing.with_another, earlier.language)


def _continues(earlier: Reading, later: Reading) -> bool:
    """Whether a question without a subject asks something of the last one.

    An article or a table named alone is asked for itself, and so is a figure: "сколько женщин было в 2018
    году" needs no other subject.
    """
    if not (later.facets or later.asked or later.intents or later.quantity):
        return False
    if later.stand_ins:
        return True
    kinds = {facet.kind for facet in later.facets}
    if kinds == {Kind.NUMBERED}:
        return later.marked and bool(earlier.of(Kind.NUMBERED))
    figure = later.counts and (Kind.SEX in kinds or len(kinds) > 1)
    return later.marked or not figure
