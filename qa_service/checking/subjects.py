"""How well facts fit what a sentence speaks of: pure word mathematics over all facts at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from qa_service.checking.facts import Fact
from qa_service.checking.grammar import grammar
from qa_service.checking.postings import Postings, Scores, Topic, rarities
from qa_service.checking.records import Mention, Sentence
from qa_service.checking.surroundings import around, clauses
from qa_service.language.glossary import Glossary
from qa_service.language.stems import analyze
from qa_service.language.terms import split_words
from qa_service.search.query import Concept, concepts

SUBJECT, WIDE, NEAR = 0.5, 0.15, 0.35
"""What the words of the sentence, of the passage, and next to the figure count (docs/checking.md)."""

PLACE = 1.5
"""How much more the name of a place counts."""
UNKNOWN = 1.0
"""The weight of a word that the report does not have, and of other numbers in the sentence."""
ELSEWHERE = 0.5
"""What the words of clauses count that hold a figure of their own."""


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
        elsewhere = [replace(each, weight=each.weight * ELSEWHERE) for each in self._topics(others, sentence)]
        topics = [*self._topics(own, sentence), *elsewhere]
        close = self._topics(around(sentence.text, mention.span), sentence)
        told = (self.near.covered(topics) + self.near.covered(close)) / 2
        near = np.where(self.in_table, told, self.near.covering(close))
        settings = SUBJECT * self.subject.covering(topics) + WIDE * self.wide.covering(topics)
        return np.asarray(settings[self.settings] + NEAR * near, dtype=np.float32)

    def _topics(self, text: str, sentence: Sentence) -> list[Topic]:
        known = self.glossary.expand(split_words(text), sentence.language)
        found = concepts(text, sentence.language, known)
        return [topic for each in found if (topic := self._topic(each))]

    def _topic(self, concept: Concept) -> Topic | None:
        names = tuple(name for name in map(_telling, concept.names) if name)
        if not names or grammar().year.fullmatch(concept.word):
            return None
        weight = max(self.weights.get(token, UNKNOWN) for token in names[0])
        if concept.word[0].isdigit():
            weight = min(weight, UNKNOWN)
        return Topic(names, weight * (PLACE if concept.place else 1.0))


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
    weights = rarities([*set(subject), *set(wide), *set(near)])
    return Subjects(
        glossary=glossary,
        settings=np.array([numbers[fact.setting] for fact in facts], dtype=np.int64),
        in_table=np.array([fact.place.passage.table is not None for fact in facts]),
        subject=Postings(subject, weights),
        wide=Postings(wide, weights),
        near=Postings(near, weights),
        weights=weights,
    )


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
