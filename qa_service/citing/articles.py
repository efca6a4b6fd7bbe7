"""Articles with their paragraphs as they are listed: "7, 8-баптар", "пункт 3 статьи 18", "статья 37 b)"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.citing.grammar import Grammar
from qa_service.citing.numerals import LONGEST_RANGE
from qa_service.citing.patterns import LETTER
from qa_service.citing.spans import Span, is_free
from qa_service.document.grammar import CYRILLIC_LETTERS

_ITEM = re.compile(r"(?P<first>\d+)(?:\s*-\s*(?P<last>\d+))?(?:\s*\((?P<parts>[^()]*)\))?")
_LETTER = re.compile(rf"(?<!\w){LETTER}")


@dataclass(frozen=True, slots=True)
class Article:
    """An article, with the paragraphs or letters of it that are meant; none of them means all of it."""

    number: str
    parts: frozenset[str] = frozenset()

    def meets(self, other: "Article") -> bool:
        """Whether both name something in common."""
        if self.number != other.number:
            return False
        return not self.parts or not other.parts or bool(self.parts & other.parts)


@dataclass(frozen=True, slots=True)
class Listed:
    """Articles that stand together, and the span of folded text that names them. `leads` is true where the
    word for "article" comes first, so that the code is named behind them."""

    articles: tuple[Article, ...]
    span: Span
    leads: bool


def articles_in(text: str, grammar: Grammar) -> list[Listed]:
    """Every list of articles in a folded text, in order."""
    before = [_listed(match, leads=True) for match in grammar.article_before.finditer(text)]
    after = [_listed(match, leads=False) for match in grammar.article_after.finditer(text)]
    taken = [each.span for each in before]
    free = [each for each in after if is_free(each.span, taken)]
    return sorted(before + free, key=lambda each: each.span)


def numbers_in(text: str) -> tuple[str, ...]:
    """The numbers of a list; ranges are spelled out, and "114-1" is one number."""
    return tuple(number for match in _ITEM.finditer(text) for number in _spelled_out(match))


def parts_in(text: str | None) -> frozenset[str]:
    """Paragraph numbers and letters of a list; letters are Latin."""
    if not text:
        return frozenset()
    letters = (match[0].rstrip(")").translate(CYRILLIC_LETTERS) for match in _LETTER.finditer(text))
    return frozenset((*numbers_in(text), *letters))


def with_parts(numbers: str, parts: frozenset[str]) -> tuple[Article, ...]:
    """The articles of a list; `parts` are those of the last one."""
    items = [
        Article(number, parts_in(match["parts"]))
        for match in _ITEM.finditer(numbers)
        for number in _spelled_out(match)
    ]
    if items and parts:
        items[-1] = Article(items[-1].number, items[-1].parts | parts)
    return tuple(items)


def _listed(match: re.Match[str], leads: bool) -> Listed:
    groups = match.groupdict()
    parts = parts_in(groups.get("parts")) | parts_in(groups.get("parts_before"))
    return Listed(with_parts(match["numbers"], parts), match.span(), leads)


def _spelled_out(match: re.Match[str]) -> Iterator[str]:
    first, last = match["first"], match["last"]
    if last is None:
        yield first
    elif 0 < int(last) - int(first) <= LONGEST_RANGE:
        yield from map(str, range(int(first), int(last) + 1))
    else:
        yield f"{first}-{last}"
