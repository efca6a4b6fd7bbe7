"""Printed numbers as values: decimal commas and points, spaces and points between thousands."""

import re
from decimal import Decimal

NUMBER = re.compile(
    r"(?<![\w.,/])(?<![^\W\d_]-)(?:\d{1,3}(?: \d{3})+(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)*)(?!\d)"
)
"""A number in folded text, not one inside a word ("angel24kz") or after its hyphen ("covid-19")."""

_SEVERAL_GROUPS = re.compile(r"\d{1,3}(?:([.,])\d{3})(?:\1\d{3})+")
_ONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_BOTH_SIGNS = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+")
_DECIMAL = re.compile(r"\d+(?:[.,]\d+)?")


def readings(printed: str) -> frozenset[Decimal]:
    """Every value that a printed number may have; empty when it is none, such as "1.4.2".

    "18,879" is eighteen and a bit in Kazakh and Russian, and 18879 in English.
    """
    digits = printed.replace(" ", "")
    if _SEVERAL_GROUPS.fullmatch(digits):
        return frozenset({Decimal(re.sub(r"\D", "", digits))})
    if _BOTH_SIGNS.fullmatch(digits):
        return frozenset({Decimal(digits.replace(",", ""))})
    if not _DECIMAL.fullmatch(digits):
        return frozenset()
    value = Decimal(digits.replace(",", "."))
    if _ONE_GROUP.fullmatch(digits):
        return frozenset({value, value * 1000})
    return frozenset({value})


def last_digit(printed: str) -> Decimal:
    """What one unit of the last printed digit is worth: 0.1 for "2,6"."""
    _, _, decimals = printed.replace(",", ".").rpartition(".") if _has_sign(printed) else ("", "", "")
    return Decimal(1).scaleb(-len(decimals))


def rounds_to(exact: Decimal, rounded: Decimal, step: Decimal) -> bool:
    """Whether `exact`, rounded to a multiple of `step`, is `rounded`; a half may go either way."""
    return bool(step) and abs(exact - rounded) * 2 <= step


def _has_sign(printed: str) -> bool:
    return "," in printed or "." in printed
