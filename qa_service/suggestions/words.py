"""Which words of a vocabulary somebody may mean who has typed the beginning of one, or one of its forms."""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from qa_service.language.alphabet import russify
from qa_service.language.stems import stem_of
from qa_service.language.transliteration import latin_key, latin_styles, latinise

WHOLE, FORM, BEGINNING, RESPELLED, MISTYPED = 1.0, 0.9, 0.85, 0.7, 0.5
"""How surely a word is meant: typed as it is, in another form, its beginning, with other letters, with one
letter wrong."""

SHORTEST_STEM = 4
"""Letters of a stem that words may go on after: "жәрдемақы" stands in "жәрдемақысы", "бал" in too much."""

SHORTEST_MISTYPED = 4
"""Letters of a beginning that is worth mending; shorter ones are one letter from everything."""

MOST_MISTYPED = 64
"""Words taken for what a mistyped one means."""

KEPT, LENGTHS_KEPT = 512, 8
"""Typed words that are not looked up anew, and lengths that all words are not cut to anew."""

Meant = Mapping[str, float]
"""Vocabulary words and how surely they are meant, 0 to 1."""


class Words:
    """The folded words of one language."""

    def __init__(self, vocabulary: Iterable[str], language: str) -> None:
        words = sorted(set(vocabulary))
        self._language = language
        self._plain = _Beginnings((word, word) for word in words)
        self._stems = _Beginnings((stem_of(word, language), word) for word in words)
        self._russian = _Beginnings((russify(word), word) for word in words)
        style = next(iter(latin_styles()))
        kazakh = words if language == "kk" else []
        self._latin = _Beginnings((latin_key(latinise(word, style)), word) for word in kazakh)
        self.meant: Callable[[str, bool], Meant] = lru_cache(KEPT)(self._meant)

    def _meant(self, typed: str, ended: bool) -> Meant:
        """What a folded word means; unless it has `ended`, more letters may follow."""
        found = _surest(self._forms(typed))
        # A short word that is known and done means itself; one that is not known was cut short ("ст. 24").
        if not (found and ended and len(typed) < SHORTEST_STEM):
            found = _surest(self._begun(typed)) | found
        return found or dict.fromkeys(self._mistyped(typed), MISTYPED)

    def _forms(self, typed: str) -> Iterator[tuple[str, float]]:
        if typed.isalpha():
            yield from ((word, FORM) for word in self._stems.equal(stem_of(typed, self._language)))
        yield from ((word, WHOLE) for word in self._plain.equal(typed))

    def _begun(self, typed: str) -> Iterator[tuple[str, float]]:
        if _is_latin(typed):
            yield from ((word, RESPELLED) for word in self._latin.begun(latin_key(typed)))
        yield from ((word, RESPELLED) for word in self._russian.begun(russify(typed)))
        yield from ((word, BEGINNING) for word in self._plain.begun(typed))

    def _mistyped(self, typed: str) -> Iterator[str]:
        if not typed.isalpha() or len(typed) < SHORTEST_MISTYPED:
            return iter(())
        return self._latin.near(latin_key(typed)) if _is_latin(typed) else self._russian.near(russify(typed))


def _is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()


def _surest(readings: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Readings come in the order of their certainty, so that the last of a word counts."""
    return dict(readings)


class _Beginnings:
    """Words in the order of a key, to be found by how it begins."""

    def __init__(self, keyed: Iterable[tuple[str, str]]) -> None:
        pairs = sorted(keyed)
        self._keys = [key for key, _ in pairs]
        self._words = [word for _, word in pairs]
        self._cut = lru_cache(LENGTHS_KEPT)(self._cut_to)

    def equal(self, key: str) -> Sequence[str]:
        start = bisect_left(self._keys, key)
        return self._words[start : bisect_left(self._keys, key + "\0", start)]

    def begun(self, key: str) -> Sequence[str]:
        start = bisect_left(self._keys, key)
        return self._words[start : bisect_left(self._keys, key + "\U0010ffff", start)]

    def near(self, key: str) -> Iterator[str]:
        """Words whose key begins with this one but for a letter, the first apart: people look at that."""
        for length in (len(key), len(key) - 1, len(key) + 1):
            found = process.extract(
                key, self._cut(length), scorer=OSA.distance, score_cutoff=1, limit=MOST_MISTYPED
            )
            for beginning, _, _ in found:
                if beginning[:1] == key[:1]:
                    yield from self.begun(beginning)

    def _cut_to(self, length: int) -> Sequence[str]:
        return list(dict.fromkeys(key[:length] for key in self._keys if len(key) >= length))
