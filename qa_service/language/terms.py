"""Files of terms: what stands for what in Kazakh and Russian, as data that a person can check.

A file is tab-separated; its own first lines explain the format.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from qa_service.corpus_files import Row, read_rows
from qa_service.language.alphabet import fold
from qa_service.language.stems import words

LANGUAGES = ("kk", "ru")

_KIND = "kind"
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
    """The terms of one file, in its order. Raises CorpusUnreadable."""
    rows = read_rows(path.parent, path.name, (*LANGUAGES, _KIND), blank=LANGUAGES)
    return tuple(map(_term, rows))


def _term(row: Row) -> Term:
    names = {language: _names(row[language]) for language in LANGUAGES}
    each = [name for its in names.values() for name in its]
    if row[_KIND] not in set(TermKind):
        raise row.refused(f"unknown kind {row[_KIND]}")
    if len(each) < 2 or not all(map(split_words, each)):
        raise row.refused("not two names of words")
    return Term(names, TermKind(row[_KIND]))


def _names(cell: str) -> tuple[str, ...]:
    return tuple(name for name in cell.split("|") if name)
