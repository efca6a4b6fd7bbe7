"""The words that turn statements round, read from contrasts.toml."""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

FILE = Path(__file__).with_name("contrasts.toml")

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The words of one language; each line of `contrasts` and `opposites` is a list of groups."""

    denying: frozenset[str]
    undenied: frozenset[str]
    contrary: str
    denied_form: Pattern
    not_denied: Pattern
    denied_after: Pattern
    reaches_back: int
    absolute: Sequence[Pattern]
    opposites: Sequence[Sequence[Pattern]]
    contrasts: Sequence[Sequence[Pattern]]


@cache
def contrasts_of(language: str) -> Contrasts:
    """The words of a language that is written in. KeyError for another."""
    noted = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    return Contrasts(
        denying=frozenset(noted["denying"]),
        undenied=frozenset(noted["undenied"]),
        contrary=noted["contrary"],
        denied_form=re.compile(noted["denied_forms"]),
        not_denied=_any_of(noted["not_denied"]),
        denied_after=_any_of(noted["denied_after"]),
        reaches_back=noted["reaches_back"],
        absolute=tuple(map(_any_of, noted["absolute"])),
        opposites=tuple(tuple(map(_any_of, line)) for line in noted["opposites"]),
        contrasts=tuple(tuple(map(_any_of, line)) for line in noted["contrasts"]),
    )


def _any_of(listed: Iterable[str]) -> Pattern:
    """What fits one word of a list; "*" stands for any ending."""
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in listed) or "(?!)")
