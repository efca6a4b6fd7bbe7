"""How figures, dates and references are written, read from grammar.toml."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("grammar.toml")
Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns over folded text. `dates` capture year, month (a name or a number) and day where they have
    them; `references` capture the list of numbers; `scales` are matched after a number."""

    months: tuple[Pattern, ...]
    dates: tuple[Pattern, ...]
    year: Pattern
    joint: Pattern
    through: Pattern
    per_before: Pattern
    per_after: Pattern
    connector: Pattern
    before_year: Pattern
    references: Mapping[str, tuple[Pattern, ...]]
    parts: Pattern
    scales: Mapping[int, Pattern]
    units: Mapping[str, Pattern]

    def month(self, name: str) -> int | None:
        """The number of a month, from its name or digits."""
        if name.isdigit():
            return int(name) if 1 <= int(name) <= 12 else None
        return next((number for number, month in enumerate(self.months, 1) if month.fullmatch(name)), None)

    def scale(self, text: str, start: int) -> tuple[int, int]:
        """(factor, end) of the word for thousands and the like that follows a number; (1, start) for none."""
        start_of_word = start + (text[start : start + 1] == " ")
        for factor, word in self.scales.items():
            if match := word.match(text, start_of_word):
                return factor, match.end()
        return 1, start

    def unit(self, text: str, start: int) -> str | None:
        """The kind of unit that stands at `start`, if it is one that must agree."""
        return next((unit for unit, word in self.units.items() if word.match(text, start)), None)

    def is_base(self, text: str, start: int, end: int) -> bool:
        """Whether others are counted per the number that stands there."""
        return bool(self.per_before.search(text[:start]) or self.per_after.match(text[end:]))

    def unit_in(self, text: str) -> str | None:
        """The first kind of unit that a heading names anywhere."""
        return next((unit for unit, word in self.units.items() if word.search(text)), None)


@cache
def grammar() -> Grammar:
    """The grammar of all languages of drafts together."""
    noted = tomllib.loads(FILE.read_text(encoding="utf-8"))
    numbers = rf"(?P<numbers>\d+(?:-\d+)?(?:\s?(?:,|-|{noted['listed']})\s?\d+(?:-\d+)?)*)"
    return Grammar(
        months=tuple(map(re.compile, noted["months"])),
        dates=_dates("|".join(noted["months"]), noted["year"]),
        year=re.compile(rf"\s?-?\s?(?:{noted['year']})"),
        joint=re.compile(rf"[^\w,;-]*(?:{noted['year']})?\s?(?:[-,;]|{noted['and']})\s?"),
        through=re.compile(noted["through"]),
        per_before=re.compile(noted["per_before"]),
        per_after=re.compile(noted["per_after"]),
        connector=re.compile(rf"\s(?:{noted['and']})\b"),
        before_year=re.compile(noted["before_year"]),
        references={
            kind: (
                re.compile(rf"{noted[f'{kind}s_before']}\s?(?:№\s?)?{numbers}"),
                re.compile(rf"(?:№\s?)?(?<![\w,./-]){numbers}{noted[f'{kind}s_after']}"),
            )
            for kind in ("article", "point")
        },
        parts=re.compile(noted["parts"]),
        scales={int(factor): re.compile(word) for factor, word in noted["scales"].items()},
        units={unit: re.compile(word) for unit, word in noted["units"].items()},
    )


def _dates(months: str, year: str) -> tuple[Pattern, ...]:
    """Whole dates first, then months of a year, then days without a year."""
    name, four, day = rf"(?P<month>{months})", r"(?P<year>(?:19|20)\d\d)", r"(?P<day>[0-3]?\d)"
    shapes = (
        rf"\b{four}-(?P<month>[01]\d)-(?P<day>[0-3]\d)\b",
        rf"\b{day}\.(?P<month>[01]\d)\.{four}\b",
        rf"\b{four}\s?(?:{year})\s{day}\s(?:{name})\b",
        rf"\b{day}\s{name}\s{four}(?:\s?(?:{year}))?",
        rf"\b{name}\s{day},?\s{four}\b",
        rf"\b{four}\s?(?:{year})\s{name}\b",
        rf"\b{name},?\s{four}(?:\s?(?:{year}))?",
        rf"\b{day}\s{name}\b",
    )
    return tuple(map(re.compile, shapes))
