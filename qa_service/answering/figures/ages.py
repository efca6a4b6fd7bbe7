"""Ages in questions and in the headings of tables, in whole years."""

import re
from dataclasses import dataclass

from qa_service.answering.figures.signs import Signs

CHILDHOOD = 17

# In this order: "6 мен 17 жас", "5 жастан 14 жасқа дейін", "от года до трех", "в возрасте от 5 до 14",
# "(15-17)", "от 15 до 17" at the end of a clause; "до 16 лет", "18-ге толмаған", "до года"; "9 лет", but
# not a number of years that something lasted; "жасы 6-17" at the end of a label.
_PATTERNS = (
    re.compile(
        r"(?P<low>n)[aj_f]*[-u&]?(?P<high>n)a_*u?|f(?P<one>j)u(?P<high2>n)a?"
        r"|a_*f?(?P<low2>n)[-u](?P<high3>n)|\((?P<low3>n)-(?P<high4>n)\)|f(?P<low4>n)u(?P<high5>n)(?=[,()]|$)"
    ),
    re.compile(r"u(?P<high>n)a|(?P<high2>n)a?u(?!n)|u(?P<year>j)"),
    re.compile(r"(?<!d)(?P<low>n)_*a|(?P<low2>A)"),
    re.compile(r"a_*(?P<low>n)(?:-(?P<high>n))?$"),
)


@dataclass(frozen=True, slots=True, order=True)
class Age:
    """From `low` to `high`; `below` where only the upper end was named ("до 16 лет")."""

    low: int
    high: int
    below: bool = False

    @property
    def childhood(self) -> bool:
        """Whether it says no more than "child" does."""
        return self.low == 0 and self.high >= CHILDHOOD

    def __str__(self) -> str:
        return str(self.low) if self.low == self.high else f"{self.low}-{self.high}"


def same(asked: Age, printed: Age) -> float:
    """1 for the same age, less where only the wording of the upper bound may differ, 0 for another."""
    if (asked.low, asked.high) == (printed.low, printed.high):
        return 1.0
    loose = asked.below or printed.below
    return 0.8 if loose and asked.low == printed.low and abs(asked.high - printed.high) == 1 else 0.0


def read_ages(signs: Signs) -> tuple[tuple[Age, ...], frozenset[int]]:
    """The ages that the tokens name, and the indexes of their tokens."""
    ages: list[Age] = []
    used: set[int] = set()
    for pattern in _PATTERNS:
        for match in pattern.finditer(_without(signs.text, used)):
            ages.append(_age(match, signs.numbers))
            used.update(range(*match.span()))
    return tuple(ages), frozenset(used)


def _without(signs: str, used: set[int]) -> str:
    return "".join("." if index in used else sign for index, sign in enumerate(signs))


def _age(match: re.Match[str], numbers: tuple[int, ...]) -> Age:
    named = {name.rstrip("2345"): match.start(name) for name, sign in match.groupdict().items() if sign}
    low = 1 if "one" in named else numbers[named["low"]] if "low" in named else 0
    high = 1 if "year" in named else numbers[named["high"]] if "high" in named else low
    return Age(low, high, not named.keys() & {"one", "low"})
