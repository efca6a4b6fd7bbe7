"""Numerals of chapters: Roman or Arabic, in folded text."""

import re

ROMAN = r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})"

COUNT = re.compile(rf"(?<!\w)(?:\d+|{ROMAN})(?!\w)")
"""A numeral that stands alone."""

_VALUES = {"i": 1, "v": 5, "x": 10}


def value_of(numeral: str) -> int:
    """The value of "8" or "viii"; signs around it do not count."""
    plain = re.sub(r"\W", "", numeral)
    if plain.isdigit():
        return int(plain)
    values = [_VALUES[letter] for letter in plain]
    following = [*values[1:], 0]
    return sum(-one if one < after else one for one, after in zip(values, following, strict=True))
