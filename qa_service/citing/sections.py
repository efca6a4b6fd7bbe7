"""The sections that are about an article of the Convention or a paragraph of the concluding observations."""

import re
from collections.abc import Iterator, Mapping, Sequence

from qa_service.citing.articles import Article
from qa_service.citing.mentions import Mention
from qa_service.citing.numerals import COUNT, value_of
from qa_service.citing.places import Place
from qa_service.document.grammar import grammar_of
from qa_service.document.outline import title_of
from qa_service.document.records import Kind, Passage
from qa_service.language.alphabet import fold

Path = tuple[str, ...]


def article_places(
    read: Mapping[str, Sequence[Mention]], passages: Sequence[Passage]
) -> Iterator[tuple[str, Place]]:
    """For each article, every passage that stands under a heading which names it."""
    borne: dict[Path, list[Article]] = {}
    for passage in passages:
        for depth in range(1, len(passage.path) + 1):
            for article in borne.get(passage.path[:depth], ()):
                yield article.number, Place(passage, (), article.parts)
        articles = [mention.named for mention in read[passage.id] if isinstance(mention.named, Article)]
        if passage.kind is Kind.HEADING and articles:
            borne[(*passage.path, title_of(passage.text))] = articles


def observation_places(passages: Sequence[Passage]) -> Iterator[tuple[str, Place]]:
    """For each paragraph, the headings above the line that names it, the line and the section's passages."""
    run: list[Passage] = []
    for passage in passages:
        numbers = grammar_of(passage.language).observations_in(passage.text) if _is_heading(passage) else ()
        for number in numbers:
            yield from ((number, Place(heading)) for heading in run)
        for number in passage.observations:
            yield number, Place(passage, _spans(passage, number) if numbers else ())
        run = [*run, passage] if _is_heading(passage) and not numbers else []


def headings(passages: Sequence[Passage]) -> Iterator[tuple[str | None, Place]]:
    """Every heading but lines of observations, with its number where it is a chapter's."""
    for passage in passages:
        grammar = grammar_of(passage.language)
        if passage.kind is not Kind.HEADING or grammar.observations_in(passage.text):
            continue
        number = _chapter_number(passage.text) if is_chapter(passage) else None
        yield number, Place(passage, ((0, len(passage.text)),))


def captions(passages: Sequence[Passage]) -> Iterator[tuple[str, Place]]:
    """Every table by its number, with the words that number it."""
    for passage in passages:
        if passage.kind is Kind.TABLE:
            patterns = grammar_of(passage.language).table
            found = (match[0].rstrip(" .") for pattern in patterns if (match := pattern.match(passage.text)))
            yield str(passage.table), Place(passage, tuple((0, len(caption)) for caption in found))


def _chapter_number(title: str) -> str | None:
    """The number of a chapter in Arabic figures."""
    match = COUNT.search(fold(title))
    return str(value_of(match[0])) if match else None


def is_chapter(passage: Passage) -> bool:
    """Whether a passage is a chapter's heading."""
    return passage.kind is Kind.HEADING and grammar_of(passage.language).is_chapter(passage.text)


def _is_heading(passage: Passage) -> bool:
    return passage.kind is Kind.HEADING and not is_chapter(passage)


def _spans(passage: Passage, number: str) -> tuple[tuple[int, int], ...]:
    """The number in its line; the whole line where a range hides it."""
    found = tuple(match.span() for match in re.finditer(rf"(?<!\d){number}(?!\d)", passage.text))
    return found or ((0, len(passage.text)),)
