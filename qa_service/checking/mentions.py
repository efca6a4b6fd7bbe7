"""Sentences read: every figure, date, law number and article number with its unit and years."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from qa_service.checking.grammar import grammar
from qa_service.checking.numbers import NUMBER, last_digit, readings
from qa_service.checking.records import Kind, Mention, Sentence
from qa_service.checking.scratch import Scratch
from qa_service.checking.years import Dated, nearest_years, periods, read_years

_LAW = re.compile(
    r"(?:№|\bno\b\.?)\s?(?P<name>(?:[^\W\d_]+[\s-]){0,2}\d[\d/.-]*(?:-?[ivxlіхуү][ivxlіхуү1]*\b|-[^\W\d_]\b)?)"
    r"|\b(?P<act>\d+-(?:[vxхуү][ivxlіхуү1]*|[iі][ivxlіхуү1]+))\b"
    r"|\b(?P<symbol>[^\W\d_]+(?:/[\w.]*\w){2,})"
)
_ROMAN = str.maketrans("уүlіх1", "vviixi")
_ROMAN_TAIL = re.compile(r"(?<=\d)-?([ivxlіхуү][ivxlіхуү1]*)$")
_ITEM = re.compile(r"^\s*\(?\d{1,2}[.)]\s")
_WORD = re.compile(r"\s*[^\W\d_]")
_RANGE = re.compile(r"\s?-(?=\s?\d)")


def read_sentence(text: str, language: str, cited: frozenset[str] = frozenset()) -> Sentence:
    """The mentions of one sentence in their order. Numbers of items, tables and chapters are none."""
    scratch = Scratch(text)
    scratch.take(_ITEM)
    dates = list(_dates(scratch))
    years = read_years(scratch.text)
    spanned = periods(scratch.text, years)
    for year in years:
        scratch.black_out(year.span)
    dated = sorted([*spanned, *(Dated(date.span, date.years) for date in dates if date.years)])
    found = [*dates, *map(_year, years), *_references(scratch), *_laws(scratch), *_figures(scratch, dated)]
    mentions = sorted(
        (replace(one, span=scratch.source(one.span)) for one in found), key=lambda one: one.span
    )
    named = frozenset().union(*(each.years for each in dated))
    return Sentence(text, language, tuple(mentions), named, cited)


def _year(year: Dated) -> Mention:
    return Mention(Kind.DATE, year.span, name=str(min(year.years)), years=year.years)


def _dates(scratch: Scratch) -> Iterator[Mention]:
    for pattern in grammar().dates:
        for match in scratch.take(pattern):
            parts = match.groupdict()
            month, year = grammar().month(parts["month"]), parts.get("year")
            if month is None:
                continue
            day = f"-{int(parts['day']):02}" if parts.get("day") else ""
            years = frozenset({int(year)}) if year else frozenset()
            yield Mention(Kind.DATE, match.span(), name=f"{year or '*'}-{month:02}{day}", years=years)


def _references(scratch: Scratch) -> Iterator[Mention]:
    scratch.take(grammar().parts)
    for unit, patterns in grammar().references.items():
        for pattern in patterns:
            for match in scratch.take(pattern):
                yield from _listed(match, unit)


def _listed(match: re.Match[str], unit: str) -> Iterator[Mention]:
    start = match.start("numbers")
    for number in re.finditer(r"\d+(?:-\d+)?", match["numbers"]):
        span = (start + number.start(), start + number.end())
        yield Mention(Kind.ARTICLE, span, name=number[0], unit=unit)


def _laws(scratch: Scratch) -> Iterator[Mention]:
    for match in scratch.take(_LAW):
        kept = next(group for group in ("name", "act", "symbol") if match[group])
        name = match[kept].rstrip(".-/")
        start = match.start(kept)
        tail = _ROMAN_TAIL.search(name)
        normal = f"{name[: tail.start()]}-{tail[1].translate(_ROMAN)}" if tail else name
        yield Mention(Kind.LAW, (start, start + len(name)), name=re.sub(r"[\s-]+", "-", normal))


def _figures(scratch: Scratch, dated: list[Dated]) -> Iterator[Mention]:
    text, last = scratch.text, 0
    for match in NUMBER.finditer(text):
        values = readings(match[0])
        if match.start() < last or not values:
            continue
        factor, last = grammar().scale(text, match.end())
        more, last = _rest(text, last, factor)
        whole = frozenset(value * factor + more for value in values)
        is_base = any(map(_is_round, whole)) and grammar().is_base(text, match.start(), last)
        yield Mention(
            kind=Kind.FIGURE,
            span=(match.start(), last),
            readings=whole,
            step=last_digit(match[0]) * factor if factor > 1 and not more else Decimal(0),
            unit="per" if is_base else _unit(text, last),
            years=nearest_years(text, match.span(), dated),
        )


def _is_round(value: Decimal) -> bool:
    """Whether a value is 100, 1000 and so on."""
    return value >= 100 and value.normalize().as_tuple().digits == (1,)


def _rest(text: str, start: int, above: int) -> tuple[Decimal, int]:
    """The thousands after the millions, as in "1 млн 932 тыс."; (0, start) when there are none."""
    match = NUMBER.match(text, start + 1) if above > 1 else None
    factor, end = grammar().scale(text, match.end()) if match else (1, start)
    if match is None or not 1 < factor < above or len(readings(match[0])) != 1:
        return Decimal(0), start
    return min(readings(match[0])) * factor, end


def _unit(text: str, end: int) -> str | None:
    """The unit after a number, or after the second of "5-14 лет" and "от 3 до 6 лет"."""
    after = end + len(text[end:]) - len(text[end:].lstrip(" "))
    if unit := grammar().unit(text, after):
        return unit
    if joint := _RANGE.match(text, end) or grammar().connector.match(text, end):
        second = NUMBER.match(text, joint.end() + (text[joint.end() : joint.end() + 1] == " "))
        return _unit(text, grammar().scale(text, second.end())[1]) if second else None
    return "" if _WORD.match(text, end) else None
