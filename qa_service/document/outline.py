"""The order of a document: which paragraphs are headings, how deep, and what stands under them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from qa_service.document.grammar import Grammar
from qa_service.document.paragraphs import Paragraph, heading_like, refers
from qa_service.document.records import Passage, Section

Levels = Mapping[int, int]
"""A person's decisions: from the line at which a paragraph starts to its heading level, 0 for no heading."""


class Role(Enum):
    """What a paragraph does in its document."""

    HEADING = auto()
    OBSERVATIONS = auto()
    TEXT = auto()
    TABLE = auto()


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


def title_of(heading: str) -> str:
    """A heading as a title: without the comma that hands over to the line below."""
    return heading.rstrip(",")


def read_entries(paragraphs: Sequence[Paragraph], grammar: Grammar, decided: Levels) -> tuple[Entry, ...]:
    """Gives every paragraph of a body its role. What stands before the first chapter is front matter:
    text, if there are chapters at all."""
    first = next((i for i, paragraph in enumerate(paragraphs) if grammar.is_chapter(paragraph.text)), 0)
    entries = [Entry(paragraph, Role.TEXT) for paragraph in paragraphs[:first]]
    open_headings: list[Entry] = []
    for position in range(first, len(paragraphs)):
        entry = _entry(paragraphs, position, entries, open_headings, grammar, decided)
        entries.append(entry)
        if entry.role is Role.HEADING:
            open_headings = [heading for heading in open_headings if heading.level < entry.level] + [entry]
    return tuple(_with_observations(entries))


def place(entries: Sequence[Entry]) -> tuple[Placed, ...]:
    """Puts every entry under its headings. Articles add up on the way down; the nearest observations hold."""
    placed, above = [], list[Entry]()
    for entry in entries:
        if entry.role is Role.HEADING:
            above = [heading for heading in above if heading.level < entry.level]
        reach = [*above, entry] if entry.role is Role.HEADING else above
        articles = dict.fromkeys(article for heading in reach for article in heading.articles)
        observations = next((heading.observations for heading in reversed(reach) if heading.observations), ())
        placed.append(Placed(entry, tuple(heading.title for heading in above), tuple(articles), observations))
        above = reach
    return tuple(placed)


def sections(passages: Sequence[tuple[int, Passage]]) -> tuple[Section, ...]:
    """The tree of headings over passages in their order, each with its heading level (0: no heading)."""
    starts = [position for position, (level, _) in enumerate(passages) if level]
    found, position = [], starts[0] if starts else len(passages)
    while position < len(passages):
        level = passages[position][0]
        end = next(
            (start for start in starts if start > position and passages[start][0] <= level), len(passages)
        )
        found.append(_section(passages[position:end]))
        position = end
    return tuple(found)


def _section(passages: Sequence[tuple[int, Passage]]) -> Section:
    heading = passages[0][1]
    own_end = next((i for i, (level, _) in enumerate(passages) if level and i), len(passages))
    return Section(
        title=title_of(heading.text),
        lines=(heading.lines[0], passages[-1][1].lines[1]),
        articles=heading.articles,
        observations=heading.observations,
        passages=tuple(passage.id for _, passage in passages[:own_end]),
        sections=sections(passages[own_end:]),
    )


def _entry(
    paragraphs: Sequence[Paragraph],
    position: int,
    before: Sequence[Entry],
    above: Sequence[Entry],
    grammar: Grammar,
    decided: Levels,
) -> Entry:
    paragraph = paragraphs[position]
    if observations := grammar.observations_in(paragraph.text):
        return Entry(paragraph, Role.OBSERVATIONS, observations=observations)
    level = decided.get(paragraph.span[0])
    if level is None:
        followed = position + 1 < len(paragraphs) and bool(
            grammar.observations_in(paragraphs[position + 1].text)
        )
        level = _level(paragraph, before, above, grammar, followed)
    if not level:
        return Entry(paragraph, Role.TEXT)
    return Entry(paragraph, Role.HEADING, level, articles=grammar.articles_in(paragraph.text))


def _level(
    paragraph: Paragraph, before: Sequence[Entry], above: Sequence[Entry], grammar: Grammar, followed: bool
) -> int:
    """The level that a paragraph's form gives it; one `followed` by observations is a full section."""
    if grammar.is_chapter(paragraph.text):
        return 1
    named = refers(paragraph.text, grammar)
    if not named and not (heading_like(paragraph.text) and paragraph.set_apart):
        return 0
    if not above or before[-1].role is not Role.TEXT:
        return above[-1].level + 1 if above else 1
    return 2 if named else _plain_level(above, followed)


def _plain_level(above: Sequence[Entry], followed: bool) -> int:
    """The level of a heading that names no article and follows text: beside the last one of its kind."""
    plain = [heading.level for heading in above if heading.level > 1 and not heading.articles]
    if not plain:
        return above[-1].level + 1
    return plain[0] if followed else plain[-1]


def _with_observations(entries: Sequence[Entry]) -> list[Entry]:
    """Lets every heading carry the observations that a line under it names."""
    found = list(entries)
    owner: int | None = None
    for position, entry in enumerate(entries):
        if entry.role is Role.HEADING:
            owner = position
        elif entry.role is Role.OBSERVATIONS and owner is not None:
            found[owner] = replace(found[owner], observations=found[owner].observations + entry.observations)
    return found
