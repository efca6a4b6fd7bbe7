"""Routes that answer a text: search, questions, references."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Request, Response
from starlette.exceptions import HTTPException

from qa_service.api.desk import AtDesk
from qa_service.api.media_types import JSON
from qa_service.api.openapi import EXAMPLES
from qa_service.api.uploads import media_type_of
from qa_service.replies import calls
from qa_service.replies.schemas import (
    AskReply,
    AskRequest,
    Cited,
    CiteReply,
    SearchReply,
    SearchRequest,
    Spoken,
)


async def json_only(request: Request) -> None:
    """Refuses a body that does not say that it is JSON: a browser sends such across sites unasked."""
    if media_type_of(request) != JSON:
        raise HTTPException(415, headers={"Accept-Post": JSON})


Searched = Annotated[SearchRequest, Body(openapi_examples=EXAMPLES["query"])]
Asked = Annotated[AskRequest, Body(openapi_examples=EXAMPLES["question"])]
Reference = Annotated[str, Query(openapi_examples=EXAMPLES["reference"])]
Limit = Annotated[int | None, Query(ge=1, description="Most places to return; all if left out.")]
Read = Annotated[
    Spoken | None, Query(description="Of the reply and its counterparts; that of the reference if left out.")
]

router = APIRouter(prefix="/v1", tags=["answers"])


@router.post("/search", response_model=SearchReply, dependencies=[Depends(json_only)])
async def search(asked: Searched, desk: AtDesk) -> Response:
    """The passages that fit a query, best first."""
    return await desk.reply(
        lambda service: calls.search(service, asked.query, asked.limit, asked.form), asked.query
    )


@router.post("/ask", response_model=AskReply, dependencies=[Depends(json_only)])
async def ask(asked: Asked, desk: AtDesk) -> Response:
    """The answer to a question with its citations, or a refusal with the nearest passages."""
    return await desk.answer(
        lambda service: calls.prepared(service, asked.question, asked.limit, asked.form, asked.history),
        asked.question,
    )


@router.get("/cite", response_model=CiteReply)
async def cite(
    reference: Reference,
    desk: AtDesk,
    limit: Limit = None,
    form: Cited = "footnote",
    language: Read = None,
) -> Response:
    """Every place that names an article, a paragraph, a law, a code's article, a table or a chapter."""
    return await desk.reply(lambda service: calls.cite(service, reference, limit, form, language), reference)
