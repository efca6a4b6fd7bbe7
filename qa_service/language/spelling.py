"""Typing errors of one letter, mended by the words of the corpus."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qa_service.language.alphabet import fold
from qa_service.language.lexicons import lexicon_words
from qa_service.language.rewriting import Restored, rewrite
from qa_service.language.stems import stem_of

SHORTEST = 5
"""Letters of a word that is mended; shorter ones have too many neighbours."""


class Speller:
    """Mends words that no vocabulary knows, in no form, by the nearest word of the corpus.

    `vocabularies` holds for each language the folded word forms of the corpus and their frequencies.
    """

    def __init__(self, vocabularies: Mapping[str, Mapping[str, int]]) -> None:
        self._known = {
            language: frozenset(_stems([*vocabulary, *lexicon_words(language)], language))
            for language, vocabulary in vocabularies.items()
        }
        self._nearby = {language: _Neighbours(forms) for language, forms in vocabularies.items()}

    def correct(self, text: str, language: str) -> Restored:
        """`text` with misspelled words mended; a language without a vocabulary leaves it as it is.

        A word with a capital past the first one may be a name, and a name one letter off is another
        name: it stays.
        """
        if language not in self._nearby:
            return Restored(text)
        opening = text.lstrip()
        return rewrite(
            text,
            lambda typed: (
                fold(typed)
                if typed.istitle() and not opening.startswith(typed)
                else self._corrected(fold(typed), language)
            ),
        )

    def _corrected(self, word: str, language: str) -> str:
        if word.isascii() or not _is_long_word(word) or self._is_known(word):
            return word
        return self._nearby[language].nearest(word)

    def _is_known(self, word: str) -> bool:
        return any(stem_of(word, language) in stems for language, stems in self._known.items())


class _Neighbours:
    """Word forms by length, to look among few for the one that differs in one letter."""

    def __init__(self, frequencies: Mapping[str, int]) -> None:
        self._frequencies = frequencies
        self._by_length: dict[int, list[str]] = defaultdict(list)
        for word in frequencies:
            if _is_long_word(word) and not word.isascii():
                self._by_length[len(word)].append(word)

    def nearest(self, word: str) -> str:
        """The most frequent form one letter away, of the same first letter if there is one; else `word`."""
        found = self._one_letter_away(word)
        return max(found, key=lambda form: (form[0] == word[0], self._frequencies[form], form), default=word)

    def _one_letter_away(self, word: str) -> Iterator[str]:
        for length in (len(word) - 1, len(word), len(word) + 1):
            forms = self._by_length.get(length, ())
            found = process.extract(word, forms, scorer=OSA.distance, score_cutoff=1, limit=None)
            yield from (form for form, _, _ in found)


def _is_long_word(word: str) -> bool:
    return len(word) >= SHORTEST and word.isalpha()


def _stems(words: list[str], language: str) -> Iterator[str]:
    return (stem_of(word, language) for word in words)
