"""Letter-sequence profiles of languages: langdetect's own and this project's, behind one function.

The one importer of langdetect. Its detector draws sequences at random until one language wins; here
every sequence of the text counts once, so that the same text always gets the same figures and a
short query costs microseconds.
"""

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
from langdetect.detector import Detector
from langdetect.detector_factory import PROFILES_DIRECTORY, DetectorFactory
from langdetect.utils.lang_profile import LangProfile
from numpy.typing import NDArray

LONGEST = 3
"""Letters of the longest sequence in a profile, as langdetect has it."""

OWN_PROFILES = Path(__file__).parent / "data" / "profiles"
"""Profiles that `scripts/build-language-profiles` makes."""

_FLOOR = Detector.ALPHA_DEFAULT / Detector.BASE_FREQ


class Profiles:
    """Several profiles asked together. A name without a file of this project is langdetect's."""

    def __init__(self, names: Iterable[str]) -> None:
        factory = DetectorFactory()
        self.names = tuple(names)
        for index, name in enumerate(self.names):
            factory.add_profile(LangProfile(**_profile(name)), index, len(self.names))
        shares = factory.word_lang_prob_map
        self._rows = {sequence: row for row, sequence in enumerate(shares)}
        likelihoods = np.log1p(np.asarray(list(shares.values())) / _FLOOR)
        self._likelihoods: NDArray[np.float32] = likelihoods.astype(np.float32)

    def evidence(self, word: str) -> NDArray[np.float32]:
        """For each name the log-likelihood of a folded word, summed over its sequences.

        It is relative to a language that knows none of them: zero means no evidence.
        """
        rows = [self._rows[found] for found in sequences(word) if found in self._rows]
        total: NDArray[np.float32] = self._likelihoods[rows].sum(axis=0)
        return total


def sequences(word: str) -> list[str]:
    """Sequences of one to three letters; the blanks before and after a word count as letters."""
    padded = f" {word} "
    found = (
        padded[at : at + length] for length in range(1, LONGEST + 1) for at in range(len(padded) - length + 1)
    )
    return [sequence for sequence in found if sequence != " "]


def build_profile(name: str, words: Iterable[str]) -> dict[str, object]:
    """A profile in langdetect's format from the running words of a text."""
    counts = Counter(sequence for word in words for sequence in sequences(word))
    totals = [sum(n for found, n in counts.items() if len(found) == size) for size in (1, 2, 3)]
    return {"name": name, "n_words": totals, "freq": dict(sorted(counts.items()))}


def _profile(name: str) -> Mapping[str, object]:
    own = OWN_PROFILES / f"{name}.json"
    path = own if own.exists() else Path(PROFILES_DIRECTORY) / name
    profile: dict[str, object] = json.loads(path.read_text("utf-8"))
    return profile | {"name": name}
