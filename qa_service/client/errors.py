"""What a call may raise: one family."""

from collections.abc import Sequence

import httpx
from pydantic import ValidationError

from qa_service.replies.schemas import FieldProblem, Problem

BLANK = "about:blank"
"""The type of an error that says nothing of its kind, such as one of a proxy (RFC 9457, 4.2.1)."""


class ClientError(Exception):
    """Base of the family.

    `type` is for programs, such as "/problems/passage-unknown"; `title` and `detail` are for people, in
    the language of the call; `status` is that of the reply, None where there was none.
    """

    def __init__(self, kind: str, title: str, detail: str = "", status: int | None = None) -> None:
        super().__init__(f"{title}: {detail}" if detail else title)
        self.type = kind
        self.title = title
        self.detail = detail
        self.status = status


class ServiceProblem(ClientError):
    """The service, or something before it, refused the call.

    `request` is the id under which the service logged it, `errors` name wrong fields one by one, and
    `retry_after` is when to come again, in seconds, where the reply told it.
    """

    def __init__(self, problem: Problem, retry_after: float | None = None) -> None:
        super().__init__(problem.type, problem.title, problem.detail, problem.status)
        self.request = problem.request
        self.errors: Sequence[FieldProblem] = problem.errors
        self.retry_after = retry_after


class ServiceUnreachable(ClientError):
    """There was no reply, or no whole one: no connection, a timeout, a connection that broke."""

    def __init__(self, fault: httpx.TransportError) -> None:
        super().__init__("unreachable", "The service cannot be reached", str(fault) or type(fault).__name__)


class ReplyUnreadable(ClientError):
    """The reply is not one of this service, or of a version that this client does not know."""

    def __init__(self, status: int | None, detail: str) -> None:
        super().__init__("unreadable", "The reply cannot be read", detail, status)


def problem_of(response: httpx.Response) -> ServiceProblem:
    """The error of a refusal."""
    return ServiceProblem(_told(response), retry_after(response))


def _told(response: httpx.Response) -> Problem:
    try:
        return Problem.model_validate_json(response.content)
    except ValidationError:
        title = response.reason_phrase or "The call was refused"
        return Problem(type=BLANK, title=title, status=response.status_code, detail="")


def retry_after(response: httpx.Response) -> float | None:
    """Seconds that a reply asks to wait (RFC 9110, 10.2.3); the form with a date is not used here."""
    told = response.headers.get("retry-after", "")
    return float(told) if told.isascii() and told.isdigit() else None
