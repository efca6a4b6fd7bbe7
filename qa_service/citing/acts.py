"""Laws, decrees, resolutions and orders by number, date and kind."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_service.citing.articles import articles_in
from qa_service.citing.dates import NO_DATE, Date, dates_in
from qa_service.citing.grammar import Grammar
from qa_service.citing.spans import Span

_SERIES = re.compile(r"(?<![\w-])(?P<number>\d+)\s*-?\s*(?P<series>[ivx]+)(?!\w)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN = re.compile(r"(?<!\w)(?<!\d-)\d+(?:[-/]\d+)*(?!\w)")


@dataclass(frozen=True, slots=True)
class Act:
    """What is said of an act: `number` without its series ("501"), `series` as a small roman numeral ("v"),
    `kind` as in grammar.toml. Nothing of it has to be known."""

    kind: str | None = None
    number: str | None = None
    series: str | None = None
    date: Date = NO_DATE

    @property
    def is_vague(self) -> bool:
        """Whether there is neither a number nor a day, so that many acts may be meant."""
        return self.number is None and not self.date.full

    def fits(self, other: "Act") -> bool:
        """Whether both may be the same act, as far as is said."""
        known = ((self.kind, other.kind), (self.number, other.number), (self.series, other.series))
        return self.date.fits(other.date) and all(None in pair or pair[0] == pair[1] for pair in known)


@dataclass(frozen=True, slots=True)
class ActMention:
    """An act and the span of folded text that names it."""

    act: Act
    span: Span


def acts_in(text: str, starts: Sequence[int], grammar: Grammar) -> Iterator[ActMention]:
    """Every act that a folded text names by number, or by kind and full date; `starts` are the offsets at
    which its sentences begin."""
    dates, kinds = dates_in(text, grammar), grammar.kind_spans(text)
    numbers = [match for match in grammar.act_number.finditer(text) if match["number"]]
    for match, before in zip(numbers, [0, *[each.end() for each in numbers]], strict=False):
        begin = max([before, *[start for start in starts if start <= match.start()]])
        yield _numbered(match, [each for each in dates if begin <= each[1][0] < match.start()], kinds)
    yield from _dated(text, dates, kinds, [match.start() for match in numbers])


def _numbered(
    match: re.Match[str], dates: Sequence[tuple[Date, Span]], kinds: Sequence[tuple[int, int, str]]
) -> ActMention:
    date, span = dates[-1] if dates else (NO_DATE, match.span())
    start = span[0] if match.start() - span[1] <= 3 else match.start()
    kind = _nearest(match.span(), kinds) or ("law" if match["series"] else None)
    return ActMention(Act(kind, match["number"], _series(match["series"], kind), date), (start, match.end()))


def _series(numeral: str | None, kind: str | None) -> str | None:
    """Only laws are numbered in series; in "№ 78-і" the letter is an order's suffix."""
    return numeral if kind == "law" else None


def _nearest(span: Span, kinds: Sequence[tuple[int, int, str]]) -> str | None:
    """The kind whose word stands nearest."""
    return min(kinds, key=lambda each: max(each[0] - span[1], span[0] - each[1]), default=(0, 0, None))[2]


def _dated(
    text: str,
    dates: Sequence[tuple[Date, Span]],
    kinds: Sequence[tuple[int, int, str]],
    numbers: Sequence[int],
) -> Iterator[ActMention]:
    """Acts that are named without a number: the kind stands right behind the full date."""
    for date, (start, end) in dates:
        if not date.full or any(0 <= number - end <= 3 for number in numbers):
            continue
        for begin, stop, kind in kinds:
            if 0 < begin - end <= 2 and not text[end:begin].strip():
                yield ActMention(Act(kind, date=date), (start, stop))


def read_act(text: str, grammar: Grammar) -> Act | None:
    """The act that a typed and folded reference names by kind, number or date; None where it names none."""
    dates, kinds = dates_in(text, grammar), grammar.kind_spans(text)
    match = grammar.act_number.search(text) or _SERIES.search(text)
    if not match and not kinds:
        return None
    date = dates[0][0] if dates else NO_DATE
    if match:
        kind = _nearest(match.span(), kinds) or ("law" if match["series"] else None)
        return Act(kind, match["number"], _series(match["series"], kind), date)
    kind, number = _nearest((0, 0), kinds), _plain_number(text, dates, grammar)
    if number and date == NO_DATE and _YEAR.fullmatch(number):
        return Act(kind, date=Date(int(number)))
    return Act(kind, number, date=date) if number or date != NO_DATE else None


def _plain_number(text: str, dates: Sequence[tuple[Date, Span]], grammar: Grammar) -> str | None:
    """The number of "закон 345": the first that is neither part of a date nor an article."""
    taken = [span for _, span in dates] + [listed.span for listed in articles_in(text, grammar)]
    found = (match for match in _PLAIN.finditer(text) if not any(a <= match.start() < b for a, b in taken))
    match = next(found, None)
    return match[0] if match else None
