"""The order of a document: what every paragraph does, and what stands under which heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from qa_service.document.paragraphs import Paragraph
from qa_service.document.records import Passage, Section

Levelled = tuple[int | None, Passage]
"""A passage with its heading level, from 1: 0 for text in a section, None for what is outside sections."""


class Role(Enum):
    """What a paragraph does in its document."""

    HEADING = auto()
    OBSERVATIONS = auto()
    TEXT = auto()
    TABLE = auto()
    MATTER = auto()


@dataclass(frozen=True, slots=True)
class Entry:
    """A paragraph with its role. `level` counts from 1 for a chapter and is 0 for whatever is no heading;
    `articles` and `observations` are those that it names itself."""

    paragraph: Paragraph
    role: Role
    level: int = 0
    articles: tuple[str, ...] = ()
    observations: tuple[str, ...] = ()
    table: int | None = None

    @property
    def title(self) -> str:
        return title_of(self.paragraph.text)


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its section: the titles above it, and the articles and observations that hold for it."""

    entry: Entry
    path: tuple[str, ...]
    articles: tuple[str, ...]
    observations: tuple[str, ...]

    @property
    def level(self) -> int | None:
        return None if self.entry.role is Role.MATTER else self.entry.level


def title_of(heading: str) -> str:
    """A heading as a title: without the comma that hands over to the line below."""
    return heading.rstrip(",")


def place(entries: Sequence[Entry]) -> tuple[Placed, ...]:
    """Puts every entry under its headings. Articles add up on the way down; the nearest observations hold."""
    placed, above = [], list[Entry]()
    for entry in entries:
        above = [] if entry.role is Role.MATTER else _still_open(above, entry)
        reach = [*above, entry] if entry.role is Role.HEADING else above
        placed.append(_placed(entry, above, reach))
        above = reach
    return tuple(placed)


def sections(passages: Sequence[Levelled]) -> tuple[Section, ...]:
    """The tree of headings over passages in their order; what stands outside sections is left out."""
    found, position = [], 0
    while position < len(passages):
        level = passages[position][0]
        end = _end(passages, position, level) if level else position + 1
        if level:
            found.append(_section(passages[position:end]))
        position = end
    return tuple(found)


def _still_open(above: list[Entry], entry: Entry) -> list[Entry]:
    if entry.role is not Role.HEADING:
        return above
    return [heading for heading in above if heading.level < entry.level]


def _placed(entry: Entry, above: Sequence[Entry], reach: Sequence[Entry]) -> Placed:
    articles = dict.fromkeys(article for heading in reach for article in heading.articles)
    observations = next((heading.observations for heading in reversed(reach) if heading.observations), ())
    return Placed(entry, tuple(heading.title for heading in above), tuple(articles), observations)


def _end(passages: Sequence[Levelled], start: int, level: int) -> int:
    """Where the section that starts here is over: at a heading no deeper, or at what stands outside."""
    for position in range(start + 1, len(passages)):
        other = passages[position][0]
        if other is None or 0 < other <= level:
            return position
    return len(passages)


def _section(passages: Sequence[Levelled]) -> Section:
    heading = passages[0][1]
    own = next((i for i, (level, _) in enumerate(passages) if level and i), len(passages))
    return Section(
        title=title_of(heading.text),
        lines=(heading.lines[0], passages[-1][1].lines[1]),
        articles=heading.articles,
        observations=heading.observations,
        passages=tuple(passage.id for _, passage in passages[:own]),
        sections=sections(passages[own:]),
    )
