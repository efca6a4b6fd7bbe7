"""How lists of issues are numbered, lettered and worded; the words are in grammar.toml."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from qa_service.language.phrases import LANGUAGES

Patterns = tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Manner:
    """How demands are worded in one language."""

    openings: Patterns
    closings: Patterns
    splits: Patterns
    references: Patterns


@dataclass(frozen=True, slots=True)
class Grammar:
    """Marks of numbers, letters and headings in any language, and manners of asking by language."""

    number: re.Pattern[str]
    letter: re.Pattern[str]
    heading: re.Pattern[str]
    joint: re.Pattern[str]
    alphabets: tuple[str, ...]
    manners: Mapping[str, Manner]

    def manner(self, language: str) -> Manner:
        """That of a language; English for any other than `LANGUAGES`."""
        return self.manners[language if language in LANGUAGES else "en"]


@cache
def grammar() -> Grammar:
    """The grammar that stands beside this module."""
    text = resources.files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)
    words, joints = _any(found["number_words"]), _any(found["joints"])
    return Grammar(
        number=_pattern(
            rf"^(?:(?:{words})\s*(?:№\s*)?)?(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}})"
            rf"(?:[.)]|\s*-\s*(?:{words})\w*\s*[.:]?|(?<=\.\d)(?=\s))(?:\s+|(?=[^\W\d]|[\"«(])|$)"
        ),
        letter=_pattern(
            rf"(?:^|(?P<mark>[:;,.?])\s*(?:(?:{joints})\s*)?|(?<!\d)\n\s*)\(?(?P<letter>[^\W\d_])\)\s*"
        ),
        heading=re.compile(rf"^(?:{_any(found['headings'])})"),
        joint=_pattern(rf"[;,]?\s*(?:\b(?:{joints}))?\s*$"),
        alphabets=tuple(found["alphabets"]),
        manners={language: _manner(each) for language, each in found["demands"].items()},
    )


def _manner(found: Mapping[str, list[str]]) -> Manner:
    return Manner(
        openings=tuple(_pattern(rf"^[\s,:–—-]*(?:{each})[\s,]*") for each in found["openings"]),
        closings=tuple(_pattern(each) for each in found.get("closings", ())),
        splits=tuple(_pattern(each) for each in found["splits"]),
        references=tuple(_pattern(each) for each in found["references"]),
    )


def _any(alternatives: Iterable[str]) -> str:
    return "|".join(alternatives)


def _pattern(expression: str) -> re.Pattern[str]:
    return re.compile(expression, re.IGNORECASE)
