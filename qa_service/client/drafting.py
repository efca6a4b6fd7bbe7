"""The calls of whoever drafts or judges: drafts, sheets, feedback."""

from collections.abc import Sequence
from typing import Any, Literal

from qa_service.client.call import Call, reading
from qa_service.client.requests import json_body, path_part
from qa_service.replies.schemas import AskReply, CheckReply, SheetEdit, SheetReply
from qa_service.replies.schemas.feedback import FeedbackKept, FeedbackReply

ZIP = b"PK"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def check(draft: str | bytes) -> Call[CheckReply]:
    """Every figure, date, law and article of a draft, looked up; `draft` is text, or the bytes of a DOCX."""
    return Call("POST", "v1/check", reading(CheckReply), **_document(draft))


def make_sheet(issues: str | bytes) -> Call[SheetReply]:
    """A sheet for a list of issues, text or the bytes of a DOCX; the service works on it from now on."""
    return Call("POST", "v1/sheets", reading(SheetReply), repeatable=False, **_document(issues))


def sheet(identifier: str, *, words: int | None = None) -> Call[SheetReply]:
    """A sheet as it is now, with the progress of the work; `words` is what the replies may have together."""
    return Call("GET", f"v1/sheets/{path_part(identifier)}", reading(SheetReply), {"words": words})


def edit_sheet(identifier: str, edits: Sequence[SheetEdit], *, words: int | None = None) -> Call[SheetReply]:
    """Pins, drops and orders evidence, and keeps replies: all changes or none."""
    changes = [each.model_dump(exclude_unset=True) for each in edits]
    read, path = reading(SheetReply), f"v1/sheets/{path_part(identifier)}"
    return Call("PATCH", path, read, {"words": words}, json_body({"edits": changes}), repeatable=False)


def print_sheet(
    identifier: str, kind: Literal["docx", "xlsx", "md"], *, words: int | None = None
) -> Call[bytes]:
    """A sheet as the bytes of a file."""
    return Call("GET", f"v1/sheets/{path_part(identifier)}", bytes, {"format": kind, "words": words})


def remove_sheet(identifier: str) -> Call[SheetReply | None]:
    """Cancels a sheet that is not done, and gives it; removes any other, and gives None."""
    read = reading(SheetReply)
    path = f"v1/sheets/{path_part(identifier)}"
    return Call("DELETE", path, lambda body: read(body) if body else None, repeatable=False)


def feedback(reply: AskReply, verdict: Literal["right", "wrong"], remark: str = "") -> Call[FeedbackKept]:
    """Keeps what a reader says of a reply; a refusal is right where the documents have no answer."""
    figure = reply.figure and {"value": reply.figure.value, "cell": reply.figure.cell}
    body = json_body(
        {
            "question": reply.question,
            "language": reply.language,
            "verdict": verdict,
            "remark": remark,
            "answered": reply.answered,
            "answer": reply.answer.text,
            "figure": figure,
            "passages": [each.passage.id for each in reply.citations],
        }
    )
    return Call("POST", "v1/feedback", reading(FeedbackKept), body=body, repeatable=False)


def judgements(*, after: int = 0, limit: int = 1_000) -> Call[FeedbackReply]:
    """What readers said of answers, the oldest first; for keys with the scope `admin`."""
    return Call("GET", "v1/feedback", reading(FeedbackReply), {"after": after, "limit": limit})


def _document(sent: str | bytes) -> dict[str, Any]:
    if isinstance(sent, str):
        return {"body": json_body({"text": sent})}
    return {"body": sent, "content_type": DOCX if sent.startswith(ZIP) else "text/plain"}
