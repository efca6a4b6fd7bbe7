"""Routes of feedback: what readers say of answers."""

from typing import Annotated

from fastapi import APIRouter, Body, Depends, Query, Request, Response

from qa_service.api.answers import json_only
from qa_service.api.media_types import JSON
from qa_service.feedback.store import FeedbackStore
from qa_service.hosting.host import Host
from qa_service.replies.feedback import feedback_reply, judgement_of
from qa_service.replies.schemas.feedback import Feedback, FeedbackKept, FeedbackReply

router = APIRouter(prefix="/v1", tags=["feedback"])
After = Annotated[int, Query(ge=0, le=2**62, description="Only those kept after the one of this id.")]
Most = Annotated[int, Query(ge=1, le=10_000, description="Most judgements to return.")]


@router.post("/feedback", response_model=FeedbackKept, status_code=201, dependencies=[Depends(json_only)])
async def keep(request: Request, sent: Annotated[Feedback, Body()]) -> Response:
    """Keeps what a reader says of an answer: whether it is right, with a remark."""
    request.state.text = sent.question
    judgement, store = judgement_of(sent), _store(request)
    identifier = await _host(request).aside(lambda: store.add(judgement))
    return Response(FeedbackKept(id=identifier).to_json(), 201, media_type=JSON)


@router.get("/feedback", response_model=FeedbackReply)
async def kept(request: Request, after: After = 0, limit: Most = 1_000) -> Response:
    """What readers said, the oldest first."""
    store = _store(request)
    content = await _host(request).aside(lambda: feedback_reply(store.after(after, limit), limit).to_json())
    return Response(content, media_type=JSON)


def _store(request: Request) -> FeedbackStore:
    store: FeedbackStore = request.app.state.feedback
    return store


def _host(request: Request) -> Host:
    host: Host = request.app.state.host
    return host
