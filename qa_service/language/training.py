"""What this project's language profiles are made of: the corpus and the word lists beside the code."""

import re
from collections.abc import Iterable, Mapping
from itertools import chain

from qa_service.language.alphabet import letter_words, russify
from qa_service.language.transliteration import latinise
from qa_service.language.wordlists import word_list

_CYRILLIC = re.compile("[\u0400-\u04ff]")


def profile_sources(kazakh: str, russian: str) -> Mapping[str, Iterable[str]]:
    """For each profile its running words, from the corpus texts and the word lists."""
    kk = _cyrillic(chain(letter_words(kazakh), _listed("kazakh-words")))
    uzbek = _listed("uzbek-words")
    return {
        "kk": kk,
        "kk-russian-letters": [russify(word) for word in kk],
        "kk-latin": _latin(kk, "habitual", "chat", "spelled"),
        "kk-latin-official": _latin(kk, "official", "accented"),
        "ru-reports": _cyrillic(chain(letter_words(russian), _listed("russian-words"))),
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
    return letter_words(" ".join(word_list(name)))


def _cyrillic(words: Iterable[str]) -> list[str]:
    return [word for word in words if _CYRILLIC.search(word)]


def _latin(words: Iterable[str], *styles: str) -> list[str]:
    return [latinise(word, style) for style in styles for word in words]
