"""Passages at which something is named."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from qa_service.answering.records import Highlights
from qa_service.document.records import Passage


@dataclass(frozen=True, slots=True)
class Place:
    """A passage that names something; `parts` are the paragraphs of the article that it names."""

    passage: Passage
    highlights: Highlights = ()
    parts: frozenset[str] = frozenset()


def merged(places: Iterable[Place], order: Mapping[str, int]) -> tuple[Place, ...]:
    """One place for each passage, in the order of the text; `order` ranks passage ids."""
    by_passage: dict[str, Place] = {}
    for place in places:
        known = by_passage.get(place.passage.id, place)
        spans = tuple(sorted({*known.highlights, *place.highlights}))
        by_passage[place.passage.id] = replace(known, highlights=spans)
    return tuple(sorted(by_passage.values(), key=lambda place: order[place.passage.id]))
