"""Two mentions side by side: whether they say the same kind of thing, the same value, or much alike."""

from rapidfuzz import fuzz

from qa_service.checking.numbers import rounds_to
from qa_service.checking.records import Kind, Mention

STRICT_UNITS = frozenset({"percent", "money", "dollars", "per", "article", "point"})
"""Units that must be the same; a number with another word counts something, one without may be anything."""

LIKE_SIZE = 30
"""How many times larger or smaller a value may be that contradicts another."""


def comparable(mention: Mention, fact: Mention) -> bool:
    """Whether both say the same kind of thing in the same unit; a day is not compared with a year."""
    if mention.kind is not fact.kind or not _units_agree(mention.unit, fact.unit):
        return False
    return mention.kind is not Kind.DATE or fact.name.count("-") >= mention.name.count("-")


def equals(mention: Mention, fact: Mention) -> bool:
    """Whether the values are the same; a figure in thousands or millions may be a rounded one."""
    if mention.kind is not Kind.FIGURE:
        return mention.name == fact.name or (
            mention.kind is Kind.DATE and _dates_agree(mention.name, fact.name)
        )
    if not mention.readings.isdisjoint(fact.readings):
        return True
    return any(rounds_to(exact, value, mention.step) for exact in fact.readings for value in mention.readings)


def same_unit(mention: Mention, found: Mention) -> bool:
    """Whether the units are the same, or none is told; things that are counted come in whole numbers."""
    if mention.unit == "":
        return not found.unit and (_is_whole(found) or not _is_whole(mention))
    return mention.unit in (None, found.unit)


def like_size(one: Mention, other: Mention) -> bool:
    """Whether two figures differ no more than `LIKE_SIZE` times; 0 is like any."""
    pairs = ((abs(a), abs(b)) for a in one.readings for b in other.readings)
    return any(not low or high <= low * LIKE_SIZE for low, high in map(sorted, pairs))


def likeness(one: Mention, other: Mention) -> float:
    """How alike two values are, from 0 to 1: in size and in digits, so that a slip of the pen is near."""
    if one.kind is not Kind.FIGURE or not other.readings:
        return fuzz.ratio(one.name, other.name) / 100
    written, reported = max(one.readings), max(other.readings)
    small, large = sorted((abs(written), abs(reported)))
    size = float(small / large) if large else 1.0
    return size * (1 + fuzz.ratio(str(written), str(reported)) / 100) / 2


def telling_digits(mention: Mention) -> int:
    """How many digits tell a value from others: 3 for "9,58", 1 for "2000"; a whole date counts as five."""
    if mention.kind is Kind.FIGURE:
        return max(len(str(value).replace(".", "").strip("0")) for value in mention.readings) or 1
    return max(1, sum(letter.isalnum() for letter in mention.name))


def _units_agree(one: str | None, other: str | None) -> bool:
    """Whether two units may be the same."""
    if one is None or other is None or one == other:
        return True
    return not STRICT_UNITS & {one, other}


def _is_whole(mention: Mention) -> bool:
    """Whether a figure is a whole number."""
    return any(value == value.to_integral_value() for value in mention.readings)


def _dates_agree(written: str, reported: str) -> bool:
    """Whether the report has the date, or a more exact one; "*" stands for a year that is not named."""
    if written.startswith("*"):
        return reported.endswith(written[1:])
    return reported.startswith(written)
