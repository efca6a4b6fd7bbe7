"""Whether the words of a sentence stand in the passages that it cites, in any form or under another name."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from qa_service.language.glossary import Glossary
from qa_service.language.stems import analyze, whole_stems, words
from qa_service.language.terms import split_words
from qa_service.search.query import Concept, concepts
from qa_service.writing.sources import Source

LEAST_SHARE = 0.6
"""The share of its words that a sentence must have from the passages (docs/writing.md: how it was chosen)."""
LONGEST_ADDITION = 2
"""Words in a row that a sentence may have of its own."""
ROOT = 5
"""First letters by which words of one root are known: "увеличилось", "увеличение"."""
ROOT_SHARE = 0.6
"""How much of the shorter word they must be."""

_NAME = re.compile(r"(?<=[\w,;:)»\"–-]\s)[«\"(]?([^\W\d_a-zа-яёәғқңөұүһі][\w-]*)")


@dataclass(frozen=True, slots=True)
class Known:
    """The words of passages: stems of every language, and whole words by their first letters."""

    stems: frozenset[str]
    roots: frozenset[str]
    spelled: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Support:
    """How a sentence's words are supported: the share, 0 where it says none by itself ("Yes."), the longest
    run without, and names that are new."""

    share: float
    longest_addition: int
    new_names: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether that is enough."""
        return self.share >= LEAST_SHARE and self.longest_addition <= LONGEST_ADDITION and not self.new_names


def known(cited: Iterable[Source]) -> Known:
    """The words of sources."""
    texts = [text for source in cited for text in (*source.texts, *source.about)]
    stems = (stem for text in texts for stem in whole_stems(analyze(text.words, text.language)))
    spelled = tuple({word for text in texts for word in words(text.words) if word.isalpha()})
    return Known(frozenset(stems), frozenset(word[:ROOT] for word in spelled), spelled)


def support(text: str, language: str, source: Known, glossary: Glossary) -> Support:
    """How the words of a sentence stand in a source; figures are no words."""
    asked = concepts(text, language, glossary.expand(split_words(text), language))
    told = [(each.word, _is_known(each, source)) for each in asked if each.word.isalpha()]
    additions = (sum(1 for _ in run) for found, run in groupby(found for _, found in told) if not found)
    names = [word for match in _NAME.finditer(text) for word in words(match[1])]
    new = {word for word, found in told if not found}
    return Support(
        share=sum(found for _, found in told) / len(told) if told else 0.0,
        longest_addition=max(additions, default=0),
        new_names=tuple(name for name in names if name in new),
    )


def _is_known(concept: Concept, source: Known) -> bool:
    return any(name <= source.stems for name in concept.names) or _has_root(concept.word, source)


def _has_root(word: str, source: Known) -> bool:
    """Whether a word of the same root is there: so many first letters are the same."""
    if word[:ROOT] not in source.roots or len(word) < ROOT:
        return False
    return any(
        _shared(word, other) >= max(ROOT, ROOT_SHARE * min(len(word), len(other))) for other in source.spelled
    )


def _shared(one: str, other: str) -> int:
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (mine, theirs) in pairs if mine != theirs), min(len(one), len(other)))
