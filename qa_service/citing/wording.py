"""The words of citations in one language, read from wording.toml."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib import resources

from qa_service.document.records import Document, Lines
from qa_service.language.phrases import LANGUAGES

Templates = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Wording:
    """Templates of one language. `languages` maps a code to how a text in it is called; `months_alone` are
    the months of a date that no noun follows."""

    months: tuple[str, ...]
    months_alone: tuple[str, ...]
    date: str
    number: str
    footnote: str
    short: str
    gost: str
    languages: Templates
    full: Templates
    brief: Templates
    labels: Templates

    def lines(self, lines: Lines, official: str | None, brief: bool) -> str:
        """The line span; `official` names the language of the official text where it is another one."""
        first, last = lines
        name = ("line" if first == last else "lines") + ("_elsewhere" if official else "")
        told = self.languages.get(official, official) if official else ""
        return (self.brief if brief else self.full)[name].format(first=first, last=last, language=told)

    def act(self, document: Document, language: str) -> str:
        """The act that adopted a document, or else what is known of its adoption; may be blank."""
        if language in document.acts:
            return document.acts[language]
        parts = (
            told(document.adopted_by, language, document),
            _day(document.date, self.date, self.months_alone),
            self.number.format(number=document.number) if document.number else "",
        )
        return ", ".join(filter(None, parts))

    def day(self, written: str | None) -> str:
        """An ISO 8601 date in words, as it stands before what is of that day; blank for none."""
        return _day(written, self.date, self.months)


def told(names: Mapping[str, str], language: str, document: Document) -> str:
    """The name in a language, or else in that of the official edition, or else any."""
    return names.get(language) or names.get(document.official.language) or next(iter(names.values()), "")


def _day(written: str | None, template: str, months: Sequence[str]) -> str:
    if not written:
        return ""
    day = date.fromisoformat(written)
    return template.format(day=day.day, month=months[day.month - 1], year=day.year)


@cache
def wording_of(language: str) -> Wording:
    """The wording of one of `LANGUAGES`; English for any other."""
    text = resources.files(__package__).joinpath("wording.toml").read_text(encoding="utf-8")
    found = tomllib.loads(text)[language if language in LANGUAGES else "en"]
    brief = found["full"] | found["brief"]
    months = tuple(found["months"])
    alone = tuple(found.get("months_alone", months))
    return Wording(**found | {"months": months, "months_alone": alone, "brief": brief})
