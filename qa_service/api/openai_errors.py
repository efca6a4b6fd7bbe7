"""Problems in the shape that OpenAI's clients read, on the routes that are theirs."""

from collections.abc import Mapping
from typing import Any

from fastapi import Request, Response

from qa_service.api.media_types import JSON
from qa_service.replies.schemas import Problem
from qa_service.replies.schemas.chat import OpenAIFault, OpenAIProblem
from qa_service.replies.schemas.chat_requests import USER

ROUTES = ("/v1/chat/", "/v1/models")
_STATUS = {422: 400}
"""OpenAI calls a request of the wrong shape 400, which its clients tell their users best."""

_SERVER = 500
_KIND = {401: "authentication_error", 403: "permission_error", 429: "rate_limit_error"}


def is_theirs(request: Request) -> bool:
    """Whether the client expects errors as OpenAI gives them."""
    return str(request.scope["path"]).startswith(ROUTES)


def openai_error(problem: Problem, headers: Mapping[str, str]) -> Response:
    """The reply that says what the problem says."""
    kind = "server_error" if problem.status >= _SERVER else "invalid_request_error"
    fault = OpenAIFault(
        message=problem.detail,
        type=_KIND.get(problem.status, kind),
        param=problem.errors[0].field if problem.errors else None,
        code=problem.type.rpartition("/")[-1],
    )
    status = _STATUS.get(problem.status, problem.status)
    return Response(OpenAIProblem(error=fault).to_json(), status, headers, JSON)


def asked_in(body: Mapping[str, Any]) -> str:
    """The last text of the user that a body of the wrong shape still holds."""
    messages = body.get("messages")
    for message in reversed(messages if isinstance(messages, list) else []):
        if isinstance(message, dict) and message.get("role") == USER and (said := _said(message)):
            return said
    return ""


def _said(message: Mapping[str, Any]) -> str:
    content = message.get("content")
    parts = content if isinstance(content, list) else [{"text": content}]
    texts = (part.get("text") for part in parts if isinstance(part, dict))
    return " ".join(text for text in texts if isinstance(text, str))
