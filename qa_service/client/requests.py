"""The calls that read: each function makes one. Here and in `drafting` stand all addresses and bodies.

What a call gives, and its limits, stands in docs/api.md. `form` is that of the citations.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from qa_service.client.call import Call, reading
from qa_service.replies.schemas import (
    AskReply,
    Cited,
    CiteReply,
    DocumentsReply,
    Health,
    OutlineReply,
    PassageReply,
    PassagesReply,
    ReferenceKind,
    ReferencesReply,
    SearchReply,
    Spoken,
    TableReply,
    TablesReply,
)
from qa_service.replies.schemas.suggestions import SuggestionsReply


def search(query: str, *, limit: int = 10, form: Cited = "footnote") -> Call[SearchReply]:
    """The passages that fit a query, best first."""
    return _posted("v1/search", SearchReply, query=query, limit=limit, form=form)


def ask(
    question: str, *, limit: int = 5, form: Cited = "footnote", history: Sequence[str] = ()
) -> Call[AskReply]:
    """The answer to a question, or a refusal (`answered` is false) with the nearest passages.

    `history` are the questions asked before, oldest first: a follow-up is understood from them.
    """
    return _posted("v1/ask", AskReply, question=question, limit=limit, form=form, history=list(history))


def cite(
    reference: str, *, limit: int | None = None, form: Cited = "footnote", language: Spoken | None = None
) -> Call[CiteReply]:
    """Every place that names an article, a paragraph, a law, an annex table or a chapter; in the language of
    the reference where none is asked for."""
    params = {"reference": reference, "limit": limit, "form": form, "language": language}
    return Call("GET", "v1/cite", reading(CiteReply), params)


def references(kind: ReferenceKind | None = None, language: Spoken | None = None) -> Call[ReferencesReply]:
    """Everything that the documents refer to, with all its places."""
    return Call("GET", "v1/references", reading(ReferencesReply), {"kind": kind, "language": language})


def suggestions(
    text: str, *, language: Literal["kk", "ru"] | None = None, limit: int = 8
) -> Call[SuggestionsReply]:
    """What somebody who has typed `text` may want to ask or look up."""
    params = {"text": text, "language": language, "limit": limit}
    return Call("GET", "v1/suggestions", reading(SuggestionsReply), params)


def passage(identifier: str, *, form: Cited = "footnote") -> Call[PassageReply]:
    """One passage with its neighbours; the id of a cell gives its row with a citation of the cell."""
    return Call("GET", f"v1/passages/{path_part(identifier)}", reading(PassageReply), {"form": form})


def documents() -> Call[DocumentsReply]:
    """The documents with their editions."""
    return Call("GET", "v1/documents", reading(DocumentsReply))


def outline(document: str) -> Call[OutlineReply]:
    """The chapters and sections of each edition of a document, with the ids of passages."""
    return Call("GET", f"v1/documents/{path_part(document)}/outline", reading(OutlineReply))


def passages(
    document: str,
    *,
    section: str | None = None,
    start: str | None = None,
    limit: int | None = None,
    language: str | None = None,
    form: Cited = "footnote",
) -> Call[PassagesReply]:
    """A document to be read: the section that holds a passage, or the passages from one on."""
    params = {"section": section, "start": start, "limit": limit, "language": language, "form": form}
    return Call("GET", f"v1/documents/{path_part(document)}/passages", reading(PassagesReply), params)


def tables(language: str | None = None) -> Call[TablesReply]:
    """The annex tables without their cells."""
    return Call("GET", "v1/tables", reading(TablesReply), {"language": language})


def table(number: int, *, language: str | None = None, form: Cited = "footnote") -> Call[TableReply]:
    """One table, cell by cell."""
    return Call("GET", f"v1/tables/{number}", reading(TableReply), {"language": language, "form": form})


def table_file(
    number: int,
    kind: Literal["csv", "xlsx", "png"],
    *,
    language: str | None = None,
    row: int | None = None,
    column: int | None = None,
) -> Call[bytes]:
    """One table as the bytes of a file; `row` and `column`, from 1, mark a cell of a picture."""
    params = {"format": kind, "language": language, "row": row, "column": column}
    return Call("GET", f"v1/tables/{number}", bytes, params)


def ready() -> Call[Health]:
    """Which version and which snapshot serve; while there is none the problem index-missing is raised."""
    return Call("GET", "readyz", reading(Health))


def _posted(path: str, reply: type[Any], **fields: object) -> Call[Any]:
    return Call("POST", path, reading(reply), body=json_body(fields))


def json_body(fields: Mapping[str, object]) -> bytes:
    """JSON in UTF-8, letters as they are."""
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")


def path_part(name: str) -> str:
    """A name as one part of a path, whatever is in it."""
    return quote(name, safe="")
