"""What stands right beside a figure of a sentence: the words that are said of it, and its end of a change."""

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from pathlib import Path

from qa_service.checking.comparing import comparable
from qa_service.checking.records import Kind, Mention, Sentence, Span
from qa_service.checking.surroundings import clause_of, clauses
from qa_service.writing.cells import Tokens, tokens

FILE = Path(__file__).with_name("bindings.toml")
_DASH_BEFORE = re.compile(r"[–—-]\s+$")


class End(StrEnum):
    """The end of a change that a figure is."""

    FROM = "from"
    TO = "to"


@dataclass(frozen=True, slots=True)
class _Marks:
    from_before: re.Pattern[str]
    to_before: re.Pattern[str]
    from_after: re.Pattern[str]
    to_after: re.Pattern[str]
    joint: re.Pattern[str]


@cache
def _marks(language: str) -> _Marks:
    noted = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    return _Marks(**{name: re.compile(pattern, re.IGNORECASE) for name, pattern in noted.items()})


def end_of_change(sentence: Sentence, mention: Mention) -> End | None:
    """Which end of a change a figure is: "from 146 to 98"; None for another figure."""
    marks, (start, end) = _marks(sentence.language), mention.span
    before, after = sentence.text[:start], sentence.text[end:]
    if marks.from_before.search(before) or marks.from_after.match(after):
        return End.FROM
    return End.TO if marks.to_before.search(before) or marks.to_after.match(after) else None


def bound_words(sentence: Sentence, mention: Mention) -> Tokens:
    """The words that are said of a figure: those of its clause, or where that has others to compare it with,
    those up to the next one, on the side on which the clause has them."""
    first, last = clause_of(sentence.text, mention.span)
    beside = [
        each.span
        for each in sentence.mentions
        if first <= each.span[0] < last and each.span != mention.span and comparable(mention, each)
    ]
    parts = (
        _parts(sentence, mention.span, beside, (first, last)) if beside else clauses(sentence, mention)[:1]
    )
    figures = " ".join(
        sentence.text[slice(*each.span)] for each in sentence.mentions if each.kind is not Kind.DATE
    )
    own = (tokens(part, sentence.language) - tokens(figures, sentence.language) for part in parts)
    return next(filter(None, own), frozenset())


def _parts(sentence: Sentence, own: Span, beside: Sequence[Span], clause: Span) -> list[str]:
    """What stands between a figure and the others beside it, the nearest first."""
    first, last = clause
    if any(_stands_behind(sentence, span) for span in (own, *beside)):
        ends = sorted((first, *(span[1] for span in beside if span[1] <= own[0])), reverse=True)
        return [sentence.text[a:b] for a, b in zip(ends, (own[0], *ends), strict=False)]
    starts = sorted((last, *(span[0] for span in beside if span[0] >= own[1])))
    return [sentence.text[a:b] for a, b in zip((own[1], *starts), starts, strict=False)]


def _stands_behind(sentence: Sentence, span: Span) -> bool:
    """Whether a figure stands behind the words that are said of it: "boys – 543, girls – 300"."""
    before, after = sentence.text[: span[0]], sentence.text[span[1] :]
    return bool(_DASH_BEFORE.search(before) or _marks(sentence.language).joint.match(after))
