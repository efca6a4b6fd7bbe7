"""A document as people read it: in one language, in the order of the official text, section by section."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qa_service.document.records import Document, Edition, Kind, Passage
from qa_service.errors import EditionUnknown, PassageUnknown


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Passages that follow each other; those before and after them are asked for by the ids beside them."""

    language: str
    passages: tuple[Passage, ...]
    previous: str | None
    next: str | None


class Reading:
    """Every passage of a document but the rows of its tables. What the edition lacks stands in the official
    words, at its place. Raises EditionUnknown where there is no edition in `language`; immutable."""

    def __init__(self, document: Document, language: str) -> None:
        self._language = language
        self._partners = document.partners
        self._passages = tuple(_in_order(document, edition_of(document, language), self._partners))
        self._places = {passage.id: place for place, passage in enumerate(self._passages)}
        self._starts = tuple(_starts(self._passages))

    def section(self, passage: Passage | None = None) -> Excerpt:
        """The section that holds the passage, or the first. Headings with nothing of their own below
        them open the section that follows. Raises PassageUnknown."""
        place = self._place(passage)
        number = bisect_right(self._starts, place)
        before, start, after = (None, *self._starts, None)[number - 1 : number + 2]
        return self._excerpt(start or 0, after, before)

    def run(self, passage: Passage | None = None, limit: int = 50) -> Excerpt:
        """The passage, or the first, with those after it, `limit` in all. Raises PassageUnknown."""
        place = self._place(passage)
        after = place + limit if place + limit < len(self._passages) else None
        return self._excerpt(place, after, max(place - limit, 0) if place else None)

    def _excerpt(self, start: int, after: int | None, before: int | None) -> Excerpt:
        previous, following = (None if at is None else self._passages[at].id for at in (before, after))
        return Excerpt(self._language, self._passages[start:after], previous, following)

    def _place(self, passage: Passage | None) -> int:
        """Where the passage stands, or its partner; a row stands in its table."""
        if passage is None:
            return 0
        name = passage.id.rpartition(".")[0] if passage.kind is Kind.ROW else passage.id
        found = next((each for each in (name, *self._partners.get(name, ())) if each in self._places), None)
        if found is None:
            raise PassageUnknown(id=passage.id)
        return self._places[found]


def edition_of(document: Document, language: str) -> Edition:
    """The document's edition in a language. Raises EditionUnknown."""
    for edition in document.editions:
        if edition.language == language:
            return edition
    raise EditionUnknown(language=language, known=", ".join(each.language for each in document.editions))


def _in_order(
    document: Document, edition: Edition, partners: Mapping[str, Sequence[str]]
) -> Iterator[Passage]:
    if edition is document.official:
        yield from _readable(edition)
        return
    groups = _anchored(edition, partners)
    yield from groups.pop("", ())
    for passage in _readable(document.official):
        names = partners.get(passage.id, ())
        for name in names:
            yield from groups.pop(name, ())
        if not names:
            yield passage


def _anchored(edition: Edition, partners: Mapping[str, Sequence[str]]) -> dict[str, list[Passage]]:
    """By id, each passage that has a partner with those after it that have none; "" for the first ones."""
    anchor, groups = "", defaultdict[str, list[Passage]](list)
    for passage in _readable(edition):
        anchor = passage.id if passage.id in partners else anchor
        groups[anchor].append(passage)
    return groups


def _readable(edition: Edition) -> Iterator[Passage]:
    return (passage for passage in edition.passages if passage.kind is not Kind.ROW)


def _starts(passages: Sequence[Passage]) -> Iterator[int]:
    """Where a heading follows something that is none, and the beginning."""
    kind: Kind | None = None
    for place, passage in enumerate(passages):
        if kind is None or (passage.kind is Kind.HEADING and kind is not Kind.HEADING):
            yield place
        kind = passage.kind
