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
    if not _PAIR.fullmatch(value) or "," not in title:
        return None
    if not asked.heads:
        return None
    named = [_shares(asked.words, half, language) for half in title.split(",", 1)]
    return named.index(True) if named.count(True) == 1 else None


def _shares(counted: Iterable[str], half: str, language: str) -> bool:
    words = read_facets(half, language).words
    return any(word[:_ALIKE] == other[:_ALIKE] for word in words for other in counted if len(other) >= _ALIKE)
