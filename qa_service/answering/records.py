"""What the service says to a question: frozen records that name the decision."""

from dataclasses import dataclass
from enum import StrEnum

from qa_service.document.records import Lines, Passage

Highlights = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage that supports a reply. `highlights` are character spans of `passage.text`;
    `counterpart` is the same passage in another edition, with highlights of its own."""

    passage: Passage
    highlights: Highlights = ()
    counterpart: Passage | None = None
    counterpart_highlights: Highlights = ()


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a reply. `quote` is true where `text` is verbatim from an edition; `original` is
    then the same place in the official edition, unless `text` is from that one."""

    text: str
    language: str
    quote: bool
    original: "Wording | None" = None


class Doubt(StrEnum):
    """Why a figure is given with a warning: the damaged text does not settle the cell, or the question may
    have meant another one."""

    UNSETTLED = "unsettled"
    OTHER_CELL = "other-cell"


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a table: `value` as printed, `number` as a float where it is one, `cell` its id; `row` and
    `column` are in the language of the question. Where the cell prints two figures, "208/342", and one of
    them is asked for, `value` is that one and `pair` is both."""

    value: str
    number: float | None
    unit: str | None
    table: int
    row: str
    column: str
    lines: Lines
    doubts: tuple[Doubt, ...] = ()
    cell: str = ""
    pair: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """The report holds the answer. `figures` are further cells of a trend, a comparison or a
    worked-out figure; `figure` is the one that answers, if one cell does."""

    wording: Wording
    confidence: float
    citations: tuple[Citation, ...]
    figure: Figure | None = None
    figures: tuple[Figure, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """The report does not support an answer; `nearest` lets readers judge for themselves. `table` speaks
    of what was asked and lacks it, where that is the reason."""

    wording: Wording
    confidence: float
    nearest: tuple[Citation, ...]
    notices: tuple[str, ...] = ()
    table: int | None = None


Reply = Answer | NoAnswer
