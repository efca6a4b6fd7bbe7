"""Which letters follow each other in a language, to choose among readings of a word typed otherwise.

The model counts letter sequences of a vocabulary and backs off to shorter ones where a longer one was
never seen (Brants et al. 2007, "Large language models in machine translation", stupid backoff).
"""

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ORDER = 5
"""Letters that are looked at together; longer sequences restored no more words."""

BACKOFF = 1.0
"""Log-odds lost for each letter of history that is given up."""

UNSEEN = 12.0
DISHARMONY = 1.2
"""Log-odds against a back vowel after a front one and the reverse (Kazakh vowel harmony)."""

BEAM = 6
"""Readings that are followed at once; twice as many restored no more words."""

_START, _END = "^", "$"
_HARMONY = {**dict.fromkeys("аоұы", 1), **dict.fromkeys("әөүіе", -1)}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the next `length` typed letters may stand for; `cost` is how unlikely that is (log-odds)."""

    length: int
    letters: str
    cost: float = 0.0


@dataclass(frozen=True, slots=True, order=True)
class _Path:
    score: float
    letters: str
    harmony: int = 0


class LetterModel:
    """Counts of the letter sequences in a vocabulary of word forms and their frequencies."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        self._counts: dict[str, float] = defaultdict(float)
        self._histories: dict[str, float] = defaultdict(float)
        for word, frequency in vocabulary.items():
            self._count(f"{_START}{word}{_END}", math.log2(1 + frequency))

    def likeliest(self, readings: Sequence[Sequence[Reading]]) -> str | None:
        """The likeliest word, given what may stand at each typed letter; None where nothing fits."""
        paths: list[list[_Path]] = [[] for _ in range(len(readings) + 1)]
        paths[0] = [_Path(0.0, _START)]
        for position, choices in enumerate(readings):
            for path in sorted(paths[position], reverse=True)[:BEAM]:
                for reading in choices:
                    paths[position + reading.length].append(self._extended(path, reading))
        ends = [(path.score + self._log_probability(path.letters, _END), path) for path in paths[-1]]
        return max(ends)[1].letters[1:] if ends else None

    def _count(self, word: str, weight: float) -> None:
        for end in range(2, len(word) + 1):
            for start in range(max(0, end - ORDER), end):
                self._counts[word[start:end]] += weight
                self._histories[word[start : end - 1]] += weight

    def _extended(self, path: _Path, reading: Reading) -> _Path:
        score, letters, harmony = path.score - reading.cost, path.letters, path.harmony
        for letter in reading.letters:
            score += self._log_probability(letters, letter)
            letters += letter
            vowel = _HARMONY.get(letter, harmony)
            score -= DISHARMONY * (vowel * harmony < 0)
            harmony = vowel
        return _Path(score, letters, harmony)

    def _log_probability(self, letters: str, letter: str) -> float:
        penalty = 0.0
        for start in range(max(0, len(letters) - ORDER + 1), len(letters) + 1):
            history = letters[start:]
            if count := self._counts.get(history + letter):
                return math.log(count / self._histories[history]) - penalty
            penalty += BACKOFF
        return -penalty - UNSEEN
