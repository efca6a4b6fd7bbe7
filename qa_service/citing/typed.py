"""The articles and paragraphs of a typed reference, in folded text: lists, letters, bare numbers."""

import re
from collections.abc import Iterator

from qa_service.citing.articles import Article, articles_in, numbers_in, parts_in, with_parts
from qa_service.citing.grammar import Grammar
from qa_service.citing.patterns import NUMBER
from qa_service.citing.spans import blanked

_NUMBER = re.compile(rf"(?<![\w-]){NUMBER}(?:\s*\([^()]*\))?")


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
