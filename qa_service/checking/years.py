"""Which numbers are years, and which figure is said of which year."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.checking.grammar import grammar
from qa_service.checking.records import Span, Years

_CANDIDATE = re.compile(
    r"(?<![\w.,/])(?<![^\W\d_]-)(?:19[5-9]|20[0-5])\d(?:/(?:\d{4}|\d\d))?(?![\w/]|[.,]\d)"
)
_LETTER = re.compile(r"\s?[^\W\d_]")
_COMMA, _BRACKET, _AFTER, _COMMA_AFTER = 40, 60, 4, 100
"""Characters that count as many: a comma or a bracket between a figure and its year; a year that comes
after the figure, and a comma before that."""


@dataclass(frozen=True, slots=True, order=True)
class Dated:
    """Where a text names a year, or the years of a school year ("2016/17")."""

    span: Span
    years: Years


def read_years(text: str) -> list[Dated]:
    """The years in folded text: numbers followed by a word for year or by no word at all, alone or listed."""
    found: list[Dated] = []
    for match in reversed(list(_CANDIDATE.finditer(text))):
        following = found[-1].span[0] if found else len(text)
        if _is_year(text, match.span(), following):
            found.append(Dated(match.span(), _years(match[0])))
    return found[::-1]


def periods(text: str, dated: Sequence[Dated]) -> list[Dated]:
    """The same with years that belong together as one: both of "2019 and 2020", all of "2016 - 2020"."""
    joined: list[Dated] = []
    for each in dated:
        between = text[joined[-1].span[1] : each.span[0]] if joined else ""
        if between and grammar().joint.fullmatch(between):
            before = joined.pop()
            years = before.years | each.years
            if grammar().through.search(between):
                years |= frozenset(range(max(before.years), min(each.years)))
            each = Dated((before.span[0], each.span[1]), years)
        joined.append(each)
    return joined


def _is_year(text: str, span: Span, following: int) -> bool:
    start, end = span
    if grammar().year.match(text, end) or grammar().joint.fullmatch(text[end:following]):
        return True
    return not _LETTER.match(text, end) or bool(grammar().before_year.search(text[:start]))


def _years(printed: str) -> Years:
    first, _, last = printed.partition("/")
    return frozenset({int(first), int(first[:2] + last[-2:])} if last else {int(first)})


def nearest_years(text: str, span: Span, dated: Sequence[Dated]) -> Years:
    """The years that stand nearest to a figure."""
    return min(dated, key=lambda each: _cost(text, span, each.span)).years if dated else frozenset()


def _cost(text: str, figure: Span, year: Span) -> int:
    """How far a year is from a figure, in characters."""
    first, second = sorted((figure, year))
    between = text[first[1] : second[0]]
    commas, brackets = between.count(", ") + between.count(";"), between.count("(") + between.count(")")
    if year < figure:
        return len(between) + _COMMA * commas + _BRACKET * brackets
    return len(between) + _AFTER + _COMMA_AFTER * commas + _BRACKET * brackets
