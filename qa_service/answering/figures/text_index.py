"""The texts of tables by their words, and how the words of a question fall on them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from qa_service.language.stems import stems

Floats = NDArray[np.float32]
Token = tuple[str, str]
"""(language, stem or prefix with "_" after it)."""
Name = tuple[tuple[Token, float], ...]

EXACT, BY_PREFIX, BY_GLOSSARY, EVERYDAY = 1.0, 0.7, 0.75, 0.8
"""How well a text holds a word: itself, its beginning, or another name; and what all that counts in an
everyday name."""
PREFIX = {"kk": 4, "ru": 5}
"""Letters of a word that forgive what its ending changes."""
WHOLE = 0.7
"""The share of a name that a text must hold to hold the name."""
LONG = 5
"""The fewest letters of a stem that has a prefix beside it."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question: the tokens that stand for it with their strength, and its weight.

    `names` are what the glossary calls it, each as tokens with their share of the name's weight; a
    `head` stands where the question says what it counts.
    """

    tokens: Mapping[Token, float]
    weight: float
    names: tuple[Name, ...] = ()
    head: bool = False
    idle: bool = False


@dataclass(frozen=True, slots=True)
class TextIndex:
    """Texts by the tokens of their words.

    `postings` maps a token to (text, share of the text's weight that the word has); `weights` are
    inverse frequencies of tokens over groups of texts that belong together. `worth` is what a word counts
    in each text.
    """

    size: int
    postings: Mapping[Token, tuple[NDArray[np.int64], Floats]]
    weights: Mapping[Token, float]
    unknown: float
    worth: Floats

    @property
    def languages(self) -> frozenset[str]:
        """The languages of the texts."""
        return frozenset(language for language, _ in self.postings)

    def hits(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """(how well each text holds each word, which share of each text is asked for), all in [0, 1]."""
        held = np.zeros((len(words), self.size), np.float32)
        asked = np.zeros(self.size, np.float32)
        strengths: dict[Token, Floats] = {}
        names = {name: BY_GLOSSARY * self._holding(name) for word in words for name in word.names}
        for row, word in zip(held, words, strict=True):
            said = {} if word.idle else strengths
            for token, strength in word.tokens.items():
                self._add(token, strength, row, said)
            for name in word.names:
                for token, _ in name:
                    self._add(token, names[name], row, strengths)
        for token, its in strengths.items():
            texts, shares = self.postings[token]
            asked[texts] += its * shares
        return held, np.minimum(asked, 1.0)

    def _holding(self, name: Name) -> Floats:
        """1 for the texts that hold the name, all of it but for words that say little."""
        shares = np.zeros(self.size, np.float32)
        for token, share in name:
            if token in self.postings:
                shares[self.postings[token][0]] += share
        return (shares >= WHOLE).astype(np.float32)

    def _add(self, token: Token, strength: Floats | float, row: Floats, asked: dict[Token, Floats]) -> None:
        """Counts a token in the texts that have it, in the word's row and in what is asked of the texts."""
        if token not in self.postings:
            return
        texts, _ = self.postings[token]
        its = (
            strength[texts] if isinstance(strength, np.ndarray) else np.full(len(texts), strength, np.float32)
        )
        its = its * self.worth[texts]
        row[texts] = np.maximum(row[texts], its)
        asked[token] = np.maximum(asked[token], its) if token in asked else its


def index_texts(
    texts: Sequence[tuple[str, Sequence[str]]], groups: Sequence[int], everyday: Sequence[bool]
) -> TextIndex:
    """`texts` are (language, words); text i belongs to group `groups[i]`, a table.

    It is printed there, or (`everyday[i]`) what people call something that is.
    """
    members: dict[Token, set[int]] = defaultdict(set)
    for (language, words), group in zip(texts, groups, strict=True):
        for token in word_tokens(words, language):
            members[token].add(group)
    count = len(set(groups))
    weights = {token: log(1 + count / len(its)) for token, its in members.items()}
    found: dict[Token, list[tuple[int, float]]] = defaultdict(list)
    for number, (language, words) in enumerate(texts):
        said = dict.fromkeys(tuple(word_tokens([word], language)) for word in words)
        pairs = [pair for pair in said if pair]
        total = sum(weights[pair[0]] for pair in pairs)
        for pair in pairs:
            for token in pair:
                found[token].append((number, weights[pair[0]] / total))
    postings = {
        token: (np.array([text for text, _ in its]), np.array([share for _, share in its], np.float32))
        for token, its in found.items()
    }
    worth = np.where(everyday, EVERYDAY, EXACT).astype(np.float32)
    return TextIndex(len(texts), postings, weights, log(1 + 2 * count), worth)


def word_tokens(words: Iterable[str], language: str) -> list[Token]:
    """Of every word its stem, and of a longer one the prefix; stop words have none."""
    length = PREFIX.get(language, max(PREFIX.values()))
    found: list[Token] = []
    for word in words:
        for stem in stems(word, language):
            found.append((language, stem))
            found += [(language, f"{word[:length]}_")] if len(stem) >= LONG else []
    return found
