"""What a sheet is made of: frozen records; a change makes a new one."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from qa_service.answering.records import Doubt
from qa_service.document.records import Lines

Grid = tuple[tuple[str, ...], ...]
"""The cells of a table, header first."""


class Status(StrEnum):
    """How far the documents answer an issue."""

    COVERED = "covered"
    PARTLY = "partly"
    NOTHING = "nothing-found"


class Stage(StrEnum):
    """Where the work on a sheet stands; WAITING and RUNNING are taken up again after a restart."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    CANCELLED = "cancelled"
    FAILED = "failed"


UNFINISHED = (Stage.WAITING, Stage.RUNNING)


class Choice(StrEnum):
    """What the drafter made of a piece of evidence."""

    OFFERED = "offered"
    PINNED = "pinned"
    DROPPED = "dropped"


class Kind(StrEnum):
    """What a piece of evidence is."""

    PASSAGE = "passage"
    TABLE = "table"
    FIGURE = "figure"


@dataclass(frozen=True, slots=True)
class Issue:
    """A numbered paragraph ("letter" is "") or one of its lettered sub-questions.

    `key` is unique in its list ("12", "12a"; a second "12a" is "12a/2"). `heading` stands above it;
    `lead` is what stands in the paragraph before its first sub-question.
    """

    key: str
    number: str
    letter: str
    text: str
    heading: str = ""
    lead: str = ""

    @property
    def label(self) -> str:
        """ "12 (a)"."""
        return f"{self.number} ({self.letter})" if self.letter else self.number


@dataclass(frozen=True, slots=True)
class Evidence:
    """A passage, a table's rows or a figure that speaks to an issue.

    `number` counts from 1 within the issue and stays when the order changes. `text` is verbatim (a
    figure with its unit); `place` is the row and column of a figure or the title of a table.
    `citations` are footnotes by language. `supports` is false for what is only nearest.
    `highlights` are character spans of `text`. `original` is the official text where `text` is a
    working translation. `doubts` are those of a figure.
    """

    number: int
    kind: Kind
    passage: str
    language: str
    text: str
    lines: Lines
    citations: Mapping[str, str]
    supports: bool
    path: tuple[str, ...] = ()
    highlights: tuple[tuple[int, int], ...] = ()
    original: str = ""
    table: int | None = None
    grid: Grid = ()
    place: str = ""
    doubts: tuple[Doubt, ...] = ()
    choice: Choice = Choice.OFFERED


@dataclass(frozen=True, slots=True)
class Finding:
    """What the documents say to one issue."""

    status: Status
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An issue with what was found and what the drafter wrote; `status` is None until it was its turn."""

    issue: Issue
    status: Status | None = None
    evidence: tuple[Evidence, ...] = ()
    reply: str = ""

    @property
    def kept(self) -> tuple[Evidence, ...]:
        """The evidence that was not dropped, in the drafter's order."""
        return tuple(each for each in self.evidence if each.choice is not Choice.DROPPED)

    @property
    def words(self) -> int:
        """Words of the reply, counted as word processors do: by white space."""
        return len(self.reply.split())


@dataclass(frozen=True, slots=True)
class Sheet:
    """A list of issues with its entries. `failure` is the slug of what ended the work;
    `created` is ISO 8601 in UTC; `language` is the one that the issues are written in."""

    id: str
    language: str
    created: str
    stage: Stage
    entries: tuple[Entry, ...]
    failure: str = ""

    @property
    def done(self) -> int:
        """Issues that have a status."""
        return sum(entry.status is not None for entry in self.entries)

    @property
    def words(self) -> int:
        """Words of all replies."""
        return sum(entry.words for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Edit:
    """A drafter's change to the issue `key`: numbers of evidence to pin, drop or offer again, the order
    of some (they come first, the rest follows as it was), and the reply (None leaves it)."""

    key: str
    pin: tuple[int, ...] = ()
    drop: tuple[int, ...] = ()
    offer: tuple[int, ...] = ()
    order: tuple[int, ...] = ()
    reply: str | None = None
