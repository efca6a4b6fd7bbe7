"""Lettered sub-questions within a paragraph: (a) ...; (b) ..., in Latin or Cyrillic letters."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from qa_service.sheets.grammar import grammar

# Letters of the two scripts that look the same are typed for each other.
_ALIKE = str.maketrans("асеорхуі", "aceopxyi")


@dataclass(frozen=True, slots=True)
class Lettered:
    """A paragraph: what stands before its first letter, and (letter, text) of each sub-question."""

    opening: str
    questions: tuple[tuple[str, str], ...]


def lettered(text: str) -> Lettered:
    """Splits a paragraph at its letters, which count only in alphabetical order from the first one.

    >>> lettered("Please describe: (a) the law; and (b) how article 24 (b) is applied.").questions
    (('a', 'the law'), ('b', 'how article 24 (b) is applied.'))
    """
    marks = list(_marks(text))
    if len(marks) < 2:
        return Lettered(_on_one_line(text), ())
    pieces = [text[left.end() : _end(right)] for left, right in pairwise(marks)]
    pieces.append(text[marks[-1].end() :])
    letters = (mark["letter"] for mark in marks)
    questions = tuple(zip(letters, map(_without_joint, pieces), strict=True))
    return Lettered(_on_one_line(text[: _end(marks[0])]), questions)


def _marks(text: str) -> Iterator[re.Match[str]]:
    reached: str | None = None
    for match in grammar().letter.finditer(text):
        if _follows(reached, match["letter"]):
            reached = match["letter"]
            yield match


def _follows(previous: str | None, letter: str) -> bool:
    for alphabet in grammar().alphabets:
        order = alphabet.translate(_ALIKE)
        before = -1 if previous is None else order.find(folded(previous))
        if (previous is None or before >= 0) and order[before + 1 : before + 2] == folded(letter):
            return True
    return False


def folded(letter: str) -> str:
    """Lower case, with a Cyrillic letter that looks Latin as the Latin one."""
    return letter.lower().translate(_ALIKE)


def _end(mark: re.Match[str]) -> int:
    """Where the text before a mark ends; the punctuation before it belongs to that text."""
    return mark.start() + len(mark["mark"] or "")


def _without_joint(piece: str) -> str:
    return grammar().joint.sub("", _on_one_line(piece))


def _on_one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.split())
