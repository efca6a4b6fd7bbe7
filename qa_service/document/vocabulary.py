"""The words of a corpus as they stand in it."""

from collections import Counter
from collections.abc import Iterable, Mapping

from qa_service.document.records import Passage
from qa_service.language.stems import words
from qa_service.language.terms import LANGUAGES


def word_forms(passages: Iterable[Passage]) -> Mapping[str, Mapping[str, int]]:
    """How often each folded word form stands in the passages of each of `LANGUAGES`."""
    forms: Mapping[str, Counter[str]] = {language: Counter() for language in LANGUAGES}
    for passage in passages:
        if passage.language in forms:
            forms[passage.language].update(words(passage.text))
    return forms
