"""Citations as they are printed: for people, for reference managers, and as an address.

A citation always names the official text; one of a working translation says so and gives the official
lines. Its mark lets `citing.verification` tell later whether the words still stand.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from qa_service.citing.exchange import Reference, bibtex, csl
from qa_service.citing.marks import Mark, digest_of
from qa_service.citing.position import Position, official_of, position_of, table_of
from qa_service.citing.wording import Wording, told, wording_of
from qa_service.document.records import Document, Passage, Status

Form = Literal["footnote", "short", "gost", "csl", "bibtex", "link"]
"""A key of `FORMS`."""


@dataclass(frozen=True, slots=True)
class _Cited:
    """What every form is made from."""

    document: Document
    passage: Passage
    language: str
    position: Position
    mark: Mark

    @property
    def wording(self) -> Wording:
        return wording_of(self.language)


def citation(
    document: Document, passage: Passage, language: str, form: Form = "footnote", column: int | None = None
) -> str:
    """The citation of a passage in kk, ru or en, in one of `FORMS`.

    `column` counts from 1 and cites one cell of a table's row; without it the whole passage is cited.
    """
    position = position_of(document, passage, language, column)
    return FORMS[form](_Cited(document, passage, language, position, _mark_of(document, passage, column)))


def _mark_of(document: Document, passage: Passage, column: int | None = None) -> Mark:
    """The mark of a passage's text, or of one printed value of a table's row."""
    table = table_of(document, passage, passage.language)
    if table is None or passage.row is None or column is None:
        return Mark(passage.id, digest_of(passage.text))
    value = table.rows[passage.row - 1].values[column - 1]
    return Mark(f"{passage.id}.c{column}", digest_of(value))


def _footnote(cited: _Cited) -> str:
    title = told(cited.document.titles, cited.language, cited.document)
    return _filled(cited, cited.wording.footnote, title, _place(cited, brief=False))


def _short(cited: _Cited) -> str:
    title = told(cited.document.short_titles, cited.language, cited.document)
    return _filled(cited, cited.wording.short, title, _place(cited, brief=True))


def _gost(cited: _Cited) -> str:
    title = told(cited.document.titles, cited.language, cited.document)
    place = _place(cited, brief=True)
    return _filled(cited, cited.wording.gost, title, f"{place[:1].upper()}{place[1:].rstrip('.')}.")


def _filled(cited: _Cited, template: str, title: str, place: str) -> str:
    act = cited.wording.act(cited.document, cited.language)
    # A document of which only the title is known has no act to name.
    template = template if act else template.replace(" ({act})", "").replace(" : {act}", "")
    return template.format(title=title, act=act, place=place, mark=cited.mark)


def _place(cited: _Cited, brief: bool) -> str:
    return ", ".join(_parts(cited, cited.wording.brief if brief else cited.wording.full, brief))


def _parts(cited: _Cited, words: Mapping[str, str], brief: bool) -> Iterator[str]:
    position = cited.position
    if position.annex:
        yield words["annex"]
    if position.chapter:
        yield words["chapter"].format(number=position.chapter)
    if position.section:
        yield words["section"].format(title=position.section)
    if position.articles:
        name = "articles" if len(position.articles) > 1 else "article"
        yield words[name].format(numbers=", ".join(position.articles))
    if position.paragraph:
        yield words["paragraph"].format(number=position.paragraph)
    yield from _cell(position, words)
    yield cited.wording.lines(position.lines, _elsewhere(cited), brief)
    if cited.passage.status is Status.WORKING:
        yield words["translation"]


def _cell(position: Position, words: Mapping[str, str]) -> Iterator[str]:
    if position.table is not None:
        yield words["table"].format(number=position.table)
    if position.row:
        yield words["row"].format(name=position.row)
    if position.column:
        yield words["column"].format(name=position.column)


def _elsewhere(cited: _Cited) -> str | None:
    """The language of the official text, where the citation is in another one."""
    official = official_of(cited.document, cited.passage).language
    return official if official != cited.language else None


def _link(cited: _Cited) -> str:
    return f"/p/{cited.passage.id}"


def _reference(cited: _Cited) -> Reference:
    document = cited.document
    return Reference(
        id=cited.passage.id,
        title=told(document.titles, cited.language, document),
        short_title=told(document.short_titles, cited.language, document),
        authority=told(document.adopted_by, cited.language, document),
        number=document.number,
        date=document.date,
        language=document.official.language,
        place=_place(cited, brief=False),
        chapter=cited.position.chapter,
        section=cited.position.section,
        link=_link(cited),
        mark=cited.mark,
    )


FORMS: Mapping[Form, Callable[[_Cited], str]] = {
    "footnote": _footnote,
    "short": _short,
    "gost": _gost,
    "csl": lambda cited: csl(_reference(cited)),
    "bibtex": lambda cited: bibtex(_reference(cited)),
    "link": _link,
}
"""Footnotes as state bodies write them, the short form for running text, GOST R 7.0.5-2008, CSL-JSON
(one item), BibTeX, and the address of the passage below the service's own."""
