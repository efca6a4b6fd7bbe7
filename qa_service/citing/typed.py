"""The numbers of a typed reference, in folded text: articles, paragraphs, and those beside a word."""

import re
from collections.abc import Iterator

from qa_service.citing.articles import Article, articles_in, numbers_in, parts_in, with_parts
from qa_service.citing.grammar import Grammar
from qa_service.citing.numerals import values_in
from qa_service.citing.patterns import NUMBER
from qa_service.citing.spans import Span, blanked

_NUMBER = re.compile(rf"(?<![\w-]){NUMBER}(?:\s*\([^()]*\))?")

WORD = re.compile(r"[^\W\d_]{3,}")
"""Says something of its own; shorter ones are prepositions and the like."""


def named_articles(text: str, grammar: Grammar) -> tuple[Article, ...]:
    """The articles that are called so."""
    return tuple(
        article
        for listed in articles_in(text, grammar)
        for article in _with_letters(listed.articles, text, listed.span[1], grammar)
    )


def all_articles(rest: str, grammar: Grammar) -> tuple[Article, ...]:
    """The articles in what is left of a reference beside its code or treaty: those that are called so, or
    else all numbers."""
    return named_articles(rest, grammar) or _unnamed(rest, grammar)


def paragraphs(text: str, grammar: Grammar) -> tuple[str, ...]:
    """The numbers that are called paragraphs, each once."""
    return tuple(
        dict.fromkeys(number for told in _told(text, grammar) for number in numbers_in(told["parts"]))
    )


def numbers_beside(word: Span, text: str, grammar: Grammar) -> tuple[str, ...]:
    """The first list of numerals with nothing but signs between it and a word such as "table", or the place
    in words right before it: "the third chapter"."""
    runs = (run for run in grammar.counts.finditer(text) if _is_beside(word, run.span(), text))
    values = values_in(found[0]) if (found := next(runs, None)) else _counted(word, text, grammar)
    return tuple(map(str, values))


def _is_beside(word: Span, number: Span, text: str) -> bool:
    first, second = sorted((word, number))
    return first[1] <= second[0] and not WORD.search(text[first[1] : second[0]])


def _counted(word: Span, text: str, grammar: Grammar) -> tuple[int, ...]:
    before = text[: word[0]].rstrip()
    ordinals = enumerate(grammar.counted, start=1)
    return tuple(
        place for place, each in ordinals for match in each.finditer(before) if match.end() == len(before)
    )


def _told(text: str, grammar: Grammar) -> Iterator[re.Match[str]]:
    for pattern in (grammar.part_after, grammar.part_before):
        yield from pattern.finditer(text)


def _unnamed(text: str, grammar: Grammar) -> tuple[Article, ...]:
    """All numbers but those of paragraphs, which are taken for the last one's."""
    told = list(_told(text, grammar))
    rest = blanked(text, [match.span() for match in told])
    articles = tuple(
        article
        for match in _NUMBER.finditer(rest)
        for article in _with_letters(with_parts(match[0], frozenset()), rest, match.end(), grammar)
    )
    return _with_more(articles, frozenset(part for match in told for part in parts_in(match["parts"])))


def _with_letters(
    articles: tuple[Article, ...], text: str, end: int, grammar: Grammar
) -> tuple[Article, ...]:
    """The articles, the last one with the letters that stand behind `end`."""
    letters = grammar.letters.match(text, end)
    return _with_more(articles, parts_in(letters[0])) if letters else articles


def _with_more(articles: tuple[Article, ...], parts: frozenset[str]) -> tuple[Article, ...]:
    """The articles, the last one with further parts."""
    if not articles:
        return ()
    *others, last = articles
    return (*others, Article(last.number, last.parts | parts))
