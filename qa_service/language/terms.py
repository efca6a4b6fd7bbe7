"""Files of terms: what stands for what in Kazakh and Russian, as data that a person can check.

A file is tab-separated; its own first lines explain the format.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qa_service.errors import CorpusUnreadable
from qa_service.language.alphabet import fold
from qa_service.language.stems import words

LANGUAGES = ("kk", "ru")

_HEADER = [*LANGUAGES, "kind"]
_WORD = re.compile(r"[^\W_]+")


class TermKind(StrEnum):
    """What a term is; GENERAL words (question words, verbs, figures) name no subject by themselves."""

    TERM = "term"
    ABBREVIATION = "abbreviation"
    SYNONYM = "synonym"
    PLACE = "place"
    AGENCY = "agency"
    GENERAL = "general"


@dataclass(frozen=True, slots=True)
class Term:
    """One meaning: its names by language, the usual one first; a language may have none."""

    names: Mapping[str, tuple[str, ...]]
    kind: TermKind


def split_words(text: str) -> list[str]:
    """The folded words of a query or a name, in their order; a hyphen parts words ("ата-ана" is two)."""
    return words(text)


def abbreviations(name: str) -> set[str]:
    """The folded words of `name` that are written with two capital letters or more ("ҮЕҰ", "КоБС")."""
    return {fold(word) for word in _WORD.findall(name) if sum(letter.isupper() for letter in word) > 1}


def read_terms(path: Path) -> tuple[Term, ...]:
    """The terms of one file, in its order.

    Raises CorpusUnreadable: `reason` is "header", the number of the line that breaks the format, or
    the name of the error that reading met.
    """
    rows = [
        (number, line.split("\t"))
        for number, line in enumerate(_text(path).splitlines(), start=1)
        if line.strip() and not line.startswith("#")
    ]
    if not rows or rows[0][1] != _HEADER:
        raise CorpusUnreadable(file=str(path), reason="header")
    return tuple(_term(path, number, cells) for number, cells in rows[1:])


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise CorpusUnreadable(file=str(path), reason=type(error).__name__) from error


def _term(path: Path, number: int, cells: list[str]) -> Term:
    *named, kind = cells
    names = {language: _names(cell) for language, cell in zip(LANGUAGES, named, strict=False)}
    each = [name for names_ in names.values() for name in names_]
    whole = len(cells) == len(_HEADER) and kind in set(TermKind)
    if not whole or len(each) < 2 or not all(map(split_words, each)):
        raise CorpusUnreadable(file=str(path), reason=f"line {number}")
    return Term(names, TermKind(kind))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)
