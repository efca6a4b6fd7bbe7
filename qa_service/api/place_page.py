"""A passage in its place, as a page that needs nothing but itself: no script, no other request."""

import re
from base64 import b64encode
from collections.abc import Mapping
from hashlib import sha256
from html import escape
from importlib.resources import files
from string import Template
from urllib.parse import quote

from qa_service.document.records import Document, Passage, Status
from qa_service.language.phrases import phrase
from qa_service.library import PassageView
from qa_service.replies.text import in_a_row
from qa_service.service import Service


def _template(name: str) -> Template:
    return Template(files("qa_service.api").joinpath("templates", name).read_text(encoding="utf-8"))


PAGE, EDITION, NEIGHBOUR = map(_template, ("place.html", "edition.html", "neighbour.html"))


def _style_digest() -> str:
    style = re.search(r"<style>(.*?)</style>", PAGE.template, re.DOTALL)
    return b64encode(sha256(style[1].encode("utf-8") if style else b"").digest()).decode("ascii")


HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": f"default-src 'none'; style-src 'sha256-{_style_digest()}'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Vary": "Accept-Language",
}
"""What a browser is allowed to do with the page: show it with its own style."""


def place_page(service: Service, identifier: str, language: str) -> bytes:
    """The page of a passage or a cell, in the service's words of a language. Raises PassageUnknown."""
    view = service.library.passage(identifier)
    document = service.library.document(view.passage.document)
    citation = service.library.citation(view.passage, column=view.column)
    return _page(view, document, citation.get(language, ""), language).encode("utf-8")


def _page(view: PassageView, document: Document, citation: str, language: str) -> str:
    passage, spoken = view.passage, _title_language(document, language)
    return _filled(
        PAGE,
        blocks={
            "previous": _neighbour(view.previous, "prev", language),
            "passage": _edition(passage, language, marked=True),
            "counterpart": _edition(view.counterpart, language),
            "next": _neighbour(view.next, "next", language),
        },
        language=language,
        name=f"{document.short_titles.get(spoken, document.id)} – {passage.id}",
        title=document.titles.get(spoken, document.id),
        title_language=spoken,
        text_language=passage.language,
        path=in_a_row(passage.path),
        address=quote(passage.id, safe=""),
        reading=phrase("place.reading", language),
        citation_heading=phrase("place.citation", language),
        citation=citation,
    )


def _title_language(document: Document, language: str) -> str:
    return language if language in document.titles else document.official.language


def _edition(passage: Passage | None, language: str, marked: bool = False) -> str:
    if passage is None:
        return ""
    standing = "official" if passage.status is Status.OFFICIAL else "translation"
    text = escape(passage.text)
    return _filled(
        EDITION,
        blocks={"text": f"<mark>{text}</mark>" if marked else text},
        standing=standing,
        text_language=passage.language,
        language=language,
        status=phrase(f"place.{standing}", language),
    )


def _neighbour(passage: Passage | None, relation: str, language: str) -> str:
    if passage is None:
        return ""
    return _filled(
        NEIGHBOUR,
        blocks={},
        label=phrase(f"place.{relation}", language),
        text_language=passage.language,
        text=passage.text,
        relation=relation,
        address=quote(passage.id, safe=""),
    )


def _filled(template: Template, blocks: Mapping[str, str], **texts: str) -> str:
    """The template with `blocks`, which are HTML, and `texts`, which are not."""
    return template.substitute({name: escape(text) for name, text in texts.items()} | dict(blocks))
