"""The route of the reference index."""

from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from qa_service.api.desk import AtDesk
from qa_service.api.openapi import EXAMPLES
from qa_service.api.preference import preferred
from qa_service.replies.references import references as references_of
from qa_service.replies.schemas import ReferenceKind, ReferencesReply, Spoken

router = APIRouter(prefix="/v1", tags=["answers"])
Kind = Annotated[ReferenceKind | None, Query(openapi_examples=EXAMPLES["kind"])]
Labels = Annotated[Spoken | None, Query(description="Of the labels; else as Accept-Language asks.")]


@router.get("/references", response_model=ReferencesReply)
async def references(request: Request, desk: AtDesk, kind: Kind = None, language: Labels = None) -> Response:
    """Every article, observation, act and law that the documents name, with all its places."""
    spoken = language or preferred(request.headers.get("accept-language", ""))
    return await desk.reply(lambda service: references_of(service, spoken, kind))
