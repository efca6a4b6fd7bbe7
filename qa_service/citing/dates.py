"""Dates as they are written in words and figures, whole or in part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.citing.grammar import Grammar
from qa_service.citing.patterns import Pattern
from qa_service.citing.spans import Span


@dataclass(frozen=True, slots=True)
class Date:
    """A date of which parts may be unknown."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def full(self) -> bool:
        return None not in (self.year, self.month, self.day)

    def fits(self, other: "Date") -> bool:
        """Whether both may be the same day."""
        pairs = ((self.year, other.year), (self.month, other.month), (self.day, other.day))
        return all(a is None or b is None or a == b for a, b in pairs)


NO_DATE = Date()


def dates_in(text: str, grammar: Grammar) -> list[tuple[Date, Span]]:
    """Every date of a folded text in order; where two readings overlap, the one that starts first."""
    found = sorted(
        (match.start(), -match.end(), place, match)
        for place, pattern in enumerate(grammar.dates)
        for match in pattern.finditer(text)
    )
    dates: list[tuple[Date, Span]] = []
    for *_, match in found:
        if not dates or match.start() >= dates[-1][1][1]:
            dates.append((_date(match, grammar), match.span()))
    return dates


def _date(match: re.Match[str], grammar: Grammar) -> Date:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _month(parts.get("month"), grammar.months)
    year, day = parts.get("year"), parts.get("day")
    return Date(int(year) if year else None, month, int(day) if day else None)


def _month(word: str | None, months: Sequence[Pattern]) -> int | None:
    if not word:
        return None
    return next((number for number, month in enumerate(months, start=1) if month.match(word)), None)
