"""What the finder says of a question: the figure, several of them, what is missing, or nothing."""

from dataclasses import dataclass
from enum import StrEnum

from qa_service.answering.records import Figure


class Facet(StrEnum):
    """What a question may ask by and a table may not have."""

    PERIOD = "period"
    PLACE = "places"
    AGE = "age"
    SEX = "sexes"
    SETTLEMENT = "settlements"


class Operation(StrEnum):
    """How a worked-out figure comes from its two cells."""

    DIFFERENCE = "difference"
    RATIO = "ratio"
    GROWTH = "growth"


@dataclass(frozen=True, slots=True)
class Spot:
    """A cell of the table `title` of a document; `row` counts from 1, `notes` are footnotes printed at it."""

    document: str
    title: str
    figure: Figure
    row: int
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """One cell answers.

    `certainty` is the measured chance that it is the one asked for; `latest` is true where no year
    was asked for and the last one of the table is given, `undated` where one was asked for and the
    table names none. The value may be a dash, as printed. `evidence` is what the certainty
    was worked out from.
    """

    spot: Spot
    certainty: float
    latest: bool = False
    undated: bool = False
    evidence: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Series:
    """Cells that stand for the same in several years or in several places."""

    spots: tuple[Spot, ...]
    certainty: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The cells that were compared, the one asked for first: the largest if `most`."""

    spots: tuple[Spot, ...]
    certainty: float
    most: bool


@dataclass(frozen=True, slots=True)
class Calculated:
    """A figure worked out from two cells, the earlier one first; it is printed nowhere."""

    operation: Operation
    number: float
    unit: str | None
    spots: tuple[Spot, Spot]
    certainty: float


@dataclass(frozen=True, slots=True)
class Missing:
    """A table speaks of it, but not for what was asked.

    `facets` are what it does not have, all of them given where only the cell is blank; `has` are its
    periods where a period is missing, else the names of its rows.
    """

    document: str
    table: int
    title: str
    facets: tuple[Facet, ...]
    has: tuple[str, ...]
    certainty: float


@dataclass(frozen=True, slots=True)
class NoFigure:
    """No table speaks of it, or the question asks for no figure."""


FigureOutcome = Found | Series | Ranking | Calculated | Missing | NoFigure
