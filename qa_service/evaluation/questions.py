"""Question sets: what each kind of question asks, and what answers it."""

from dataclasses import dataclass, replace
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field


class Line(BaseModel):
    """What a line of a question set holds; fields that are not known are passed over."""

    model_config = ConfigDict(frozen=True)


class Numbered(Line):
    """A question that is named; no two of a kind have the same `id`."""

    id: str


class TextQuestion(Numbered):
    """Answered by a passage that holds one of `evidence`. `question` is by language; `answers` are short
    strings as printed, any of which will do, and none where the passage itself is the answer."""

    question: dict[str, str]
    evidence: tuple[str, ...] = Field(min_length=1)
    answers: tuple[str, ...] = ()
    lines: tuple[int, int]


class CellQuestion(Numbered):
    """Answered by one cell of a table; `answers` are the ways to print it."""

    question: dict[str, str]
    table: int
    row: str
    column: str
    group: str | None = None
    answers: tuple[str, ...] = Field(min_length=1)
    lines: tuple[int, int]


class Unanswerable(Numbered):
    """Not answered by the documents. `type` is near, other or off the subject."""

    type: str
    question: dict[str, str]


class Place(Line):
    """A place that a reference names: a heading or a quote, at its line of the source."""

    line: int
    heading: str | None = None
    quote: str | None = None


class Lookup(Numbered):
    """A reference as drafters type it, with every place it names."""

    query: str
    lang: str
    group: str = ""
    expect: tuple[Place, ...] = Field(min_length=1)


class FollowUp(Numbered):
    """A question within a conversation, after the `earlier` ones, oldest first.

    Of kind `own` it has a subject of its own and is to be taken as it is; of kind `cell` a cell of `table`
    answers it (see CellQuestion), of kind `text` a passage (see TextQuestion).
    """

    kind: Literal["own", "cell", "text"]
    language: str
    earlier: tuple[str, ...] = Field(min_length=1)
    text: str
    table: int | None = None
    answers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    lines: tuple[int, int] | None = None


class LanguageQuery(Line):
    """A short query in a known language; `variant` says how Kazakh was typed."""

    text: str
    lang: str
    variant: str | None = None


class KnownRow(Line):
    """A row of a whole table."""

    label: str
    group: str | None = None
    values: tuple[str, ...]


class KnownTable(Line):
    """A whole table, cell by cell."""

    number: int = Field(alias="table")
    rows: tuple[KnownRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionSets:
    """Every question of a folder, by kind."""

    text: tuple[TextQuestion, ...] = ()
    cells: tuple[CellQuestion, ...] = ()
    unanswerable: tuple[Unanswerable, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    languages: tuple[LanguageQuery, ...] = ()
    tables: tuple[KnownTable, ...] = ()
    conversations: tuple[FollowUp, ...] = ()

    def worded_in(self, language: str) -> "QuestionSets":
        """The questions that can be put in a language; what has no language stays."""
        return replace(
            self,
            text=tuple(each for each in self.text if language in each.question),
            cells=tuple(each for each in self.cells if language in each.question),
            unanswerable=tuple(each for each in self.unanswerable if language in each.question),
        )
