"""The words of a question as tokens: by stem, by prefix, and through the glossary."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from qa_service.answering.figures.facets import Facets
from qa_service.answering.figures.text_index import (
    BY_PREFIX,
    EXACT,
    Name,
    TextIndex,
    Token,
    Word,
    word_tokens,
)
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stems
from qa_service.language.terms import LANGUAGES, split_words

IDLE = 0.1
"""The share of its weight that an idle word keeps."""


class WordReader:
    """Turns the words that are left of a question into `Word`s, with what the glossary says of them."""

    def __init__(self, index: TextIndex, glossaries: Sequence[Glossary]) -> None:
        self._index = index
        self._glossaries = glossaries

    def read(self, asked: Facets, language: str) -> tuple[Word, ...]:
        """One for every word that is no stop word; words that no text has weigh most, idle ones little."""
        named = self._names(asked, language)
        words: list[Word] = []
        for place, said in enumerate(asked.words):
            if pair := word_tokens([said], language):
                names = tuple(named.get(place, ()))
                idle = said in asked.idle and not names
                weight = self._weight(pair, names) * (IDLE if idle else 1)
                head = place in asked.heads and self._known(pair, names)
                tokens = dict(zip(pair[::-1], (BY_PREFIX, EXACT)[-len(pair) :], strict=True))
                words.append(Word(tokens, weight, names, head, idle))
        return tuple(words)

    def _known(self, pair: Iterable[Token], names: Iterable[Name]) -> bool:
        tokens = chain(pair, (token for name in names for token, _ in name))
        return any(token in self._index.weights for token in tokens)

    def _weight(self, pair: Iterable[Token], names: Iterable[Name]) -> float:
        """That of the word itself, else of the name that says least."""
        own = [self._index.weights[token] for token in pair if token in self._index.weights]
        whole = [self._name_weight(name) for name in names]
        return max(own, default=min(whole, default=self._index.unknown))

    def _name_weight(self, name: Name) -> float:
        return max(self._index.weights.get(token, self._index.unknown) for token, _ in name)

    def _names(self, asked: Facets, language: str) -> Mapping[int, list[Name]]:
        """By the place of a word what it may be called; an idle one only within a longer phrase."""
        wanted = {language} & self._index.languages or self._index.languages
        found: dict[int, list[Name]] = defaultdict(list)
        for it in chain.from_iterable(each.expand(asked.words, language) for each in self._glossaries):
            if it.words[1] - it.words[0] == 1 and asked.words[it.words[0]] in asked.idle:
                continue
            other = next(each for each in LANGUAGES if each != it.language)
            named = [(it.language, name) for name in it.synonyms]
            named += [(other, name) for name in it.translations]
            names = [name for each, text in named if each in wanted and (name := self._name(text, each))]
            for place in range(*it.words):
                found[place] += names
        return found

    def _name(self, name: str, language: str) -> Name:
        said = [word for word in split_words(name) if stems(word, language)]
        tokens = list(dict.fromkeys(word_tokens([word], language)[0] for word in said))
        weights = [self._index.weights.get(token, self._index.unknown) for token in tokens]
        return tuple((token, weight / sum(weights)) for token, weight in zip(tokens, weights, strict=True))
