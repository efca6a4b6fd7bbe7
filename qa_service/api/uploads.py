"""Texts and Word files that clients send as a body."""

from email.message import Message
from typing import Any

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError
from starlette.exceptions import HTTPException

from qa_service.replies.schemas import DraftText

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ACCEPTED = ("application/json", "text/plain", DOCX)
SENT: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "content": {
            "application/json": {"schema": DraftText.model_json_schema()},
            "text/plain": {"schema": {"type": "string"}},
            DOCX: {"schema": {"type": "string", "format": "binary"}},
        },
    }
}
"""What an operation that takes them says in the OpenAPI description."""


async def uploaded(request: Request) -> bytes:
    """The bytes of the file or text that the body is, or of the text that its JSON holds. 415 for others."""
    header = Message()
    header["content-type"] = request.headers.get("content-type", "")
    kind = header.get_content_type() if "content-type" in request.headers else ""
    if kind not in ACCEPTED:
        raise HTTPException(415, headers={"Accept-Post": ", ".join(ACCEPTED)})
    body = await request.body()
    return _text_of(body).encode("utf-8") if kind == "application/json" else body


def _text_of(body: bytes) -> str:
    try:
        return DraftText.model_validate_json(body).text
    except ValidationError as invalid:
        raise RequestValidationError(
            [each | {"loc": ("body", *each["loc"])} for each in invalid.errors()]
        ) from invalid
