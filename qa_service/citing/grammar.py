"""How references are written: grammar.toml and codes.toml as compiled patterns for folded text."""

import re
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from qa_service.language.alphabet import russify

Pattern = re.Pattern[str]
Spelling = Callable[[str], str]

LETTER = r"(?:[a-hабгде]\)?|[вс]\))(?!\w)"
"""A lettered paragraph. A lone в or с is a Russian preposition, unless a bracket closes it."""

NUMBER = r"\d+(?:\s*-\s*\d+)?(?!\d)"
"""A number, a range, or an article such as 114-1."""

LONGEST_LIST = 30
"""Of numbers with one word; without a bound a page of figures would be read in quadratic time."""

_PATTERNS = (
    "title",
    "convention",
    "other_convention",
    "other_convention_behind",
    "other_treaty",
    "ordinal",
    "convention_title",
    "child_rights",
    "observations",
    "table",
    "chapter",
    "passage",
)


@dataclass(frozen=True, slots=True)
class Code:
    """A code by its names: `names` by language for people, `pattern` for all ways to write it."""

    key: str
    names: Mapping[str, str]
    pattern: Pattern


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of one way of writing: of printed texts, or of references as people type them.

    `article_after` and `article_before` have the groups numbers and parts, for articles whose word stands
    behind or before their numbers; `part_after` and `part_before` are paragraphs by themselves.
    """

    title: Pattern
    convention: Pattern
    other_convention: Pattern
    other_convention_behind: Pattern
    other_treaty: Pattern
    ordinal: Pattern
    convention_title: Pattern
    child_rights: Pattern
    observations: Pattern
    table: Pattern
    chapter: Pattern
    passage: Pattern
    kinds: Mapping[str, Pattern]
    act_number: Pattern
    dates: tuple[Pattern, ...]
    months: tuple[Pattern, ...]
    article_after: Pattern
    article_before: Pattern
    part_after: Pattern
    part_before: Pattern
    letters: Pattern
    country: Pattern
    codes: tuple[Code, ...]

    def kind_spans(self, text: str) -> list[tuple[int, int, str]]:
        """Every word for a kind of act, as start, end and kind, in order."""
        found = ((*match.span(), kind) for kind, p in self.kinds.items() for match in p.finditer(text))
        return sorted(found)


@cache
def printed_grammar() -> Grammar:
    """For the text of documents, which is spelled properly."""
    return _grammar(str)


@cache
def typed_grammar() -> Grammar:
    """For references: Kazakh words may also be typed with Russian letters."""
    return _grammar(_either_spelling)


def _either_spelling(pattern: str) -> str:
    plain = russify(pattern)
    return pattern if plain == pattern else f"(?:{pattern}|{plain})"


def _grammar(spell: Spelling) -> Grammar:
    words = _read("grammar.toml")
    lists = _Lists.of(words, spell)
    months = [spell(month) for month in words["dates"]["months"]]
    return Grammar(
        **{
            name: re.compile(words[name] if "(?P<" in words[name] else spell(words[name]))
            for name in _PATTERNS
        },
        kinds={kind: re.compile(rf"(?<!\w)(?:{spell(pattern)})") for kind, pattern in words["kinds"].items()},
        act_number=_act_number(words["number_sign"]),
        dates=_dates(months, spell(words["dates"]["year_word"])),
        months=tuple(re.compile(month) for month in months),
        article_after=re.compile(lists.article_after),
        article_before=re.compile(lists.article_before),
        part_after=re.compile(lists.part_after),
        part_before=re.compile(lists.part_before),
        letters=re.compile(rf"(?:(?>[\s,(]|(?<!\w)(?:{spell(words['and'])})(?!\w))*+{LETTER})+"),
        country=re.compile(spell(words["country"])),
        codes=tuple(_code(key, entry, spell) for key, entry in _read("codes.toml").items()),
    )


@dataclass(frozen=True, slots=True)
class _Lists:
    """Sources of the patterns for numbers with the word they belong to."""

    article_after: str
    article_before: str
    part_after: str
    part_before: str

    @classmethod
    def of(cls, words: Mapping[str, Any], spell: Spelling) -> "_Lists":
        joint = rf"(?>\s*,\s*|\s+(?:{spell(words['and'])})\s+)"
        numbers = rf"{NUMBER}(?:\s*\(\d+\))?(?:{joint}{NUMBER}(?:\s*\(\d+\))?){{0,{LONGEST_LIST}}}"
        part = rf"(?:{NUMBER}\)?|{LETTER})"
        parts = rf"{part}(?:{joint}{part}){{0,{LONGEST_LIST}}}"
        after, before = spell(words["part_after"]), spell(words["part_before"])
        own_parts = rf"(?:[\s,]*\(?(?P<parts>{parts})\s*-?\s*(?:{after}))?"
        told = rf"(?:[\s,]*\(?(?:{before})\s*(?P<parts>{parts}))?"
        told_before = rf"(?:(?:{before})\s*(?P<parts_before>{parts})\s*)?"
        return cls(
            rf"(?<![\d-])(?P<numbers>{numbers})\s*-?\s*(?:{spell(words['article_after'])}){own_parts}",
            rf"{told_before}(?<!\w)(?:{words['article_before']})\s*№?\s*(?P<numbers>{numbers}){told}",
            rf"(?<![\d-])(?P<parts>{parts})\s*-?\s*(?:{after})",
            rf"(?<!\w)(?:{before})\s*№?\s*(?P<parts>{parts})",
        )


def _act_number(sign: str) -> Pattern:
    prefix = r"(?:[^\W\d_]{2,3}[\s-]+){0,2}"
    number = r"(?P<number>\d+(?:[-/]\d+)*)(?:\s*-?\s*(?P<series>[ivx]+)\b)?(?:-[^\W\d_]\b)?"
    return re.compile(rf"(?:{sign})\s*{prefix}{number}")


def _dates(months: list[str], year: str) -> tuple[Pattern, ...]:
    month = rf"(?P<month>(?:{'|'.join(f'(?:{each})' for each in months)})\w*)"
    day = r"(?<!\d)(?P<day>\d{1,2})"
    return tuple(
        map(
            re.compile,
            (
                rf"(?P<year>\d{{4}})\s*-?\s*(?:{year})\s*(?:{day}\s*-?\s*)?{month}",
                rf"{day}\s*-?\s*{month}(?:[\s,]+(?P<year>\d{{4}}))?",
                rf"{month}\s+(?:{day},?\s+)?(?P<year>\d{{4}})",
                r"(?<!\d)(?P<day>\d{1,2})[./](?P<number>\d{1,2})[./](?P<year>\d{4})",
                rf"(?P<year>(?:19|20)\d\d)\s*-?\s*(?:{year})",
            ),
        )
    )


def _code(key: str, entry: Mapping[str, Any], spell: Spelling) -> Code:
    country = r"(?:(?:қр|рк)\s*)?"
    short = "|".join(entry["short"])
    pattern = spell(entry["full"])
    if short:
        pattern += (
            rf"|(?<!\w){country}(?:{short})(?:рк)?(?!\w)(?:\s*-\s*[^\W\d_]{{1,5}}(?!\w))?(?:\s+рк(?!\w))?"
        )
    return Code(key, {language: entry[language] for language in ("kk", "ru", "en")}, re.compile(pattern))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
