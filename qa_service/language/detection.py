"""The language of a query: kk, ru, en or other, and how its Kazakh is typed.

Every word is weighed against each language by its letter sequences (langdetect's method, with this
project's own profiles) and by whether the language knows it. A word that a language knows counts
there as much as it does where its letters fit best, so that names and loan words shared by two
languages do not decide between them.
"""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Literal

import numpy as np
from numpy.typing import NDArray

from qa_service.language.alphabet import KAZAKH_LETTERS, fold, letter_words
from qa_service.language.lexicons import Lexicon, lexicon
from qa_service.language.profiles import Profiles

Language = Literal["kk", "ru", "en", "other"]
Variant = Literal["proper", "russian-letters", "latin"]

SEQUENCES = 0.3
"""Weight of letter sequences: each letter stands in several of them, so they say less than their sum."""

KNOWN = 4.0
"""Log-odds for a known word of four letters or more; shorter ones count in proportion."""

HALF_KNOWN = 2.0

WEIGHED_WORDS = 16_384
"""Words of a script that are not weighed anew."""

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_ROMAN_NUMERAL = re.compile("[ivxlc]+")
_LATIN = re.compile("[a-z\u00df-\u024f]")


@dataclass(frozen=True, slots=True)
class Detection:
    """A query's language; `variant` says how Kazakh is typed and is "proper" for all others."""

    language: Language
    variant: Variant = "proper"


def detect(text: str) -> Language:
    """The language of `text`; the same text always gets the same answer, and no text raises."""
    return detect_variant(text).language


def detect_variant(text: str) -> Detection:
    """The language of `text` and how its Kazakh is typed.

    Figures without a word ("№ 942", "2019-2021") count as Kazakh, the language of the official
    editions; text in neither letters nor figures is "other".
    """
    words = _telling(letter_words(text))
    if not words:
        return Detection("kk" if any(character.isdigit() for character in text) else "other")
    script, written = _main_script(words)
    if script is None:
        return Detection("other")
    found = _contest(script).winner(written)
    if found.variant == "russian-letters" and KAZAKH_LETTERS & set(fold(text)):
        return Detection("kk", "proper")
    return found


def _telling(words: Sequence[str]) -> list[str]:
    """Words without single letters and roman numerals, which every language uses."""
    return [word for word in words if len(word) > 1 and not _ROMAN_NUMERAL.fullmatch(word)]


def _main_script(words: Sequence[str]) -> tuple[str | None, list[str]]:
    """The script to go by and the words in it; Cyrillic needs half as many letters as Latin."""
    cyrillic = [word for word in words if _CYRILLIC.search(word)]
    latin = [word for word in words if _LATIN.search(word) and word not in cyrillic]
    letters, cyrillic_letters, latin_letters = (len("".join(some)) for some in (words, cyrillic, latin))
    if 2 * (cyrillic_letters + latin_letters) < letters:
        return None, []
    return ("cyrillic", cyrillic) if 2 * cyrillic_letters >= latin_letters else ("latin", latin)


@dataclass(frozen=True, slots=True)
class _Contestant:
    """An entry of languages.toml."""

    language: Language
    profiles: Sequence[str]
    words: str
    prior: float
    variant: Variant = "proper"


class _Contest:
    """The languages of one script, one entry for each profile."""

    def __init__(self, contestants: Sequence[_Contestant]) -> None:
        entries = [(name, each) for each in contestants for name in each.profiles]
        self._profiles = Profiles(name for name, _ in entries)
        self._priors = np.asarray([each.prior for _, each in entries], dtype=np.float32)
        self._lexicons: list[Lexicon] = [lexicon(each.words) for _, each in entries]
        self._outcomes = [Detection(each.language, each.variant) for _, each in entries]
        self._weight = lru_cache(WEIGHED_WORDS)(self._weigh)

    def winner(self, words: Sequence[str]) -> Detection:
        score = self._priors + sum(self._weight(word) for word in words)
        return self._outcomes[int(np.argmax(score))]

    def _weigh(self, word: str) -> NDArray[np.float32]:
        evidence = SEQUENCES * self._profiles.evidence(word)
        known = float(evidence.max()) + KNOWN * min(1.0, len(word) / 4)
        for index, words in enumerate(self._lexicons):
            if word in words:
                evidence[index] = known
            elif words.begins(word):
                evidence[index] += HALF_KNOWN
        return evidence


@cache
def _contest(script: str) -> _Contest:
    source = resources.files(__package__) / "data" / "languages.toml"
    entries = tomllib.loads(source.read_text("utf-8"))[script]
    return _Contest([_Contestant(**entry) for entry in entries])
