"""What a query's words are called in the other language, and by other names in their own.

Phrases are recognised in any grammatical form, because words are compared by stem; abbreviations are
compared letter by letter, whatever their case.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain
from pathlib import Path

from qa_service.language.terms import LANGUAGES, Term, TermKind, abbreviations, read_terms, split_words

Stem = Callable[[str, str], str]
"""(folded word, language) -> stem."""

_Keys = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Expansion:
    """What the words [start, end) of a query stand for.

    `language` is the one they were recognised in; `translations` are the names in the other language,
    `synonyms` the other names in the same one. A phrase of several meanings has an expansion for each.
    """

    words: tuple[int, int]
    language: str
    kind: TermKind
    translations: tuple[str, ...]
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Meaning:
    """An expansion before its place in a query is known."""

    kind: TermKind
    translations: tuple[str, ...]
    synonyms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Index:
    """The phrases of one language by the keys of their words; `longest` is by a phrase's first key."""

    key: Callable[[str], str]
    meanings: Mapping[_Keys, Sequence[_Meaning]]
    longest: Mapping[str, int]

    def matches(self, words: Sequence[str]) -> list[tuple[int, int, _Keys]]:
        """The longest phrase that begins at each word, unless an earlier one reaches as far."""
        keys = tuple(map(self.key, words))
        found: list[tuple[int, int, _Keys]] = []
        reached = 0
        for start in range(len(keys)):
            end = self._end(keys, start)
            if end > max(start, reached):
                found.append((start, end, keys[start:end]))
                reached = end
        return found

    def _end(self, keys: _Keys, start: int) -> int:
        furthest = min(start + self.longest.get(keys[start], 0), len(keys))
        ends = range(furthest, start, -1)
        return next((end for end in ends if keys[start:end] in self.meanings), start)


@dataclass(frozen=True, slots=True)
class Glossary:
    """Terms ready to be recognised in queries."""

    terms: tuple[Term, ...]
    _indexes: Mapping[str, _Index]

    @classmethod
    def read(cls, paths: Iterable[Path], stem: Stem) -> "Glossary":
        """The terms of all the files. Raises CorpusUnreadable (see `read_terms`)."""
        terms = tuple(term for path in paths for term in read_terms(path))
        return cls(terms, {language: _index(terms, language, stem) for language in LANGUAGES})

    def expand(self, words: Sequence[str], language: str) -> tuple[Expansion, ...]:
        """What is known of `words` (as `split_words` gives them), in their order.

        Of phrases within each other only the longest counts. Words that say nothing in `language` are
        looked up in the other one, so mixed queries work.
        """
        found: list[Expansion] = []
        for each in sorted(LANGUAGES, key=lambda name: name != language):
            taken = set(chain.from_iterable(range(*known.words) for known in found))
            index = self._indexes[each]
            for start, end, keys in index.matches(words):
                if taken.isdisjoint(range(start, end)):
                    found += [_expansion((start, end), each, it) for it in index.meanings[keys]]
        return tuple(sorted(found, key=lambda known: known.words))


def _expansion(words: tuple[int, int], language: str, it: _Meaning) -> Expansion:
    return Expansion(words, language, it.kind, it.translations, it.synonyms)


def _index(terms: Sequence[Term], language: str, stem: Stem) -> _Index:
    key = _key(terms, language, stem)
    meanings: dict[_Keys, list[_Meaning]] = {}
    longest: dict[str, int] = {}
    for term in terms:
        keyed = {name: tuple(map(key, split_words(name))) for name in term.names[language]}
        for keys in dict.fromkeys(keyed.values()):
            meanings.setdefault(keys, []).append(_meaning(term, language, keyed, keys))
            longest[keys[0]] = max(len(keys), longest.get(keys[0], 0))
    return _Index(key, meanings, longest)


def _key(terms: Iterable[Term], language: str, stem: Stem) -> Callable[[str], str]:
    short = {word for term in terms for name in term.names[language] for word in abbreviations(name)}

    @lru_cache(maxsize=8192)
    def key(word: str) -> str:
        """Upper case keeps an abbreviation apart from a stem of the same letters."""
        return word.upper() if word in short else stem(word, language)

    return key


def _meaning(term: Term, language: str, keyed: Mapping[str, _Keys], keys: _Keys) -> _Meaning:
    others = (name for each in LANGUAGES if each != language for name in term.names[each])
    synonyms = (name for name, its in keyed.items() if its != keys)
    return _Meaning(term.kind, tuple(others), tuple(synonyms))
