"""The route of the figure check."""

from fastapi import APIRouter, Response

from qa_service.api.desk import AtDesk
from qa_service.api.uploads import Uploaded, sent_as
from qa_service.replies.checks import check_reply
from qa_service.replies.schemas import CheckReply, DraftText

router = APIRouter(prefix="/v1", tags=["desk"])
PATH = "/v1/check"


@router.post("/check", response_model=CheckReply, openapi_extra=sent_as(DraftText))
async def check(sent: Uploaded, desk: AtDesk) -> Response:
    """Every figure, date, law and article of a draft, sent as text, JSON or DOCX, looked up in the report."""
    return await desk.reply(lambda service: check_reply(service, sent.content()))
