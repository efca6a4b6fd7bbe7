"""A question as tokens that know where in it they stand."""

import re
from dataclasses import dataclass

from qa_service.answering.figures.tokens import tokenize

_PIECE = re.compile(
    r"\d{1,2}\.\d{1,2}\.(?:19|20)\d\d\b"
    r"|\d{1,3}(?: \d{3})+(?!\d)"
    r"|\d+(?:[.,]\d+)?(?:-(?!жас|ба[пб]|кест|тара|тарм)[^\W\d_]{1,3}\b)?"
    r"|[^\W\d_]+"
    r"|[-‐‑–/%,;()]"
)
"""What `tokenize` reads as one token, or as a date; a number keeps its ending."""


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
    found = [(token, piece.span()) for piece in _PIECE.finditer(text) for token in tokenize(piece.group())]
    return Words(text, tuple(token for token, _ in found), tuple(span for _, span in found))
