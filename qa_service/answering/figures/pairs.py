"""Cells that print two figures, "208/342": which of them a question asks for."""

import re
from collections.abc import Iterable

from qa_service.answering.figures.facets import Facets, read_facets

_PAIR = re.compile(r"\d[\d ]*/ ?\d[\d ]*")
_ALIKE = 4
"""Letters at the beginning that forms of one word share."""


def part_asked(value: str, title: str, asked: Facets, language: str) -> int | None:
    """0 or 1 where the question counts only what the title names first or second, else None.

    The title names what the two figures count in their order, with a comma between.
    """
    if not _PAIR.fullmatch(value) or "," not in title or not asked.heads:
        return None
    halves = title.split(",", 1)
    counted = [asked.words[index] for index in asked.heads]
    if asked.joined and all(_shares(asked.words, half, language) for half in halves):
        return None
    named = [_shares(counted, half, language) for half in halves]
    return named.index(True) if named.count(True) == 1 else None


def _shares(counted: Iterable[str], half: str, language: str) -> bool:
    words = read_facets(half, language).words
    long = [each for each in counted if len(each) >= _ALIKE]
    return any(word[:_ALIKE] == each[:_ALIKE] for word in words for each in long)
