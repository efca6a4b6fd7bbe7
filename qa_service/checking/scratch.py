"""A sentence while it is read: what one kind of mention took, no other gets."""

import re

from qa_service.checking.grammar import Pattern
from qa_service.checking.records import Span
from qa_service.language.alphabet import fold_with_offsets

_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", " " * 10)
_TAKEN = "\0"


class Scratch:
    """Folded text of which every character is read once; what was taken is blacked out."""

    def __init__(self, text: str) -> None:
        self.text, self._offsets = fold_with_offsets(text.translate(_SUPERSCRIPTS))
        self._offsets.append(len(text))

    def take(self, pattern: Pattern) -> list[re.Match[str]]:
        """Every match in order, blacked out from now on."""
        found = list(pattern.finditer(self.text))
        for match in found:
            self.black_out(match.span())
        return found

    def black_out(self, span: Span) -> None:
        start, end = span
        self.text = self.text[:start] + _TAKEN * (end - start) + self.text[end:]

    def source(self, span: Span) -> Span:
        """The span in the unfolded text."""
        start, end = span
        return self._offsets[start], self._offsets[end - 1] + 1
