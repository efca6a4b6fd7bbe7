"""Tables, chapters and sections by what they are about."""

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from qa_service.language.stems import stems

ENOUGH = 0.6
"""Share of the telling weight of a reference's words that a name must hold."""


@dataclass(frozen=True, slots=True)
class Name:
    """What something is called in one language."""

    key: str
    text: str
    language: str


def named(words: str, names: Sequence[Name], whole: bool = False) -> tuple[str, ...]:
    """The keys whose names hold most of `words`, each word weighed by how few names hold it (inverse document
    frequency); several where they are equally good, none where no name holds enough.

    With `whole` those win among them of which `words` hold most: a law's title that says more is another law.
    """
    scored: dict[str, tuple[float, float]] = {}
    for language in dict.fromkeys(name.language for name in names):
        for key, score in _scores(words, [name for name in names if name.language == language]):
            scored[key] = max(score if whole else (score[0], 0.0), scored.get(key, (0.0, 0.0)))
    best = max(scored.values(), default=(0.0, 0.0))
    return tuple(key for key, score in scored.items() if score == best) if best[0] >= ENOUGH else ()


def _scores(words: str, names: Sequence[Name]) -> Iterable[tuple[str, tuple[float, float]]]:
    """For each name the share of the weight of `words` that it holds, and of its own that they hold."""
    wanted = _told(words, names[0].language)
    held = [_told(name.text, name.language) for name in names]
    counts = Counter(stem for each in held for stem in each)

    def weight(stems_of_one: set[str]) -> float:
        return sum(math.log(1 + len(names) / (counts[stem] or 0.5)) for stem in sorted(stems_of_one))

    for name, own in zip(names, held, strict=True):
        if wanted and own:
            shared = weight(wanted & own)
            yield name.key, (round(shared / weight(wanted), 6), round(shared / weight(own), 6))


def _told(text: str, language: str) -> set[str]:
    return {stem for stem in stems(text, language) if stem.isalpha() and len(stem) > 1}
