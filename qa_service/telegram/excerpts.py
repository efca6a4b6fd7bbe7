"""The part of a passage by which it is known in a list."""

from qa_service.language.sentences import sentence_spans
from qa_service.telegram.actions import Spans
from qa_service.telegram.text import Style, Text, marked

LONGEST = 280
"""Characters; about six lines on a phone."""

MORE = "…"


def excerpt(text: str, highlights: Spans = (), longest: int = LONGEST) -> Text:
    """At most about `longest` characters of a text, whole words, with its first highlight (in bold);
    it begins with a sentence where that leaves room for the highlight."""
    whole = marked(text, highlights, Style.BOLD)
    if len(text) <= longest:
        return whole
    start = _start(text, highlights[0] if highlights else (0, 0), longest)
    end = _end(text, start + longest)
    return Text(MORE if start else "") + whole.within(start, end) + Text(MORE if end < len(text) else "")


def _start(text: str, highlight: tuple[int, int], longest: int) -> int:
    first, last = highlight
    if last <= longest:
        return 0
    sentence = max((start for start, _ in sentence_spans(text) if start <= first), default=first)
    if last - sentence <= longest:
        return sentence
    return text.rfind(" ", 0, max(0, first - longest // 4)) + 1


def _end(text: str, end: int) -> int:
    return len(text) if end >= len(text) else max(text.rfind(" ", 0, end), end - LONGEST // 4)
