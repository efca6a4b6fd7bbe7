"""Every error reply of the HTTP edge, in one place: RFC 9457 problems in the language of the request."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from qa_service import errors
from qa_service.api import openai_errors
from qa_service.api.preference import language_of
from qa_service.language.phrases import phrase
from qa_service.replies.faults import field_problems, listed
from qa_service.replies.schemas import FieldProblem, Problem
from qa_service.replies.wording import told

MEDIA_TYPE = "application/problem+json"

STATUS_OF_ERROR: Mapping[type[errors.ServiceError], int] = {
    errors.QueryInvalid: 422,
    errors.DraftUnreadable: 422,
    errors.PassageUnknown: 404,
    errors.DocumentUnknown: 404,
    errors.TableUnknown: 404,
    errors.EditionUnknown: 404,
    errors.ModelUnknown: 404,
    errors.ConversationInvalid: 422,
    errors.IssuesMissing: 422,
    errors.IssuesTooMany: 422,
    errors.SheetUnknown: 404,
    errors.IssueUnknown: 404,
    errors.EvidenceUnknown: 404,
    errors.SheetsTooMany: 503,
    errors.CellUnknown: 404,
    errors.JudgementUnknown: 404,
    errors.JudgementsTooMany: 507,
    errors.StorageFull: 507,
    errors.IndexMissing: 503,
    errors.IndexMismatch: 503,
    errors.IndexDamaged: 503,
    errors.ModelUnavailable: 503,
    errors.TooBusy: 503,
    errors.KeyMissing: 401,
    errors.KeyRefused: 401,
    errors.ScopeMissing: 403,
    errors.CrossSite: 403,
    errors.HostUnknown: 421,
    errors.RateExceeded: 429,
    errors.WorkSlow: 503,
}
SLUG_OF_STATUS = {
    400: "request-unreadable",
    404: "not-found",
    405: "method-not-allowed",
    408: "request-slow",
    413: "body-too-large",
    415: "content-type-unsupported",
}
FIELD_TEXTS = ("query", "question")
RETRY_SECONDS = "2"


def install(app: FastAPI) -> None:
    """Makes every error of `app` a problem."""
    app.exception_handler(errors.ServiceError)(_service_error)
    app.exception_handler(RequestValidationError)(_invalid)
    app.exception_handler(HTTPException)(_http_error)


def fault(request: Request) -> Response:
    """What a client is told of a fault of the service's own: nothing but the id in the log."""
    language = language_of(request)
    return _reply(request, _problem("internal", 500, language), language)


def refusal(
    request: Request, error: errors.ServiceError, headers: Mapping[str, str] = MappingProxyType({})
) -> Response:
    """The reply to a request that is refused before it reaches its route, as its route would give it."""
    language = language_of(request)
    problem = _problem(error.slug, STATUS_OF_ERROR[type(error)], language, told(error, language))
    return _reply(request, problem, language, headers)


async def _service_error(request: Request, error: errors.ServiceError) -> Response:
    if type(error) not in STATUS_OF_ERROR:
        raise error  # Nothing that a request can cause: a fault, logged as one.
    language = language_of(request, getattr(request.state, "text", ""))
    problem = _problem(error.slug, STATUS_OF_ERROR[type(error)], language, told(error, language))
    return _reply(request, problem, language)


async def _http_error(request: Request, error: HTTPException) -> Response:
    slug = SLUG_OF_STATUS.get(error.status_code, "request-unreadable")
    language = language_of(request)
    return _reply(request, _problem(slug, error.status_code, language), language, error.headers or {})


async def _invalid(request: Request, error: RequestValidationError) -> Response:
    language = language_of(request, _text(error.body))
    if any(one["type"] == "json_invalid" for one in error.errors()):
        return _reply(request, _problem("request-unreadable", 400, language), language)
    fields = field_problems(map(_below_its_part, error.errors()), language)
    return _reply(request, _problem("request-invalid", 422, language, listed(fields), fields), language)


def _text(body: object) -> str:
    """The question that a body of the wrong shape still holds."""
    fields = body if isinstance(body, dict) else {}
    asked = (fields[name] for name in FIELD_TEXTS if isinstance(fields.get(name), str))
    return next(asked, openai_errors.asked_in(fields))


def _below_its_part(one: Mapping[str, Any]) -> Mapping[str, Any]:
    """An error without the part of the request ("body", "query") that its path begins with."""
    return {**one, "loc": one["loc"][1:] or one["loc"]}


def _problem(
    slug: str, status: int, language: str, detail: str = "", fields: tuple[FieldProblem, ...] = ()
) -> Problem:
    return Problem(
        type=f"/problems/{slug}",
        title=phrase(f"problem.{slug}", language),
        status=status,
        detail=detail or phrase(f"error.{slug}", language),
        errors=fields,
    )


def _reply(
    request: Request, problem: Problem, language: str, headers: Mapping[str, str] = MappingProxyType({})
) -> Response:
    numbered = problem.model_copy(update={"request": getattr(request.state, "id", None)})
    later = {"Retry-After": RETRY_SECONDS} if problem.status == 503 else {}
    all_headers = {"Content-Language": language, **later, **headers}
    if openai_errors.is_theirs(request):
        return openai_errors.openai_error(numbered, all_headers)
    return Response(numbered.to_json(), problem.status, all_headers, MEDIA_TYPE)
