"""A question as tokens that know where in it they stand."""

import re
from dataclasses import dataclass
from functools import cache

from qa_service.answering.figures.tokens import tokenize
from qa_service.conversation.phrases import apart


@dataclass(frozen=True, slots=True)
class Words:
    """`spans[i]` is where `tokens[i]` stands in `text`; the tokens of a date share its span."""

    text: str
    tokens: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]

    def said(self, start: int, end: int) -> str:
        """The text of the tokens [start, end), as it was typed."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


def split(text: str) -> Words:
    """The tokens of a text."""
    found = [(token, piece.span()) for piece in _piece().finditer(text) for token in tokenize(piece.group())]
    return Words(text, tuple(token for token, _ in found), tuple(span for _, span in found))


@cache
def _piece() -> re.Pattern[str]:
    """What `tokenize` reads as one token, or as a date; a number keeps its ending."""
    ending = rf"(?:-(?!{'|'.join(sorted(apart()))})[^\W\d_]{{1,3}}\b)"
    return re.compile(
        r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"
        r"|\d{1,3}(?: \d{3})+(?!\d)"
        rf"|\d+(?:[.,]\d+)?{ending}?"
        r"|[^\W\d_]+"
        r"|[-‐‑–/%,;()]"
    )
