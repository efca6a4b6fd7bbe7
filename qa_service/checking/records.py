"""What a draft says and what became of it: frozen records of the figure check."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from qa_service.document.records import Lines, Passage

Span = tuple[int, int]
Years = frozenset[int]


class Kind(StrEnum):
    """What is checked."""

    FIGURE = "figure"
    DATE = "date"
    LAW = "law"
    ARTICLE = "article"


class Verdict(StrEnum):
    """What the report says to it."""

    SAME = "same"
    DIFFERS = "differs"
    NOT_FOUND = "not found"


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure, date, law number or article number in a text.

    `span` are offsets into that text. `readings` are the numbers a figure may stand for ("18,879" is
    two), in whole units: thousands and millions are multiplied out. `step` is what a rounded figure is
    rounded to, 0 for others. `name` is the normalised form of everything else: "2019-04-30" or the parts
    of it that are known, "501-v", "72". `unit` is percent, money, dollars or age, "per" for the 1000 of a
    rate, for articles article or point, "" for a number that counts something, None where nothing tells.
    `years` are those that it is said of.
    """

    kind: Kind
    span: Span
    readings: frozenset[Decimal] = frozenset()
    step: Decimal = Decimal(0)
    name: str = ""
    unit: str | None = None
    years: Years = frozenset()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence with its mentions; `cited` are the ids of passages that its footnotes name.

    `years` are all years that the sentence names.
    """

    text: str
    language: str
    mentions: tuple[Mention, ...]
    years: Years = frozenset()
    cited: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Place:
    """Where the report says it. `highlight` is a span of `passage.text`; of a cell, `row` and `column`
    name it. `lines` count in the official text."""

    passage: Passage
    lines: Lines
    highlight: Span | None = None
    row: str | None = None
    column: str | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict on one mention. `reported` is what the report has, as printed, at `place`; `cited` is
    true where a footnote of the draft names that place."""

    sentence: Sentence
    mention: Mention
    verdict: Verdict
    reported: str | None = None
    place: Place | None = None
    cited: bool = False

    @property
    def written(self) -> str:
        """The mention as the draft writes it."""
        return self.sentence.text[slice(*self.mention.span)]


def counted(findings: Iterable[Finding]) -> dict[Verdict, int]:
    """How many findings have each verdict."""
    verdicts = [finding.verdict for finding in findings]
    return {verdict: verdicts.count(verdict) for verdict in Verdict}
