"""Texts and Word files that clients send as a body."""

from dataclasses import dataclass
from email.message import Message
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.exceptions import HTTPException

from qa_service.api.media_types import DOCX, JSON, TEXT
from qa_service.replies.schemas import DraftText

ACCEPTED = (JSON, TEXT, DOCX)


@dataclass(frozen=True, slots=True)
class Upload:
    """A body and its media type, one of `ACCEPTED`."""

    body: bytes
    media_type: str

    def content(self) -> bytes:
        """The file or text that the body is, or the text that its JSON holds, in UTF-8.

        Slow for large bodies: call it in a worker thread. Raises RequestValidationError for JSON of
        another shape.
        """
        return _text_of(self.body).encode("utf-8") if self.media_type == JSON else self.body


def sent_as(schema: type[BaseModel]) -> dict[str, Any]:
    """What an operation that takes uploads says in the OpenAPI description; `schema` is that of its JSON."""
    content = {
        JSON: {"schema": schema.model_json_schema()},
        TEXT: {"schema": {"type": "string"}},
        DOCX: {"schema": {"type": "string", "format": "binary"}},
    }
    return {"requestBody": {"required": True, "content": content}}


def media_type_of(request: Request) -> str:
    """The media type that a request gives its body, without parameters; "" where it gives none."""
    if "content-type" not in request.headers:
        return ""
    header = Message()
    header["content-type"] = request.headers["content-type"]
    return header.get_content_type()


async def _uploaded(request: Request) -> Upload:
    media_type = media_type_of(request)
    if media_type not in ACCEPTED:
        raise HTTPException(415, headers={"Accept-Post": ", ".join(ACCEPTED)})
    return Upload(await request.body(), media_type)


Uploaded = Annotated[Upload, Depends(_uploaded)]


def _text_of(body: bytes) -> str:
    try:
        return DraftText.model_validate_json(body).text
    except ValidationError as invalid:
        raise RequestValidationError(
            [each | {"loc": ("body", *each["loc"])} for each in invalid.errors()]
        ) from invalid
