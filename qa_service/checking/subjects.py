"""How well facts fit what a sentence speaks of: pure word mathematics over all facts at once."""

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, reduce
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from qa_service.checking.facts import Fact, around
from qa_service.checking.grammar import grammar
from qa_service.checking.records import Mention, Sentence
from qa_service.language.glossary import Glossary
from qa_service.language.stems import analyze
from qa_service.language.terms import split_words
from qa_service.search.query import Concept, concepts

Scores = NDArray[np.float32]

SUBJECT, WIDE, NEAR = 0.5, 0.15, 0.35
"""What the words of the sentence, of the passage, and next to the figure count (docs/checking.md)."""


PLACE = 1.5
"""How much more the name of a place counts."""
UNKNOWN = 1.0
"""The weight of a word that the report does not have, and of other numbers in the sentence."""
ELSEWHERE = 0.5
"""What the words of clauses count that hold a figure of their own."""
_CLAUSE_END = re.compile(r"[,;:()]\s")
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class Asked:
    """A thing that a sentence speaks of: tokens by name, any of which may be used, and its weight."""

    names: tuple[frozenset[str], ...]
    weight: float


class Postings:
    """Which of many texts hold a token; a text's weight is the sum of its tokens' weights."""

    def __init__(self, texts: Sequence[frozenset[str]], weights: Mapping[str, float]) -> None:
        listed: dict[str, list[int]] = {}
        for number, tokens in enumerate(texts):
            for token in tokens:
                listed.setdefault(token, []).append(number)
        self._listed = {token: np.array(numbers) for token, numbers in listed.items()}
        self._weights = weights
        self.size = len(texts)
        totals = [sum(weights[token] for token in tokens) for tokens in texts]
        self._totals = np.array(totals, dtype=np.float32)

    def covering(self, asked: Iterable[Asked]) -> Scores:
        """For each text the weighted share of the asked concepts of which it holds a name."""
        covered, total = np.zeros(self.size, dtype=np.float32), 0.0
        for each in asked:
            total += each.weight
            held = [found for name in each.names if len(found := self._holding(name))]
            if held:
                covered[np.unique(np.concatenate(held))] += each.weight
        return covered / np.float32(max(total, 1e-6))

    def _holding(self, name: frozenset[str]) -> NDArray[np.int64]:
        """The texts that hold every token of a name."""
        found = sorted((self._listed.get(token, _NONE) for token in name), key=len)
        return reduce(np.intersect1d, found)

    def covered(self, asked: Iterable[Asked]) -> Scores:
        """For each text the weighted share of its tokens that are asked for; 0 for a blank text."""
        shares: Scores = np.zeros(self.size, dtype=np.float32)
        for token in {token for each in asked for name in each.names for token in name}:
            if token in self._listed:
                shares[self._listed[token]] += self._weights[token]
        shares /= np.maximum(self._totals, np.float32(1e-6))
        return shares


@dataclass(frozen=True, slots=True)
class Subjects:
    """Facts ready to be compared with sentences. `settings` gives each fact's place in the postings of
    settings; `in_table` flags the facts of tables."""

    glossary: Glossary
    settings: NDArray[np.int64]
    in_table: NDArray[np.bool_]
    subject: Postings
    wide: Postings
    near: Postings
    weights: Mapping[str, float]

    def fit(self, sentence: Sentence, mention: Mention) -> Scores:
        """For each fact how well it fits what the sentence says of the mention, from 0 to about 1."""
        own, others = clauses(sentence, mention)
        elsewhere = [replace(each, weight=each.weight * ELSEWHERE) for each in self._asked(others, sentence)]
        asked = [*self._asked(own, sentence), *elsewhere]
        close = self._asked(around(sentence.text, mention.span), sentence)
        told = (self.near.covered(asked) + self.near.covered(close)) / 2
        near = np.where(self.in_table, told, self.near.covering(close))
        settings = SUBJECT * self.subject.covering(asked) + WIDE * self.wide.covering(asked)
        return np.asarray(settings[self.settings] + NEAR * near, dtype=np.float32)

    def _asked(self, text: str, sentence: Sentence) -> list[Asked]:
        known = self.glossary.expand(split_words(text), sentence.language)
        found = concepts(text, sentence.language, known)
        return [asked for each in found if (asked := self._told(each))]

    def _told(self, concept: Concept) -> Asked | None:
        names = tuple(name for name in map(_telling, concept.names) if name)
        if not names or grammar().year.fullmatch(concept.word):
            return None
        weight = max(self.weights.get(token, UNKNOWN) for token in names[0])
        if concept.word[0].isdigit():
            weight = min(weight, UNKNOWN)
        return Asked(names, weight * (PLACE if concept.place else 1.0))


def clauses(sentence: Sentence, mention: Mention) -> tuple[str, str]:
    """The sentence without the mention: what is said of it, and the clauses that hold other figures."""
    text, (start, end) = sentence.text, mention.span
    bounds = [0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)]
    own, others = [], []
    for first, last in pairwise(bounds):
        if first <= start < last:
            own.append(f"{text[first:start]} {text[end:last]}")
        elif any(each.kind is mention.kind and first <= each.span[0] < last for each in sentence.mentions):
            others.append(text[first:last])
        else:
            own.append(text[first:last])
    return " ".join(own), " ".join(others)


def subjects_of(facts: Sequence[Fact], glossary: Glossary) -> Subjects:
    """The word index of all facts."""
    settings = list(dict.fromkeys(fact.setting for fact in facts))
    numbers = {setting: number for number, setting in enumerate(settings)}
    subject = [_all_tokens(setting.subject, setting.language) for setting in settings]
    wide = [
        _all_tokens(setting.wide, setting.language) | tokens
        for setting, tokens in zip(settings, subject, strict=True)
    ]
    near = [_all_tokens(fact.near, fact.setting.language) for fact in facts]
    weights = _weights([*set(subject), *set(wide), *set(near)])
    return Subjects(
        glossary=glossary,
        settings=np.array([numbers[fact.setting] for fact in facts], dtype=np.int64),
        in_table=np.array([fact.place.passage.table is not None for fact in facts]),
        subject=Postings(subject, weights),
        wide=Postings(wide, weights),
        near=Postings(near, weights),
        weights=weights,
    )


def _weights(texts: Sequence[frozenset[str]]) -> dict[str, float]:
    """Inverse document frequency: ln(1 + texts / texts that hold the token)."""
    counts: dict[str, int] = {}
    for tokens in texts:
        for token in tokens:
            counts[token] = counts.get(token, 0) + 1
    return {token: math.log(1 + len(texts) / count) for token, count in counts.items()}


def _all_tokens(texts: Iterable[str], language: str) -> frozenset[str]:
    return frozenset().union(*(_tokens(text, language) for text in texts))


@lru_cache(maxsize=8192)
def _tokens(text: str, language: str) -> frozenset[str]:
    return _telling(analyze(text, language))


def _telling(tokens: Iterable[str]) -> frozenset[str]:
    """Stems and numbers; years are compared by themselves, prefixes forgive too much."""
    return frozenset(token for token in tokens if not token.endswith("_") and not _is_year(token))


def _is_year(token: str) -> bool:
    return len(token) == 4 and token.isdigit() and token[:2] in ("19", "20")
