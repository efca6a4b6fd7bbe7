"""Numerals of chapters and tables: Roman or Arabic, in folded text."""

import re
from collections.abc import Iterator

ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"

NUMERAL = rf"(?:\d+|{ROMAN})(?!\w)"

COUNT = re.compile(rf"(?<!\w){NUMERAL}")
"""A numeral that stands alone."""

LONGEST_RANGE = 60
"""Of things from one to another; a longer one is not a range."""

_ITEM = re.compile(rf"(?P<first>{NUMERAL})(?:\s*-\s*(?P<last>{NUMERAL}))?")

_VALUES = {"i": 1, "v": 5, "x": 10}


def value_of(numeral: str) -> int:
    """The value of "8" or "viii"; signs around it do not count."""
    plain = re.sub(r"\W", "", numeral)
    if plain.isdigit():
        return int(plain)
    values = [_VALUES[letter] for letter in plain]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))


def values_in(listed: str) -> tuple[int, ...]:
    """The values of a list of numerals, with all between the ends of a range."""
    return tuple(value for item in _ITEM.finditer(listed) for value in _spelled_out(item))


def _spelled_out(item: re.Match[str]) -> Iterator[int]:
    first = value_of(item["first"])
    last = value_of(item["last"]) if item["last"] else first
    yield from range(first, last + 1) if 0 <= last - first <= LONGEST_RANGE else (first, last)
