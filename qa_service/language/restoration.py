"""Kazakh typed with Russian keys or in Latin letters, given back its own letters before it is searched.

A word is looked up first among the words of the corpus and the word list under a spelling that all
habits share; a word that is not there is read letter by letter as its likeliest Kazakh spelling.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property

from rapidfuzz.distance import Levenshtein

from qa_service.language.alphabet import KAZAKH_LETTERS, fold, russify
from qa_service.language.detection import Variant
from qa_service.language.letter_model import LetterModel
from qa_service.language.lexicons import lexicon
from qa_service.language.rewriting import Restored, rewrite
from qa_service.language.transliteration import (
    latin_key,
    latin_readings,
    latin_styles,
    latinise,
    russian_key_readings,
)
from qa_service.language.wordlists import word_list

_CYRILLIC = re.compile("[\u0400-\u04ff]+")
_ROMAN_NUMERAL = re.compile("[ivx]{2,}")
_LONGEST_GUESS = 40
"""Letters of a word that is worth a guess; no Kazakh word is longer, and a guess costs time by the letter."""

_LONGEST_ABBREVIATION = 6


class Restorer:
    """Restores words by the frequency of folded word forms in a corpus, and by a Kazakh word list."""

    def __init__(self, vocabulary: Mapping[str, int]) -> None:
        listed = dict.fromkeys(map(fold, word_list("kazakh-words")), 1)
        self._foreign = frozenset(word for word in vocabulary if not _is_cyrillic(word))
        self._forms = {
            word: count for word, count in (listed | dict(vocabulary)).items() if _is_cyrillic(word)
        }

    def restore(self, text: str, variant: Variant) -> Restored:
        """`text` with the words that are Kazakh typed otherwise in proper spelling.

        Russian words, figures, law numbers, abbreviations that the corpus does not know and proper
        Kazakh stay as they are. In text of variant "proper" only words that nobody knows change, and
        only into words that the corpus knows.
        """
        return rewrite(text, lambda typed: self._restored(typed, variant))

    def _restored(self, typed: str, variant: Variant) -> str:
        word = fold(typed)
        guess = variant != "proper" and _is_worth_a_guess(typed)
        if len(word) < 2:
            return word
        if _is_cyrillic(word):
            return self._from_russian_keys(word, guess and variant == "russian-letters")
        return self._from_latin(word, guess) if variant == "latin" else word

    def _from_russian_keys(self, word: str, guess: bool) -> str:
        known = [
            form for form in self._by_russian_keys.get(russify(word), ()) if _keeps_kazakh_letters(word, form)
        ]
        if not guess and word in self._forms:
            return word
        if known:
            return max(known, key=self._frequency)
        if not guess or word in lexicon("russian"):
            return word
        return self._letters.likeliest(russian_key_readings(word)) or word

    def _from_latin(self, word: str, guess: bool) -> str:
        if _ROMAN_NUMERAL.fullmatch(word):
            return word
        known = self._by_latin_key.get(latin_key(word), [])
        if len(known) > 1:
            return max(known, key=lambda form: (-_distance(form, word), self._frequency(form)))
        if known:
            return known[0]
        if not guess or word in self._foreign or word in lexicon("english"):
            return word
        return self._letters.likeliest(latin_readings(word)) or word

    def _frequency(self, form: str) -> tuple[int, str]:
        return self._forms[form], form

    @cached_property
    def _letters(self) -> LetterModel:
        return LetterModel(self._forms)

    @cached_property
    def _by_russian_keys(self) -> Mapping[str, list[str]]:
        return _grouped(self._forms, russify)

    @cached_property
    def _by_latin_key(self) -> Mapping[str, list[str]]:
        style = next(iter(latin_styles()))
        return _grouped(self._forms, lambda form: latin_key(latinise(form, style)))


def _grouped(forms: Iterable[str], key: Callable[[str], str]) -> Mapping[str, list[str]]:
    groups: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        groups[key(form)].append(form)
    return groups


def _distance(form: str, typed: str) -> int:
    """Letters that differ between a typed word and the nearest Latin spelling of a form."""
    return min(Levenshtein.distance(latinise(form, style), typed) for style in latin_styles())


def _keeps_kazakh_letters(typed: str, form: str) -> bool:
    """Whoever types a Kazakh letter has the keys and means it."""
    return all(
        letter == wanted for letter, wanted in zip(typed, form, strict=True) if letter in KAZAKH_LETTERS
    )


def _is_cyrillic(word: str) -> bool:
    return _CYRILLIC.fullmatch(word) is not None


def _is_worth_a_guess(typed: str) -> bool:
    return len(typed) <= _LONGEST_GUESS and not (len(typed) <= _LONGEST_ABBREVIATION and typed.isupper())
