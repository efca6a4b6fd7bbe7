"""Where the sentences of a text begin and end."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from qa_service.language.alphabet import fold

Span = tuple[int, int]

_END = re.compile(r"[.!?…;]+[\"»”)]*\s+(?=[\"«“(№]*[^\W_a-zа-яёәғқңөұүһі]|[–—-]\s)")
_INITIAL = re.compile(r"(?:^|[\s(.«\"])[^\W\d_]$")
_LAST_WORD = re.compile(r"[^\s(«\"]+$")
_LONGEST_WORD = 64
"""Characters looked back for a shortened word; looking back to the start takes minutes on a long text."""


def sentence_spans(text: str) -> list[Span]:
    """Character spans of the sentences of `text`, in order; together they cover all but white space.

    A full stop after an initial ("А. Мамин"), a shortened word or an item's number ends nothing.
    """
    ends = [match.end() for match in _END.finditer(text) if _ends_sentence(text, match)]
    bounds = [0, *ends, len(text)]
    return [span for start, end in pairwise(bounds) if (span := _trimmed(text, start, end))]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    if not match.group().startswith("."):
        return True
    before = text[max(0, match.start() - _LONGEST_WORD) : match.start()]
    last = _LAST_WORD.search(before)
    word = fold(last.group()) if last else ""
    return not ((word.isdigit() and len(word) < 3) or word in _abbreviations() or _INITIAL.search(before))


def _trimmed(text: str, start: int, end: int) -> Span | None:
    piece = text[start:end]
    left, right = len(piece) - len(piece.lstrip()), len(piece.rstrip())
    return (start + left, start + right) if piece.strip() else None


@cache
def _abbreviations() -> frozenset[str]:
    lines = (Path(__file__).parent / "abbreviations.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
