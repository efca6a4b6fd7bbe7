"""The rows and columns of tables with their facets: what each stands for."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass

from qa_service.answering.figures.ages import Age
from qa_service.answering.figures.facets import COUNTRY, Cue, Facets, read_facets
from qa_service.answering.figures.periods import Period


@dataclass(frozen=True, slots=True)
class Heading:
    """A row or a column. `texts` are by language, the innermost first.

    `kind` is what it stands for besides its period: rows or columns of one kind make a series.
    """

    texts: Mapping[str, tuple[str, ...]]
    period: Period | None
    age: Age | None
    sexes: frozenset[str]
    settlements: frozenset[str]
    places: frozenset[str]
    measures: frozenset[str]
    moment: tuple[int, int] | None
    total: bool
    kind: tuple[Hashable, ...] = ()


def read_heading(texts: Mapping[str, tuple[str, ...]], official: str) -> Heading:
    """The heading of these texts; of several the innermost that names a facet counts."""
    parts = [read_facets(text, official) for text in texts[official]]
    return Heading(
        texts=texts,
        period=next((part.periods[0] for part in parts if part.periods), None),
        age=next((part.ages[0] for part in parts if part.ages), None),
        sexes=next((part.sexes for part in parts if part.sexes), frozenset()),
        settlements=next((part.settlements for part in parts if part.settlements), frozenset()),
        places=next((_places(part) for part in parts if part.places), frozenset()),
        measures=next((_measures(part) for part in parts if part.measures), frozenset()),
        moment=next((part.moment for part in parts if part.moment), None),
        total=_is_total(parts),
        kind=tuple(filter(None, map(_kind, parts))),
    )


def _measures(facets: Facets) -> frozenset[str]:
    """A number of something for each of something else is a rate."""
    return facets.measures - {Cue.COUNT} if Cue.RATE in facets.measures else facets.measures


def _kind(part: Facets) -> Hashable:
    words = tuple(word for word in part.words if word not in part.idle)
    told = (words, part.places, part.ages, part.sexes, part.settlements, part.measures)
    return told if any(told) else None


def _is_total(parts: Sequence[Facets]) -> bool:
    """Whether the innermost text that stands for more than a period or a place says "all"."""
    for part in parts:
        if Cue.TOTAL in part.cues:
            return True
        if part.words or part.sexes or part.settlements or part.ages:
            return False
    return False


def _places(facets: Facets) -> frozenset[str]:
    named = frozenset(place for readings in facets.places for place in readings)
    return named - {COUNTRY} or named
