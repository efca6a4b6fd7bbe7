"""What the words of a question do: which go on from another question, and which speak of something."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qa_service.conversation.words import Words

_CLAUSE_ENDS = frozenset(",;-")
_YEAR = re.compile(r"(?:19|20)\d\d")


class Kind(StrEnum):
    """What a question may ask by, and another may ask by instead."""

    PERIOD = "period"
    PLACE = "place"
    AGE = "age"
    SEX = "sex"
    SETTLEMENT = "settlement"
    MEASURE = "measure"
    TOTAL = "total"
    NUMBERED = "numbered"


@dataclass(frozen=True, slots=True)
class Facet:
    """The tokens [start, end) name it, with the preposition before it; `means` are the years, the place,
    the cue or what is numbered."""

    kind: Kind
    start: int
    end: int
    means: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """`opened` and `closed` are where the words begin and end that are no markers of going on.

    `more` asks for the same once more, in the language `spoken` where one is named; `compares` asks how much
    more or less something is. The rest are tokens: `asked` question words, `intents` what makes a trend or a
    ranking, `extremes` those of them that say most or least, `quantity` "how many", `counting` that or "the
    number of", and `own` all that says what the question is about; `stand_ins` tells where the first pronoun
    of a kind stands.
    """

    words: Words
    language: str
    opened: int
    closed: int
    more: bool
    spoken: str | None
    courtesy: bool
    stand_ins: Mapping[str, int]
    facets: tuple[Facet, ...]
    asked: tuple[int, ...]
    intents: tuple[int, ...]
    extremes: tuple[int, ...]
    compares: bool
    quantity: tuple[int, ...]
    counting: tuple[int, ...]
    own: tuple[int, ...]

    @property
    def marked(self) -> bool:
        """Whether it says that it goes on from another question."""
        return self.opened > 0 or self.closed < len(self.words.tokens)

    @property
    def counts(self) -> bool:
        """Whether it asks for a figure in words of its own."""
        return bool(self.counting or self.of(Kind.MEASURE))

    @property
    def refers_back(self) -> bool:
        """Whether a pronoun of it can stand for something outside: one clause, with hardly a noun before, and
        none that the question itself is asked about ("kindergartens: how many children are in them?")."""
        if not self.stand_ins:
            return False
        first = min(self.stand_ins.values())
        before = [index for index in self.own if index < first]
        between = range(before[0], first) if before else range(0)
        ends = any(self.words.tokens[index] in _CLAUSE_ENDS for index in between)
        asks = any(index in between for index in (*self.asked, *self.quantity))
        return len(before) <= 1 and not ends and not asks

    def of(self, kind: Kind) -> tuple[Facet, ...]:
        """What it names of a kind."""
        return tuple(facet for facet in self.facets if facet.kind is kind)


def is_year(token: str) -> bool:
    """Whether a token is the figures of a year."""
    return _YEAR.fullmatch(token) is not None
