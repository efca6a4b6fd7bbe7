"""Patterns for folded text, made of the words in grammar.toml: numbered things, dates, acts, codes."""

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from qa_service.citing.numerals import NUMERAL

Pattern = re.Pattern[str]
Spelling = Callable[[str], str]
"""From a pattern in proper spelling to one for all ways in which it may be typed."""

LETTER = r"(?:[a-hабгде]\)?|[вс]\))(?!\w)"
"""A lettered paragraph. A lone в or с is a Russian preposition, unless a bracket closes it."""

NUMBER = r"\d+(?:\s*-\s*\d+)?(?!\d)"
"""A number, a range, or an article such as 114-1."""

LONGEST_LIST = 30
"""Of numbers with one word; without a bound a page of figures would be read in quadratic time."""


def listed(words: Mapping[str, Any], spell: Spelling) -> dict[str, Pattern]:
    """Lists of articles, and of paragraphs by themselves, whose word stands behind or before the numbers."""
    joint = rf"(?>\s*,\s*|\s+(?:{spell(words['and'])})\s+)"
    after, before = spell(words["part_after"]), spell(words["part_before"])
    part = rf"(?:{NUMBER}\)?|{LETTER})"
    parts = rf"{part}(?:{joint}{part}){{0,{LONGEST_LIST}}}"
    inner = rf"(?:{NUMBER}|[a-hабгде](?!\w))"
    bracketed = (
        rf"\((?:(?:{before})\s*)?{inner}(?:{joint}{inner}){{0,{LONGEST_LIST}}}\s*(?:-?\s*(?:{after}))?\)"
    )
    number = rf"{NUMBER}(?:\s*{bracketed})?"
    numbers = rf"{number}(?:{joint}{number}){{0,{LONGEST_LIST}}}"
    own_parts = rf"(?:[\s,]*\(?(?P<parts>{parts})\s*-?\s*(?:{after}))?"
    told = rf"(?:[\s,]*\(?(?:{before})\s*(?P<parts>{parts}))?"
    told_before = rf"(?:(?:{before})\s*(?P<parts_before>{parts})\s*)?"
    article_after, article_before = spell(words["article_after"]), words["article_before"]
    sources = {
        "article_after": rf"(?<![\d-])(?P<numbers>{numbers})\s*-?\s*(?:{article_after}){own_parts}",
        "article_before": rf"{told_before}(?<!\w)(?:{article_before})\s*№?\s*(?P<numbers>{numbers}){told}",
        "part_after": rf"(?<![\d-])(?P<parts>{parts})\s*-?\s*(?:{after})",
        "part_before": rf"(?<!\w)(?:{before})\s*№?\s*(?P<parts>{parts})",
    }
    return {name: re.compile(source) for name, source in sources.items()}


def counts(and_: str) -> Pattern:
    """Lists and ranges of numerals."""
    joint = rf"(?>\s*[,-]\s*|\s+(?:{and_})\s+)"
    return re.compile(rf"(?<!\w){NUMERAL}(?:{joint}{NUMERAL}){{0,{LONGEST_LIST}}}")


def letters(and_: str) -> Pattern:
    """Letters behind an article, with or without brackets."""
    return re.compile(rf"(?:(?>[\s,(]|(?<!\w)(?:{and_})(?!\w))*+{LETTER})+")


def act_number(sign: str) -> Pattern:
    """The number of an act behind the sign for it: the groups number and series."""
    prefix = r"(?:[^\W\d_]{2,3}[\s-]+){0,2}"
    number = r"(?P<number>\d+(?:[-/]\d+)*)(?:\s*-?\s*(?P<series>[ivx]+)\b)?(?:-[^\W\d_]\b)?"
    return re.compile(rf"(?:{sign})\s*{prefix}{number}")


def dates(months: Sequence[str], year: str) -> tuple[Pattern, ...]:
    """Dates with the groups year, month (a word) or number, and day, as far as they have them."""
    month = rf"(?P<month>(?:{'|'.join(f'(?:{each})' for each in months)})\w*)"
    day = r"(?<!\d)(?P<day>\d{1,2})"
    sources = (
        rf"(?P<year>\d{{4}})\s*-?\s*(?:{year})\s*(?:{day}\s*-?\s*)?{month}",
        rf"{day}\s*-?\s*{month}(?:[\s,]+(?P<year>\d{{4}}))?",
        rf"{month}\s+(?:{day},?\s+)?(?P<year>\d{{4}})",
        rf"{day}[./](?P<number>\d{{1,2}})[./](?P<year>\d{{4}})",
        rf"(?P<year>(?:19|20)\d\d)\s*-?\s*(?:{year})",
    )
    return tuple(map(re.compile, sources))


def code(full: str, short: Sequence[str], country: str) -> Pattern:
    """A code by its full name, or by a short one with or without the `country` before or behind it."""
    if not short:
        return re.compile(full)
    name = rf"(?:(?:{country})\s*)?(?:{'|'.join(short)})(?:{country})?"
    ending = rf"(?:\s*-\s*[^\W\d_]{{1,5}}(?!\w))?(?:\s+(?:{country})(?!\w))?"
    return re.compile(rf"{full}|(?<!\w){name}(?!\w){ending}")
