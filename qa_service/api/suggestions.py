"""The route that suggests while somebody types."""

from typing import Annotated, Literal

from fastapi import APIRouter, Query, Request, Response

from qa_service.api.desk import AtDesk
from qa_service.api.preference import preferred
from qa_service.language.terms import LANGUAGES
from qa_service.replies.schemas.suggestions import SuggestionsReply
from qa_service.replies.suggestions import suggestions as suggestions_for
from qa_service.search.query import LONGEST

router = APIRouter(prefix="/v1", tags=["answers"])
Typed = Annotated[str, Query(max_length=LONGEST, description="What was typed so far.")]
Spoken = Annotated[
    Literal["kk", "ru"] | None, Query(description="Of the suggestions; else as Accept-Language asks.")
]
Most = Annotated[int, Query(ge=1, le=50, description="Most suggestions to return.")]


@router.get("/suggestions", response_model=SuggestionsReply)
async def suggestions(
    request: Request, desk: AtDesk, text: Typed = "", language: Spoken = None, limit: Most = 8
) -> Response:
    """Headings, tables, references and questions that begin as was typed or hold its words."""
    asked = language or preferred(request.headers.get("accept-language", ""))
    spoken = asked if asked in LANGUAGES else LANGUAGES[0]
    return await desk.reply(lambda service: suggestions_for(service, text, spoken, limit), text)
