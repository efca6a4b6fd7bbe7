"""How references are written: grammar.toml and codes.toml as compiled patterns for folded text."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from qa_service.citing import patterns
from qa_service.citing.patterns import Pattern, Spelling
from qa_service.language.alphabet import russify
from qa_service.language.phrases import LANGUAGES

_PATTERNS = (
    "title",
    "convention",
    "other_convention",
    "other_convention_behind",
    "other_treaty",
    "code",
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
    behind or before their numbers; `part_after` and `part_before` are paragraphs by themselves. `counted` is
    the first, the second ... in words.
    """

    title: Pattern
    convention: Pattern
    other_convention: Pattern
    other_convention_behind: Pattern
    other_treaty: Pattern
    code: Pattern
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
    counts: Pattern
    counted: tuple[Pattern, ...]
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
    months = [spell(month) for month in words["dates"]["months"]]
    short = words["country_short"]
    return Grammar(
        **{name: _compiled(words[name], spell) for name in _PATTERNS},
        **patterns.listed(words, spell),
        kinds={kind: re.compile(rf"(?<!\w)(?:{spell(pattern)})") for kind, pattern in words["kinds"].items()},
        act_number=patterns.act_number(words["number_sign"]),
        dates=patterns.dates(months, spell(words["dates"]["year_word"])),
        months=tuple(map(re.compile, months)),
        letters=patterns.letters(spell(words["and"])),
        counts=patterns.counts(spell(words["and"])),
        counted=tuple(re.compile(rf"(?<!\w)(?:{spell(each)})(?!\w)") for each in words["counted"]),
        country=re.compile(spell(f"{short}|{words['country']}")),
        codes=tuple(_code(key, entry, short, spell) for key, entry in _read("codes.toml").items()),
    )


def _compiled(pattern: str, spell: Spelling) -> Pattern:
    """A group has one name only: a pattern with one is taken as it is."""
    return re.compile(pattern if "(?P<" in pattern else spell(pattern))


def _code(key: str, entry: Mapping[str, Any], country: str, spell: Spelling) -> Code:
    names = {language: entry[language] for language in LANGUAGES}
    return Code(key, names, patterns.code(spell(entry["full"]), entry["short"], country))


def _read(name: str) -> dict[str, Any]:
    return tomllib.loads(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))
