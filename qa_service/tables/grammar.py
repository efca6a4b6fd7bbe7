"""How a language prints the frame of a table: the lines that open and close it, and its footnotes."""

import re
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE = Path(__file__).with_name("grammar.toml")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns for a line's start; `title` captures the table's number."""

    title: re.Pattern[str]
    source: re.Pattern[str]
    note: re.Pattern[str]


def read_grammar(language: str) -> Grammar:
    """The patterns of `language` (ISO 639-1). KeyError when none are kept for it."""
    patterns = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    return Grammar(**{name: re.compile(pattern) for name, pattern in patterns.items()})
