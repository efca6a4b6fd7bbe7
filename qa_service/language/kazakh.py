"""Kazakh word forms and their stems.

Kazakh adds ending after ending (мектеп-тер-іміз-де-гі), so endings are taken off one after another
until a word of the word list is left. The last consonant and weak vowels of a stem change under
endings (мектеп - мектебі, халық - халқы); stems are compared without that difference.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from qa_service.language.alphabet import fold
from qa_service.language.wordlists import word_list

SHORTEST_STEM = 3
LAYERS = 4
"""Endings that are taken off one after another at most."""

_LONGEST_ENDING = 5
_VOWEL = re.compile("[аәеёиоөуұүыіэюя]")
_WEAK_VOWEL = re.compile("[ыі]")
_VOICELESS = str.maketrans("бғг", "пқк")


@lru_cache(maxsize=65536)
def kazakh_stem(word: str) -> str:
    """The stem that all forms of a folded Kazakh word share, spelled for comparison only.

    It is the longest known word that the form can be cut back to; of an unknown word it is what
    remains when no ending is left to take off.
    """
    if not word.isalpha() or len(word) < SHORTEST_STEM:
        return word
    forms = list(_shorter_forms(word))
    known = (form for form in forms if _voiceless(form) in _roots())
    return _comparable(max(known, key=len, default=_cut_to_the_end(word)))


@cache
def endings() -> frozenset[str]:
    """Every ending that one layer may have."""
    return frozenset(word_list("kazakh-endings"))


def _shorter_forms(word: str) -> Iterator[str]:
    """The word itself and all that is left of it after up to `LAYERS` endings."""
    layer = {word}
    for _ in range(LAYERS + 1):
        yield from layer
        layer = {shorter for form in layer for shorter in _without_one_ending(form)}


def _without_one_ending(word: str) -> Iterator[str]:
    """What is left after each ending that fits, the longest first; the case ending н follows ы or і only."""
    for length in range(min(_LONGEST_ENDING, len(word) - SHORTEST_STEM), 0, -1):
        rest, ending = word[:-length], word[-length:]
        if ending in endings() and _VOWEL.search(rest) and (ending != "н" or rest[-1] in "ыі"):
            yield rest


def _cut_to_the_end(word: str) -> str:
    for _ in range(LAYERS):
        word = next(_without_one_ending(word), word)
    return word


@cache
def _roots() -> frozenset[str]:
    """Words with a stem of their own, their last consonant voiceless.

    They are the listed words that are no form of another listed word, and those that only look so.
    """
    listed = {fold(word) for word in word_list("kazakh-words")}
    roots = {word for word in listed if not _other_forms(word) & listed}
    return frozenset(_voiceless(fold(word)) for word in roots.union(word_list("kazakh-lexemes")))


def _other_forms(word: str) -> set[str]:
    shorter = set(_shorter_forms(word)) - {word}
    return shorter | {_voiceless(form) for form in shorter}


def _voiceless(form: str) -> str:
    return form[:-1] + form[-1].translate(_VOICELESS)


def _comparable(form: str) -> str:
    plain = _voiceless(form)
    return plain[:2] + _WEAK_VOWEL.sub("", plain[2:])
