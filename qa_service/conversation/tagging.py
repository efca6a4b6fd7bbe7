"""A question's words told apart: markers, pronouns, facets, question words, and what it is about."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from qa_service.answering.figures.ages import read_ages
from qa_service.answering.figures.facets import Cue
from qa_service.answering.figures.lexicon import read_lexicon
from qa_service.answering.figures.periods import read_periods
from qa_service.answering.figures.signs import read_signs
from qa_service.conversation.cues import FACETS, TOLD, Told, told
from qa_service.conversation.phrases import STAND_INS, Phrases, manner_of
from qa_service.conversation.reading import Facet, Kind, Reading, is_year
from qa_service.conversation.words import Words, split
from qa_service.language.stems import stems


def read(text: str, language: str) -> Reading:
    """A question in proper spelling, read by the words of its language."""
    return _Reader(split(text), language).reading()


class _Reader:
    """Gives each token to the first that knows it; what nobody knows is what the question is about."""

    def __init__(self, words: Words, language: str) -> None:
        self._words, self._tokens = words, words.tokens
        self._language, self._manner = language, manner_of(language)
        self._taken: set[int] = set()

    def reading(self) -> Reading:
        opened, closed = self._between_markers()
        tokens = self._tokens[opened:closed]
        # In this order: each takes its tokens from those that the ones before it left.
        itself = self._found(self._manner.itself)
        stand_ins = {name: at[0] for name in STAND_INS if (at := self._found(self._manner.stand_ins[name]))}
        named = [*self._numbered(), *self._periods(), *self._places()]
        cues = [*self._cues(), *self._called()]
        facets = self._facets(named, cues)
        asked = tuple(self._found(self._manner.asked))
        return Reading(
            words=self._words,
            language=self._language,
            opened=opened,
            closed=closed,
            more=self._manner.more.cover(tokens),
            spoken=self._spoken(tokens),
            courtesy=self._manner.courtesies.cover(self._tokens),
            stand_ins=stand_ins,
            facets=facets,
            asked=asked,
            **told(cues),
            own=tuple(sorted([*itself, *self._left()])),
        )

    def _between_markers(self) -> tuple[int, int]:
        """Where the words begin and end that are no markers, which are taken."""
        opened = self._manner.opened(self._tokens)
        closed = max(self._manner.closers.start(self._tokens, len(self._tokens)), opened)
        self._taken = {*range(opened), *range(closed, len(self._tokens))}
        return opened, closed

    def _facets(self, named: Sequence[Facet], cues: Sequence[Told]) -> tuple[Facet, ...]:
        told = [Facet(kind, *span, (cue,)) for cue, span in cues if (kind := FACETS.get(cue))]
        return tuple(sorted(map(self._with_preposition, [*named, *told]), key=lambda facet: facet.start))

    def _spoken(self, tokens: Sequence[str]) -> str | None:
        asked = (language for language, said in self._manner.spoken.items() if said.cover(tokens))
        return next(asked, None)

    def _found(self, phrases: Phrases) -> list[int]:
        """The tokens of every phrase, which nobody else gets any more."""
        found: list[int] = []
        for start in range(len(self._tokens)):
            span = range(start, phrases.end(self._tokens, start))
            if span and self._taken.isdisjoint(span):
                self._taken.update(span)
                found += span
        return found

    def _numbered(self) -> Iterator[Facet]:
        """Articles, tables ... by their numbers."""
        for index, token in enumerate(self._tokens):
            kind = next(
                (kind for kind, names in self._manner.numbered.items() if _is_one(token, names)), None
            )
            number = self._number_beside(index) if kind else None
            if kind and number is not None:
                start, end = min(index, number), max(index, number) + 1
                self._taken.update(range(start, end))
                yield Facet(Kind.NUMBERED, start, end, (kind,))

    def _number_beside(self, index: int) -> int | None:
        """The number behind a word such as "article", or with a hyphen or none before it."""
        places = (index + 1, index - 1, index - 2)
        within = (place for place in places if 0 <= place < len(self._tokens))
        return next((place for place in within if self._tokens[place][:1].isdigit()), None)

    def _periods(self) -> Iterator[Facet]:
        signs = read_signs(self._free(), self._language)
        periods = read_periods(signs)
        for start, end in _runs(periods.used):
            years = [int(token) for token in self._tokens[start:end] if is_year(token)]
            self._taken.update(range(start, end))
            yield Facet(Kind.PERIOD, start, end, tuple(map(str, years)))
        ages, used = read_ages(signs)
        for start, end in _runs(used if ages else ()):
            self._taken.update(range(start, end))
            yield Facet(Kind.AGE, start, end)

    def _places(self) -> Iterator[Facet]:
        for match in read_lexicon("places").find(self._free(), self._language):
            self._taken.update(range(match.start, match.end))
            yield Facet(Kind.PLACE, match.start, match.end, match.meanings)

    def _cues(self) -> Iterator[Told]:
        for match in read_lexicon("cues").find(self._free(), self._language):
            cue = next((cue for cue in map(Cue, match.meanings) if cue in TOLD), None)
            asked = self._manner.asked.end(self._tokens, match.start) >= match.end
            said = any(token.isalnum() for token in self._tokens[match.start : match.end])
            if cue and said and not asked:
                self._taken.update(range(match.start, match.end))
                yield cue, (match.start, match.end)

    def _called(self) -> Iterator[Told]:
        for index, token in enumerate(self._tokens):
            named = (cue for cue, words in self._manner.called.items() if _is_one(token, words))
            if index not in self._taken and (cue := next(named, None)):
                self._taken.add(index)
                yield Cue(cue), (index, index + 1)

    def _free(self) -> list[str]:
        """The tokens, with a sign that means nothing for those that are taken."""
        return ["," if index in self._taken else token for index, token in enumerate(self._tokens)]

    def _with_preposition(self, facet: Facet) -> Facet:
        before = facet.start - 1
        fits = before >= 0 and self._tokens[before] in self._manner.before and before not in self._taken
        return replace(facet, start=before) if fits else facet

    def _left(self) -> Iterator[int]:
        for index, token in enumerate(self._tokens):
            if index not in self._taken and token.isalnum() and stems(token, self._language):
                yield index


def _is_one(token: str, names: Iterable[str]) -> bool:
    return any(token.startswith(name[:-1]) if name.endswith("*") else token == name for name in names)


def _runs(indexes: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring indexes as spans."""
    for _, run in groupby(enumerate(sorted(indexes)), key=lambda pair: pair[1] - pair[0]):
        members = [index for _, index in run]
        yield members[0], members[-1] + 1
