"""Laws that are named by their titles."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qa_service.citing.grammar import Grammar
from qa_service.citing.spans import Span, is_free

_BEHIND = 70
_BEFORE = 110
_CHAINED = 25
"""Characters between a title and the word "law", or the title of another law, in a list of titles."""

_BREAK = re.compile(r'["”;]|\.\s')
_BRACKET = re.compile(r"\s*\(")


@dataclass(frozen=True, slots=True)
class Law:
    """A law by its folded title; `articles` are those that its passage names of it."""

    title: str
    articles: frozenset[str] = frozenset()


def law_titles(text: str, grammar: Grammar) -> list[tuple[str, Span]]:
    """Quoted titles in a folded text that the word "law" stands beside: behind in Kazakh, before in Russian.

    In a list of titles the word may stand by one of them only. Titles of codes are left out.
    """
    coded = [match.span() for code in grammar.codes for match in code.pattern.finditer(text)]
    found = [match for match in grammar.title.finditer(text) if is_free(match.span(), coded)]
    kazakh = _chained([match for match in reversed(found) if match["title"]], text, grammar)
    russian = _chained([match for match in found if not match["title"]], text, grammar)
    return sorted([*kazakh, *russian], key=lambda each: each[1])


def _chained(matches: Iterable[re.Match[str]], text: str, grammar: Grammar) -> Iterator[tuple[str, Span]]:
    """Titles beside the word, and those beside one of these."""
    last: Span | None = None
    for match in matches:
        span = match.span()
        near = last is not None and max(last[0] - span[1], span[0] - last[1]) <= _CHAINED
        if near or _has_articles(span, text, grammar) or grammar.kinds["law"].search(_beside(match, text)):
            last = span
            yield " ".join((match["title"] or match["title_before"]).split()), span


def _has_articles(title: Span, text: str, grammar: Grammar) -> bool:
    """Whether articles stand in brackets behind a title."""
    bracket = _BRACKET.match(text, title[1])
    return bracket is not None and grammar.article_after.match(text, bracket.end()) is not None


def _beside(match: re.Match[str], text: str) -> str:
    """The text in which the word is looked for, up to the next title or sentence."""
    if match["title"]:
        return _BREAK.split(text[match.end() : match.end() + _BEHIND])[0]
    return _BREAK.split(text[max(0, match.start() - _BEFORE) : match.start()])[-1]
