"""Years, school years and dates in questions and in the headings of tables."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.answering.figures.signs import Signs

START, END = (1, 1), (12, 31)

_PERIOD = re.compile(
    r"(?P<before>n?m|b_*m?|e_*)?(?P<from>f?)_*(?P<year>Y)"
    r"(?:(?:-_*|(?<=fY)j?u|j(?=Yju))(?P<range>Y|(?<=-)n))?"
    r"(?P<school>j*s)?[j_]*(?P<after>n?mb?|b|e)?"
)
_LONE_MOMENT = re.compile(r"(?:jb|bj|je|ej)")
_CENTURY = 100


@dataclass(frozen=True, slots=True)
class Period:
    """The years `first` to `last`, or, with `day` (month, day), that day of the year `first`.

    A school year is two years and `school`; of two years joined with a hyphen it may be unsaid.
    """

    first: int
    last: int
    day: tuple[int, int] | None = None
    school: bool = False

    @property
    def single(self) -> bool:
        """Whether it is one year, one school year or one day."""
        return self.first == self.last or self.school

    @property
    def start(self) -> "Period":
        """Its first year; a school year or a day is its own."""
        return self if self.single else Period(self.first, self.first)

    @property
    def end(self) -> "Period":
        """Its last year; a school year or a day is its own."""
        return self if self.single else Period(self.last, self.last)

    def __str__(self) -> str:
        return str(self.first) if self.first == self.last else f"{self.first}-{self.last}"


@dataclass(frozen=True, slots=True)
class Periods:
    """`named` in their order; `moment` is a day of the year named without one; `used` are token indexes.

    `since` tells that one is said to be the first of the time meant.
    """

    named: tuple[Period, ...]
    moment: tuple[int, int] | None
    since: bool
    used: frozenset[int]


def read_periods(signs: Signs) -> Periods:
    """Every period that the tokens name."""
    named: list[Period] = []
    used: set[int] = set()
    since = False
    for match in _PERIOD.finditer(signs.text):
        named.append(_period(match, signs.numbers))
        used.update(range(*match.span()))
        since |= bool(match["from"])
    rest = "".join("." if index in used else sign for index, sign in enumerate(signs.text))
    moment = _LONE_MOMENT.search(rest)
    return Periods(tuple(named), _edge(moment.group()) if moment else None, since, frozenset(used))


def same(asked: Period, printed: Period) -> float:
    """How well a cell's period is the one asked for: 1 the same, 0 another, between for likely the same."""
    if (asked.first, asked.last) != (printed.first, printed.last):
        return _next_day(asked, printed) or _school_year(asked, printed)
    if asked.day == printed.day or asked.day is None:
        return 1.0
    if printed.day is None:
        return 0.9
    return 0.0


def _next_day(asked: Period, printed: Period) -> float:
    """The end of a year is the beginning of the next one."""
    return 0.9 if asked.day == END and printed == Period(asked.first + 1, asked.first + 1, START) else 0.0


def _school_year(asked: Period, printed: Period) -> float:
    """A school year may be asked for by the year in which it begins."""
    begins = printed.last == printed.first + 1 and asked.first == asked.last == printed.first
    return 0.6 if begins and asked.day is None else 0.0


def _period(match: re.Match[str], numbers: Sequence[int]) -> Period:
    first = numbers[match.start("year")]
    if match["range"]:
        last = numbers[match.start("range")]
        last += first - first % _CENTURY if last < _CENTURY else 0
        return Period(first, max(first, last), None, bool(match["school"]) or match["range"] == "n")
    return Period(first, first, _day(match, numbers))


def _day(match: re.Match[str], numbers: Sequence[int]) -> tuple[int, int] | None:
    for part in ("before", "after"):
        signs = match[part] or ""
        if "m" in signs:
            start = match.start(part)
            day = numbers[start] if signs[0] == "n" else 1
            return numbers[start + signs.index("m")], day
        if signs:
            return _edge(signs)
    return None


def _edge(signs: str) -> tuple[int, int]:
    return START if "b" in signs else END
