"""Citations for reference managers: CSL-JSON 1.0.2 and BibTeX."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.citing.marks import Mark

_SPECIAL = re.compile(r"[\\{}$&#%_^~]")
_SPELLED = {"\\": r"\textbackslash{}", "^": r"\textasciicircum{}", "~": r"\textasciitilde{}"}


@dataclass(frozen=True, slots=True)
class Reference:
    """A cited passage in plain values. `date` is ISO 8601; `language` is that of the official text."""

    id: str
    title: str
    short_title: str
    authority: str
    number: str | None
    date: str | None
    language: str
    place: str
    chapter: str | None
    section: str | None
    link: str
    mark: Mark


def csl(reference: Reference) -> str:
    """One CSL-JSON item; `custom` holds what lets the citation be checked."""
    item = {
        "id": reference.id,
        "type": "report",
        "title": reference.title,
        "title-short": reference.short_title,
        "author": [{"literal": reference.authority}] if reference.authority else None,
        "number": reference.number,
        "issued": {"date-parts": [[int(part) for part in reference.date.split("-")]]}
        if reference.date
        else None,
        "language": reference.language,
        "chapter-number": reference.chapter,
        "section": reference.section,
        "locator": reference.place,
        "URL": reference.link,
        "custom": {"mark": str(reference.mark)},
    }
    return json.dumps({name: value for name, value in item.items() if value}, ensure_ascii=False, indent=2)


def bibtex(reference: Reference) -> str:
    """One entry; characters that TeX reads as commands are escaped."""
    fields = ",\n".join(f"  {name} = {{{value}}}" for name, value in _fields(reference))
    return f"@techreport{{{reference.id},\n{fields}\n}}"


def _fields(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "title", _escaped(reference.title)
    if reference.authority:
        # The second pair of braces keeps the name of a body from being split into first and last name.
        yield "author", f"{{{_escaped(reference.authority)}}}"
    if reference.authority:
        yield "institution", _escaped(reference.authority)
    if reference.number:
        yield "number", _escaped(reference.number)
    if reference.date:
        year, month, _ = reference.date.split("-")
        yield from (("year", year), ("month", str(int(month))))
    yield "language", reference.language
    yield "note", _escaped(f"{reference.place} {reference.mark}")
    yield "url", reference.link


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda match: _SPELLED.get(match[0], f"\\{match[0]}"), text)
