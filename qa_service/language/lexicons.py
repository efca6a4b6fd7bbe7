"""Which words are known in which language, in every way they are typed."""

from collections.abc import Iterable
from functools import cache

from qa_service.language.alphabet import fold, russify
from qa_service.language.transliteration import latin_styles, latinise
from qa_service.language.wordlists import word_list

PREFIX = 5
"""A longer word whose first letters begin a known word is half known: endings are many."""


_NAMES = {"kk": "kazakh", "ru": "russian"}


class Lexicon:
    """A vocabulary that tells how well a folded word is known."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = frozenset(words)
        self._prefixes = frozenset(word[:PREFIX] for word in self._words if len(word) >= PREFIX)

    def __contains__(self, word: str) -> bool:
        return word in self._words

    def begins(self, word: str) -> bool:
        """Whether a word longer than `PREFIX` opens like a known one."""
        return len(word) > PREFIX and word[:PREFIX] in self._prefixes


@cache
def lexicon(name: str) -> Lexicon:
    """The vocabulary of a language as `languages.toml` names it."""
    if name == "kazakh-russian-letters":
        return Lexicon(map(russify, _words("kazakh")))
    if name == "kazakh-latin":
        return Lexicon(latinise(word, style) for style in latin_styles() for word in _words("kazakh"))
    if name == "kyrgyz":
        return Lexicon([*_words(name), *map(russify, _words(name))])
    return Lexicon(_words(name))


def lexicon_words(language: str) -> tuple[str, ...]:
    """All folded words that are known beside a corpus in "kk" or "ru"; none in another language."""
    return _words(_NAMES[language]) if language in _NAMES else ()


@cache
def _words(name: str) -> tuple[str, ...]:
    forms = {"kazakh": "forms/kk", "russian": "forms/ru"}
    listed = word_list(f"{name}-words") + (word_list(forms[name]) if name in forms else ())
    return tuple(fold(" ".join(listed)).split())
