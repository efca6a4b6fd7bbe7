"""The reference index: everything that an edition names, with all its places, built from the text alone."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_service.citing.acts import Act
from qa_service.citing.articles import Article
from qa_service.citing.clusters import same_acts
from qa_service.citing.laws import Law
from qa_service.citing.mentions import CodeArticle, Mention, MentionReader
from qa_service.citing.places import Place, merged
from qa_service.citing.references import Target
from qa_service.citing.sections import article_places, captions, headings, observation_places
from qa_service.document.records import Edition, Kind, Passage


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is named, with its places in the order of the text.

    `number` is that of the article or paragraph, "" for a code as a whole and for acts, which have `act`;
    a law that is named by its title has the title for a number.
    `plain` is true for an act that is printed without a series somewhere. Places of an article of the
    Convention come once for each paragraph of it that a heading names.
    """

    target: Target
    places: tuple[Place, ...]
    number: str = ""
    code: str | None = None
    act: Act | None = None
    plain: bool = False


class EditionIndex:
    """What one edition names."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.passages = {passage.id: passage for passage in edition.passages}
        self.order = {identifier: rank for rank, identifier in enumerate(self.passages)}
        reader = MentionReader()
        read = {each.id: reader.read(each) for each in edition.passages if each.kind is not Kind.ROW}
        pairs = [(self.passages[name], mention) for name, mentions in read.items() for mention in mentions]
        passages = [self.passages[name] for name in read]
        self.entries: tuple[Entry, ...] = (
            *_numbered(Target.ARTICLE, [*_convention(pairs), *article_places(read, passages)]),
            *_numbered(Target.OBSERVATION, observation_places(passages)),
            *self._codes(pairs),
            *self._acts(pairs),
            *self._laws(pairs),
            *_numbered(Target.TABLE, captions(passages)),
            *_headed(passages),
        )

    def _codes(self, pairs: Sequence[tuple[Passage, Mention]]) -> Iterator[Entry]:
        places: dict[tuple[str, str], list[Place]] = defaultdict(list)
        for passage, mention in pairs:
            if isinstance(named := mention.named, CodeArticle):
                place = Place(passage, (mention.span,), named.article.parts if named.article else frozenset())
                places[named.code, named.article.number if named.article else ""].append(place)
        for (code, number), found in sorted(places.items(), key=lambda each: (each[0][0], rank(each[0][1]))):
            yield Entry(Target.CODE, merged(found, self.order), number, code)

    def _acts(self, pairs: Sequence[tuple[Passage, Mention]]) -> Iterator[Entry]:
        for cluster in same_acts(pairs):
            yield Entry(Target.ACT, merged(cluster.places, self.order), act=cluster.act, plain=cluster.plain)

    def _laws(self, pairs: Sequence[tuple[Passage, Mention]]) -> Iterator[Entry]:
        places: dict[str, list[Place]] = defaultdict(list)
        for passage, mention in pairs:
            if isinstance(law := mention.named, Law):
                places[law.title].append(Place(passage, (mention.span,), law.articles))
        for title, found in places.items():
            yield Entry(Target.LAW, merged(found, self.order), title)


def rank(number: str) -> tuple[int, ...]:
    """The order of numbers such as 114 and 114-1."""
    return tuple(int(part) for part in number.split("-") if part.isdigit())


def _convention(pairs: Sequence[tuple[Passage, Mention]]) -> Iterator[tuple[str, Place]]:
    for passage, mention in pairs:
        if isinstance(article := mention.named, Article):
            yield article.number, Place(passage, (mention.span,), article.parts)


def _numbered(target: Target, found: Iterable[tuple[str, Place]]) -> Iterator[Entry]:
    places: dict[str, list[Place]] = defaultdict(list)
    for number, place in found:
        places[number].append(place)
    for number in sorted(places, key=rank):
        yield Entry(target, tuple(places[number]), number)


def _headed(passages: Sequence[Passage]) -> Iterator[Entry]:
    """Chapters by number, and every other heading by its id."""
    found = list(headings(passages))
    yield from _numbered(Target.CHAPTER, ((number, place) for number, place in found if number))
    for number, place in found:
        if number is None:
            yield Entry(Target.SECTION, (place,), place.passage.id)
