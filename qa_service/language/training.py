"""What this project's language profiles are made of: the corpus and the word lists beside the code."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain

from qa_service.language.alphabet import fold, russify
from qa_service.language.transliteration import latinise
from qa_service.language.wordlists import word_list

_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")


def letters_only(text: str) -> list[str]:
    """Folded words without digits; an apostrophe inside a word belongs to it."""
    return _LETTERS.findall(fold(text))


def profile_sources(kazakh: str, russian: str) -> Mapping[str, Iterable[str]]:
    """For each profile its running words, from the corpus texts and the word lists."""
    kk = _cyrillic(chain(letters_only(kazakh), word_list("kazakh-words")))
    uzbek = _listed("uzbek-words")
    return {
        "kk": kk,
        "kk-russian-letters": [russify(word) for word in kk],
        "kk-latin": _latin(kk, "habitual", "chat", "spelled"),
        "kk-latin-official": _latin(kk, "official", "accented"),
        "ru-reports": _cyrillic(chain(letters_only(russian), word_list("russian-words"))),
        "en-reports": _listed("english-words"),
        "ky": _listed("kyrgyz-words"),
        "ky-russian-letters": [russify(word) for word in _listed("kyrgyz-words")],
        "uz-cyrillic": _cyrillic(uzbek),
        "uz-latin": [word for word in uzbek if not _CYRILLIC.search(word)],
        "neighbours": _listed("neighbour-words"),
        "tr-questions": _listed("turkish-words"),
        "slavic": _listed("slavic-words"),
        "european": _listed("european-words"),
    }


def _listed(name: str) -> list[str]:
    return letters_only(" ".join(word_list(name)))


def _cyrillic(words: Iterable[str]) -> list[str]:
    return [word for word in words if _CYRILLIC.search(word)]


def _latin(words: list[str], *styles: str) -> list[str]:
    return list(_spellings(words, styles))


def _spellings(words: list[str], styles: Iterable[str]) -> Iterator[str]:
    for style in styles:
        yield from latinise(" ".join(words), style).split()
