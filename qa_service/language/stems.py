"""Words cut so that their forms fall together: the tokens of the lexical index and of its queries."""

import re
from collections.abc import Callable, Iterable, Mapping
from functools import cache, lru_cache

import snowballstemmer

from qa_service.language.alphabet import fold
from qa_service.language.kazakh import endings, kazakh_stem
from qa_service.language.wordlists import word_list

PREFIX = 4
"""Letters of the prefix token: of three to six, four found most in both languages."""

PREFIX_MARK = "_"

_WORD = re.compile(r"\d+-[ivx]+\b|\d+[.,]\d+(?![.,]?\d)|[^\W_]+")


def words(text: str) -> list[str]:
    """Folded words in their order; law numbers ("501-v") and decimals ("9,58") are whole."""
    return [match.replace(".", ",") for match in _WORD.findall(fold(text))]


def stems(text: str, language: str) -> list[str]:
    """One stem for each word that says something about the subject; forms of one word share it."""
    return [stem_of(word, language) for word in words(text) if word not in _stopwords(language)]


def stem_of(word: str, language: str) -> str:
    """The stem of a folded word; in a language without a stemmer the word itself."""
    return _STEMMERS.get(language, str)(word)


def analyze(text: str, language: str) -> list[str]:
    """Tokens for BM25, the same for passages and queries: the stem once, the prefix twice.

    A prefix forgives what the stemmer misses and weighs more because of it; prefix tokens end in
    PREFIX_MARK. A word with a digit is whole and weighs as much as any other.
    """
    tokens: list[str] = []
    for word in words(text):
        if not word.isalpha():
            tokens += [word] * 3
        elif word not in _stopwords(language):
            tokens += [stem_of(word, language), *[word[:PREFIX] + PREFIX_MARK] * 2]
    return tokens


def whole_stems(tokens: Iterable[str]) -> list[str]:
    """Of `analyze`'s tokens those that are no prefixes: what shows for sure that a word is there."""
    return [token for token in tokens if not token.endswith(PREFIX_MARK)]


@lru_cache(maxsize=65536)
def russian_stem(word: str) -> str:
    """The Snowball stem of a folded Russian word."""
    # A stemmer keeps the word it works on in itself, so threads must not share one.
    return str(snowballstemmer.stemmer("russian").stemWord(word))


_STEMMERS: Mapping[str, Callable[[str], str]] = {"kk": kazakh_stem, "ru": russian_stem}
_STOPWORDS = {"kk": "kazakh-stopwords", "ru": "russian-stopwords"}


@cache
def _stopwords(language: str) -> frozenset[str]:
    """Endings written apart from their number or abbreviation ("85-ке") count as stop words too."""
    if language not in _STOPWORDS:
        return frozenset()
    listed = frozenset(word_list(_STOPWORDS[language]))
    if language != "kk":
        return listed
    return listed | {ending for ending in endings() if len(ending) > 1 and ending not in ("ер", "ар")}
