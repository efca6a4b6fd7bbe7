"""What a document is made of: frozen records with stable ids and source line spans.

Lines are counted from 1 and both ends belong to the span. Text is verbatim: the words of the source
with line breaks joined and recorded mends applied, nothing added. What search needs beside that
(opening sentences, spelled-out abbreviations) stands in `Passage.context`.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

Lines = tuple[int, int]


class Kind(StrEnum):
    """What a passage is."""

    PARAGRAPH = "paragraph"
    LIST = "list"
    HEADING = "heading"
    TABLE = "table"
    ROW = "row"


class Status(StrEnum):
    """The standing of an edition's text."""

    OFFICIAL = "official"
    WORKING = "working-translation"


@dataclass(frozen=True, slots=True)
class Mend:
    """A person's repair of an extraction fault: on `line`, `before` is read as `after`."""

    line: int
    before: str
    after: str
    reason: str


@dataclass(frozen=True, slots=True)
class Passage:
    """The smallest piece of a document that can be cited.

    `id` is `<document>.<language>.<first line>` (a letter follows when two passages start on one
    line); tables are `<document>.<language>.t<number>`, rows `...t<number>.r<row, from 1>`. `path` are the
    titles above it, chapter first. `articles` are those of the Convention ("37b" for a lettered
    paragraph), `observations` the paragraphs of the concluding observations, both of its section.
    `context` is for search only: the sentence that opens the list an item belongs to. `mends` are
    the repairs that this text contains. `lines` count in the edition's file; a passage of a working
    translation counts in `file` (relative to the document's folder) and renders `source_lines` of the
    official edition, which also give its id. `questions` are what people may ask of it in their own
    words: for search and to be suggested, never shown as text of the document.
    """

    id: str
    document: str
    language: str
    status: Status
    kind: Kind
    text: str
    lines: Lines
    path: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()
    table: int | None = None
    row: int | None = None
    context: str = ""
    mends: tuple[Mend, ...] = ()
    file: str = ""
    source_lines: Lines | None = None
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading with what stands under it; `passages` are ids in the order of the text, its own first."""

    title: str
    lines: Lines
    articles: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()
    passages: tuple[str, ...] = ()
    sections: tuple["Section", ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a table: printed values in the order of the columns, "" where the cell is blank.

    `uncertain` holds the indexes of values that the damaged text does not settle; `marks` maps a
    value's index (or -1 for the label) to the footnote number printed at it.
    """

    label: str
    group: str | None
    values: tuple[str, ...]
    lines: Lines
    uncertain: tuple[int, ...] = ()
    marks: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """A statistical table, shaped as `GET /v1/tables/{number}`; nested headers are joined with " / ".

    `everyday` is what people call its headings, each by its own text, and its title, by "": for search only.
    """

    number: int
    title: str
    unit: str | None
    chapter: str | None
    label_header: str | None
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    source: str | None
    notes: tuple[str, ...]
    lines: Lines
    everyday: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class Edition:
    """A document in one language. `file` is relative to the document's folder."""

    language: str
    status: Status
    file: str
    passages: tuple[Passage, ...]
    outline: tuple[Section, ...]
    tables: tuple[Table, ...] = ()

    @cached_property
    def by_id(self) -> Mapping[str, Passage]:
        """The passages by their ids."""
        return {passage.id: passage for passage in self.passages}

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The place of each paragraph and list (by id) among those under the same titles, from 1."""
        counts = Counter[tuple[str, ...]]()
        numbers = {}
        for passage in self.passages:
            if passage.kind in (Kind.PARAGRAPH, Kind.LIST):
                counts[passage.path] += 1
                numbers[passage.id] = counts[passage.path]
        return numbers


@dataclass(frozen=True, slots=True)
class Pair:
    """Passages of two editions that say the same: one to one, one to two or two to one (ids)."""

    official: tuple[str, ...]
    other: tuple[str, ...]


@dataclass(frozen=True)
class Document:
    """A document of the corpus. `titles` maps a language to the title; `number`, `date` (ISO 8601) and
    `adopted_by` (by language) come from its manifest, and so do `acts`: by language, the act that adopted it
    as citations name it. The official edition stands first."""

    id: str
    titles: Mapping[str, str]
    short_titles: Mapping[str, str]
    number: str | None
    date: str | None
    adopted_by: Mapping[str, str]
    editions: tuple[Edition, ...]
    pairs: tuple[Pair, ...] = ()
    acts: Mapping[str, str] = field(default_factory=dict)

    @property
    def official(self) -> Edition:
        """The edition that citations name."""
        return self.editions[0]

    @cached_property
    def partners(self) -> Mapping[str, tuple[str, ...]]:
        """For each tied passage (by id) those that say the same: of an official one all in other editions."""
        partners: dict[str, tuple[str, ...]] = defaultdict(tuple)
        for pair in self.pairs:
            for one in pair.official:
                partners[one] += pair.other
            for one in pair.other:
                partners[one] += pair.official
        return dict(partners)


@dataclass(frozen=True, slots=True)
class Corpus:
    """Every document, in the order of their ids."""

    documents: tuple[Document, ...]
