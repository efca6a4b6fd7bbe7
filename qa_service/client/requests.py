"""The calls that there are: each function makes one, the only place that knows addresses and bodies.

What a call gives, and its limits, stands in docs/api.md. `form` is that of the citations.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any, Literal
from urllib.parse import quote

from qa_service.client.call import Call, reading
from qa_service.replies.schemas import (
    AskReply,
    CheckReply,
    CiteReply,
    DocumentsReply,
    Health,
    OutlineReply,
    PassageReply,
    PassagesReply,
    ReferenceKind,
    ReferencesReply,
    SearchReply,
    SheetEdit,
    SheetReply,
    Spoken,
    TableReply,
    TablesReply,
)
from qa_service.replies.schemas.suggestions import SuggestionsReply

Form = Literal["footnote", "short", "gost", "csl", "bibtex", "link"]
ZIP = b"PK"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def search(query: str, *, limit: int = 10, form: Form = "footnote") -> Call[SearchReply]:
    """The passages that fit a query, best first."""
    return _posted("v1/search", SearchReply, query=query, limit=limit, form=form)


def ask(
    question: str, *, limit: int = 5, form: Form = "footnote", history: Sequence[str] = ()
) -> Call[AskReply]:
    """The answer to a question, or a refusal (`answered` is false) with the nearest passages.

    `history` are the questions asked before, oldest first: a follow-up is understood from them.
    """
    return _posted("v1/ask", AskReply, question=question, limit=limit, form=form, history=list(history))


def cite(reference: str, *, limit: int | None = None, form: Form = "footnote") -> Call[CiteReply]:
    """Every place that names an article, a paragraph, a law, an annex table or a chapter."""
    params = {"reference": reference, "limit": limit, "form": form}
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


def passage(identifier: str, *, form: Form = "footnote") -> Call[PassageReply]:
    """One passage with its neighbours; the id of a cell gives its row with a citation of the cell."""
    return Call("GET", f"v1/passages/{_part(identifier)}", reading(PassageReply), {"form": form})


def documents() -> Call[DocumentsReply]:
    """The documents with their editions."""
    return Call("GET", "v1/documents", reading(DocumentsReply))


def outline(document: str) -> Call[OutlineReply]:
    """The chapters and sections of each edition of a document, with the ids of passages."""
    return Call("GET", f"v1/documents/{_part(document)}/outline", reading(OutlineReply))


def passages(
    document: str,
    *,
    section: str | None = None,
    start: str | None = None,
    limit: int | None = None,
    language: str | None = None,
    form: Form = "footnote",
) -> Call[PassagesReply]:
    """A document to be read: the section that holds a passage, or the passages from one on."""
    params = {"section": section, "start": start, "limit": limit, "language": language, "form": form}
    return Call("GET", f"v1/documents/{_part(document)}/passages", reading(PassagesReply), params)


def tables(language: str | None = None) -> Call[TablesReply]:
    """The annex tables without their cells."""
    return Call("GET", "v1/tables", reading(TablesReply), {"language": language})


def table(number: int, *, language: str | None = None, form: Form = "footnote") -> Call[TableReply]:
    """One table, cell by cell."""
    return Call("GET", f"v1/tables/{number}", reading(TableReply), {"language": language, "form": form})


def table_file(
    number: int, kind: Literal["csv", "xlsx", "png"], *, language: str | None = None
) -> Call[bytes]:
    """One table as the bytes of a file."""
    return Call("GET", f"v1/tables/{number}", bytes, {"format": kind, "language": language})


def check(draft: str | bytes) -> Call[CheckReply]:
    """Every figure, date, law and article of a draft, looked up; `draft` is text, or the bytes of a DOCX."""
    return Call("POST", "v1/check", reading(CheckReply), **_document(draft))


def make_sheet(issues: str | bytes) -> Call[SheetReply]:
    """A sheet for a list of issues, text or the bytes of a DOCX; the service works on it from now on."""
    return Call("POST", "v1/sheets", reading(SheetReply), repeatable=False, **_document(issues))


def sheet(identifier: str, *, words: int | None = None) -> Call[SheetReply]:
    """A sheet as it is now, with the progress of the work; `words` is what the replies may have together."""
    return Call("GET", f"v1/sheets/{_part(identifier)}", reading(SheetReply), {"words": words})


def edit_sheet(identifier: str, edits: Sequence[SheetEdit], *, words: int | None = None) -> Call[SheetReply]:
    """Pins, drops and orders evidence, and keeps replies: all changes or none."""
    changes = [each.model_dump(exclude_unset=True) for each in edits]
    read, path = reading(SheetReply), f"v1/sheets/{_part(identifier)}"
    return Call("PATCH", path, read, {"words": words}, _json({"edits": changes}), repeatable=False)


def print_sheet(
    identifier: str, kind: Literal["docx", "xlsx", "md"], *, words: int | None = None
) -> Call[bytes]:
    """A sheet as the bytes of a file."""
    return Call("GET", f"v1/sheets/{_part(identifier)}", bytes, {"format": kind, "words": words})


def remove_sheet(identifier: str) -> Call[SheetReply | None]:
    """Cancels a sheet that is not done, and gives it; removes any other, and gives None."""
    read = reading(SheetReply)
    path = f"v1/sheets/{_part(identifier)}"
    return Call("DELETE", path, lambda body: read(body) if body else None, repeatable=False)


def ready() -> Call[Health]:
    """Which version and which snapshot serve; while there is none the problem index-missing is raised."""
    return Call("GET", "readyz", reading(Health))


def _posted(path: str, reply: type[Any], **fields: object) -> Call[Any]:
    return Call("POST", path, reading(reply), body=_json(fields))


def _json(fields: Mapping[str, object]) -> bytes:
    return json.dumps(fields, ensure_ascii=False).encode("utf-8", "surrogatepass")


def _document(sent: str | bytes) -> dict[str, Any]:
    if isinstance(sent, str):
        return {"body": _json({"text": sent})}
    return {"body": sent, "content_type": DOCX if sent.startswith(ZIP) else "text/plain"}


def _part(name: str) -> str:
    """A name as one part of a path, whatever is in it."""
    return quote(name, safe="")
