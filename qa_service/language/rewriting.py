"""A query with some of its words spelled otherwise; everything between the words stays as it was."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from qa_service.language.alphabet import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`´][^\W\d_]*)*")


@dataclass(frozen=True, slots=True)
class Restored:
    """A query as it is searched; `changed` holds (typed, restored) words in the order of the text."""

    text: str
    changed: tuple[tuple[str, str], ...] = ()


def rewrite(text: str, respell: Callable[[str], str]) -> Restored:
    """`text` with every word replaced by what `respell` makes of it, in the letter case it was typed.

    A word for which `respell` answers with the folded word itself stays letter for letter.
    """
    changed: list[tuple[str, str]] = []

    def replaced(match: re.Match[str]) -> str:
        typed = match.group()
        # A superscript digit is a letter to the pattern and a digit once it is folded.
        if not fold(typed).replace("'", "").isalpha():
            return typed
        respelled = respell(typed)
        if respelled == fold(typed):
            return typed
        changed.append((typed, _in_case_of(typed, respelled)))
        return changed[-1][1]

    return Restored(_WORD.sub(replaced, unicodedata.normalize("NFC", text)), tuple(changed))


def _in_case_of(typed: str, respelled: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return respelled.upper()
    return respelled.capitalize() if typed[0].isupper() else respelled
