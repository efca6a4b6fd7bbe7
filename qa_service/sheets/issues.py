"""A list of issues as United Nations committees write it: numbered paragraphs, lettered sub-questions,
headings between them; in Kazakh, Russian or English."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from qa_service.errors import IssuesMissing, IssuesTooMany
from qa_service.language.sentences import sentence_spans
from qa_service.sheets.letters import folded, lettered
from qa_service.sheets.lines import Line
from qa_service.sheets.numbered import Numbered, numbered_paragraphs
from qa_service.sheets.records import Issue

MOST_ISSUES = 300
"""Issues and sub-questions of one list; the Committee asks about a hundred."""


def read_issues(lines: Sequence[Line]) -> tuple[Issue, ...]:
    """The issues in their order. Raises IssuesMissing where nothing is numbered, and IssuesTooMany."""
    issues = [issue for paragraph in numbered_paragraphs(lines) for issue in _issues(paragraph)]
    if not issues:
        raise IssuesMissing
    if len(issues) > MOST_ISSUES:
        raise IssuesTooMany(found=len(issues), most=MOST_ISSUES)
    return tuple(_with_unique_keys(issues))


def _issues(paragraph: Numbered) -> Iterator[Issue]:
    parts = lettered(paragraph.text)
    whole = Issue(paragraph.number, paragraph.number, "", parts.opening, paragraph.heading)
    if not parts.questions:
        if parts.opening:
            yield whole
        return
    if own := _demands_of(parts.opening):
        yield replace(whole, text=own)
    for letter, text in parts.questions:
        key = whole.number + folded(letter)
        yield replace(whole, key=key, letter=letter, text=text, lead=parts.opening)


def _demands_of(opening: str) -> str:
    """What a paragraph asks before its letters; a last sentence that ends in a colon only opens them."""
    spans = sentence_spans(opening)
    if not spans or not opening.endswith(":"):
        return opening
    return opening[: spans[-1][0]].strip()


def _with_unique_keys(issues: Iterable[Issue]) -> Iterator[Issue]:
    seen: Counter[str] = Counter()
    for issue in issues:
        seen[issue.key] += 1
        yield replace(issue, key=f"{issue.key}/{seen[issue.key]}") if seen[issue.key] > 1 else issue
