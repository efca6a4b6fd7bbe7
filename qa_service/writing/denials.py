"""Words and whether they are denied: by a particle before them, a word after them, or their own ending."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.language.stems import stem_of, stems, words
from qa_service.writing.contrast_rules import Contrasts, contrasts_of

REACH = 3
"""Words that a denial may stand before what it denies."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word, whether it says something by itself, and whether it is denied; None where that is in doubt,
    because a denied word follows which may be its verb. `base` is the word without a denial in its ending."""

    word: str
    stem: str
    base: str
    telling: bool
    denied: bool | None


def read_words(text: str, language: str) -> list[Word]:
    """The words of a text in their order, folded."""
    rules, spoken = contrasts_of(language), words(text)
    return [
        Word(
            word,
            stem_of(word, language),
            _base(word, rules),
            _tells(word, language),
            _is_denied(spoken, place, rules, language),
        )
        for place, word in enumerate(spoken)
    ]


def _tells(word: str, language: str) -> bool:
    return word.isalpha() and bool(stems(word, language))


def _is_denied(spoken: Sequence[str], place: int, rules: Contrasts, language: str) -> bool | None:
    word, following = spoken[place], spoken[place + 1 : place + 1 + max(1, rules.reaches_back)]
    if _denies_itself(word, rules) or (following and rules.denied_after.fullmatch(following[0])):
        return True
    if any(_denies_itself(other, rules) for other in following[: rules.reaches_back]):
        return None
    for at in range(place - 1, max(-1, place - 1 - REACH), -1):
        before = spoken[at]
        if before in rules.denying:
            return spoken[at + 1] not in rules.undenied
        if _tells(before, language):
            return False
    return False


def _denies_itself(word: str, rules: Contrasts) -> bool:
    return bool(rules.denied_form.fullmatch(word)) and not rules.not_denied.fullmatch(word)


def _base(word: str, rules: Contrasts) -> str:
    match = rules.denied_form.fullmatch(word)
    return match[1] if match and not rules.not_denied.fullmatch(word) else word
