"""Chat completions, so that whatever speaks to OpenAI's API can ask this service."""

from typing import Any

from fastapi import APIRouter, Depends, FastAPI, Request, Response
from fastapi.responses import StreamingResponse

from qa_service.api.addresses import base_of
from qa_service.api.answers import json_only
from qa_service.api.completions import Completing
from qa_service.api.desk import AtDesk
from qa_service.api.media_types import JSON
from qa_service.errors import ConversationInvalid, ModelUnknown
from qa_service.replies import calls, chat, chores, writing
from qa_service.replies.calls import Prepared
from qa_service.replies.schemas import AskReply
from qa_service.replies.schemas import chat as schemas
from qa_service.replies.schemas.chat_requests import USER, ChatRequest
from qa_service.replies.sources import Listing

MODEL = "qa-service"
PATH = "/v1/chat/completions"
LARGEST = 1_048_576
"""Bytes of a conversation: clients send it whole with every question."""

LONGEST = 300_000
"""Characters that a user may have said in it."""

LONGEST_NAME = 100
_STREAM = {"Cache-Control": "no-cache", "X-Accel-Buffering": "no"}
_ERROR: dict[str, Any] = {
    "model": schemas.OpenAIProblem,
    "description": "An error as OpenAI's clients read it.",
}

router = APIRouter(prefix="/v1", tags=["chat"], responses={"4XX": _ERROR, "5XX": _ERROR})


@router.get("/models", response_model=schemas.ModelList)
async def models(request: Request) -> Response:
    """What can be asked: one model, which is the service."""
    listed = schemas.ModelList(data=[_model(request)])
    return Response(listed.to_json(), media_type=JSON)


@router.get("/models/{model}", response_model=schemas.Model)
async def model_of(model: str, request: Request) -> Response:
    """The model of this name."""
    _check(model)
    return Response(_model(request).to_json(), media_type=JSON)


@router.post("/chat/completions", response_model=schemas.Completion, dependencies=[Depends(json_only)])
async def complete(asked: ChatRequest, request: Request, desk: AtDesk) -> Response:
    """The answer to the last message of the user, understood from the ones before it; whole or streamed.

    Instructions in messages change nothing: answers come from the documents.
    """
    *earlier, question = said = _said(asked)
    request.state.text = question
    _check(asked.model)
    if words := chores.done(question):
        return await _sent(_completing(chores.reply_of(words), chores.body, Listing(""), said), asked)
    found = await desk.run(
        lambda service: calls.prepared(service, question, chat.SOURCES, history=earlier), question
    )
    wish = await desk.run(lambda service: chat.wish(service, earlier, found.reply), question)
    listing = Listing(base_of(request, request.app.state.address), whole=wish is chat.Wish.MORE)
    reply, body = _told(found, wish, request.app)
    return await _sent(_completing(reply, body, listing, said), asked)


def _told(found: Prepared, wish: chat.Wish, app: FastAPI) -> tuple[AskReply, chat.Body]:
    """What is told, and who writes it."""
    if wish is chat.Wish.NOTHING:
        return chat.courteous(found.reply), chat.quoted
    if found.writing is None:
        return found.reply, chat.quoted
    return found.reply, writing.body(app.state.host, found.writing, app.state.metrics.count_written)


def _completing(reply: AskReply, body: chat.Body, listing: Listing, said: list[str]) -> Completing:
    return Completing(MODEL, reply, body, listing, read=len(" ".join(said).split()))


async def _sent(answer: Completing, asked: ChatRequest) -> Response:
    if asked.stream:
        events = answer.stream(with_usage=asked.wants_usage)
        return StreamingResponse(events, media_type="text/event-stream", headers=_STREAM)
    return Response((await answer.whole()).to_json(), media_type=JSON)


def _said(asked: ChatRequest) -> list[str]:
    """What the user said, oldest first. Raises ConversationInvalid where that is nothing or too much."""
    said = [message.text for message in asked.messages if message.role == USER]
    if not said:
        raise ConversationInvalid(reason="no-question")
    if sum(map(len, said)) > LONGEST:
        raise ConversationInvalid(reason="conversation-too-long")
    return said


def _check(model: str) -> None:
    if model != MODEL:
        raise ModelUnknown(model=model[:LONGEST_NAME], known=MODEL)


def _model(request: Request) -> schemas.Model:
    return schemas.Model(id=MODEL, created=request.app.state.opened, owned_by=MODEL)
