"""How the words of a question fall on the texts of tables: by stem, by prefix, and through the glossary."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, product
from math import log

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.facets import Facets
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stems
from qa_service.language.terms import split_words

Floats = NDArray[np.float32]
Token = tuple[str, str]
"""(language, stem or prefix with "_" after it)."""

EXACT, BY_PREFIX, BY_GLOSSARY = 1.0, 0.7, 0.75
PREFIX = {"kk": 4, "ru": 5}
"""Letters of a word that forgive what its ending changes."""
IDLE = 0.1
"""The share of its weight that an idle word keeps."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: the tokens that stand for it with their strength, and its weight.

    A `head` stands where the question says what it counts.
    """

    tokens: Mapping[Token, float]
    weight: float
    head: bool = False


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts by the tokens of their words.

    `postings` maps a token to (text, share of the text's weight that the word has); `weights` are
    inverse frequencies of tokens over groups of texts that belong together.
    """

    size: int
    postings: Mapping[Token, tuple[NDArray[np.int64], Floats]]
    weights: Mapping[Token, float]
    unknown: float

    def hits(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """(how well each text holds each word, which share of each text is asked for), all in [0, 1]."""
        held = np.zeros((len(words), self.size), np.float32)
        asked = np.zeros(self.size, np.float32)
        taken: set[Token] = set()
        for row, word in zip(held, words, strict=True):
            for token, strength in word.tokens.items():
                if token in self.postings:
                    texts, shares = self.postings[token]
                    np.maximum.at(row, texts, strength)
                    if token not in taken:
                        asked[texts] += strength * shares
                        taken.add(token)
        return held, np.minimum(asked, 1.0)


def index_texts(texts: Sequence[tuple[str, Sequence[str]]], groups: Sequence[int]) -> TextIndex:
    """`texts` are (language, words); text i belongs to group `groups[i]`, a table."""
    members: dict[Token, set[int]] = defaultdict(set)
    for (language, words), group in zip(texts, groups, strict=True):
        for token in _tokens(words, language):
            members[token].add(group)
    count = len(set(groups))
    weights = {token: log(1 + count / len(its)) for token, its in members.items()}
    found: dict[Token, list[tuple[int, float]]] = defaultdict(list)
    for number, (language, words) in enumerate(texts):
        tokens = [pair for word in words if (pair := _tokens([word], language))]
        total = sum(weights[pair[0]] for pair in tokens) or 1.0
        for pair in tokens:
            for token in pair:
                found[token].append((number, weights[pair[0]] / total))
    postings = {
        token: (np.array([text for text, _ in its]), np.array([share for _, share in its], np.float32))
        for token, its in found.items()
    }
    return TextIndex(len(texts), postings, weights, log(1 + 2 * count))


def _tokens(words: Iterable[str], language: str) -> list[Token]:
    """Of every word its stem and its prefix; stop words have none."""
    length = PREFIX.get(language, max(PREFIX.values()))
    found: list[Token] = []
    for word in words:
        for stem in stems(word, language):
            found += [(language, stem), (language, f"{word[:length]}_" if word.isalpha() else f"{word}_")]
    return found


class WordReader:
    """Turns the words that are left of a question into `Word`s, with what the glossary says of them."""

    def __init__(self, index: TextIndex, glossaries: Sequence[Glossary]) -> None:
        self._index = index
        self._glossaries = glossaries

    def read(self, asked: Facets, language: str) -> tuple[Word, ...]:
        """One for every word that is no stop word; words that no text has weigh most, idle ones little."""
        names = self._names(asked.words, language)
        words: list[Word] = []
        for place, said in enumerate(asked.words):
            if pair := _tokens([said], language):
                tokens = {pair[1]: BY_PREFIX, **names.get(place, {}), pair[0]: EXACT}
                idle = said in asked.idle and place not in names
                weight = self._weight(pair) or self._weight(tokens) or self._index.unknown
                words.append(
                    Word(tokens, weight * IDLE if idle else weight, self._is_head(tokens, place, asked))
                )
        return tuple(words)

    def _is_head(self, tokens: Iterable[Token], place: int, asked: Facets) -> bool:
        return place in asked.heads and any(token in self._index.weights for token in tokens)

    def _weight(self, tokens: Iterable[Token]) -> float | None:
        """The weight of the token that says most, None where no text has any of them."""
        return max(
            (self._index.weights[token] for token in tokens if token in self._index.weights), default=None
        )

    def _names(self, words: Sequence[str], language: str) -> dict[int, dict[Token, float]]:
        """By the place of a word the tokens of what it may be called."""
        found: dict[int, dict[Token, float]] = defaultdict(dict)
        for it in chain.from_iterable(each.expand(words, language) for each in self._glossaries):
            other = next(each for each in ("kk", "ru") if each != it.language)
            named = [(it.language, name) for name in it.synonyms] + [
                (other, name) for name in it.translations
            ]
            for place, (each, name) in product(range(*it.words), named):
                for token, strength in self._strengths(name, each).items():
                    found[place][token] = max(strength, found[place].get(token, 0.0))
        return found

    def _strengths(self, name: str, language: str) -> dict[Token, float]:
        """The stems of a name, a word that says much of it stronger than one that says little."""
        pairs = _tokens(split_words(name), language)[::2]
        weights = [self._index.weights.get(token, self._index.unknown) for token in pairs]
        total = sum(weights)
        return {
            token: BY_GLOSSARY * (weight / total) ** 0.5 for token, weight in zip(pairs, weights, strict=True)
        }
