"""Spans of a text, [start, end) in characters."""

from collections.abc import Iterable

Span = tuple[int, int]


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans share a character."""
    return one[0] < other[1] and other[0] < one[1]


def is_free(span: Span, taken: Iterable[Span]) -> bool:
    """Whether a span shares no character with any that is taken."""
    return not any(overlap(span, other) for other in taken)


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in these places, so that offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
