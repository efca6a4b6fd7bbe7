"""The words of a sentence that tell what one of its figures is said of."""

import re
from collections.abc import Iterable
from itertools import pairwise

from qa_service.checking.records import Mention, Sentence, Span

AROUND = 40
"""Characters of a sentence on either side of a figure that tell what it counts."""

_CLAUSE_END = re.compile(r"[,;:()]\s")


def around(text: str, span: Span) -> str:
    """The words on either side of a mention."""
    return f"{text[max(0, span[0] - AROUND) : span[0]]} {text[span[1] : span[1] + AROUND]}"


def clause_of(text: str, span: Span) -> Span:
    """Where the clause begins and ends that a mention of a text begins in."""
    return next((first, last) for first, last in _clauses(text) if first <= span[0] < last)


def clauses(sentence: Sentence, mention: Mention) -> tuple[str, str]:
    """The sentence without the mention: what is said of it, and the clauses that hold other figures."""
    text, (start, end) = sentence.text, mention.span
    own, others = [], []
    for first, last in _clauses(text):
        if first <= start < last:
            own.append(f"{text[first:start]} {text[end:last]}")
        elif any(each.kind is mention.kind and first <= each.span[0] < last for each in sentence.mentions):
            others.append(text[first:last])
        else:
            own.append(text[first:last])
    return " ".join(own), " ".join(others)


def _clauses(text: str) -> Iterable[Span]:
    return pairwise([0, *(match.end() for match in _CLAUSE_END.finditer(text)), len(text)])
