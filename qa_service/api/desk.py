"""The desk where a request is served: it picks the service, does the work aside and wraps the reply."""

from collections.abc import Callable
from typing import Annotated, TypeVar

from fastapi import Depends, Request, Response

from qa_service.api.media_types import JSON
from qa_service.api.metrics import Metrics
from qa_service.hosting.host import Host
from qa_service.replies.calls import Prepared
from qa_service.replies.schemas import Reply
from qa_service.replies.writing import finished
from qa_service.service import Service

Made = TypeVar("Made")


class Desk:
    """One request's way to the service; `text` of the request tells the language of a problem."""

    def __init__(self, request: Request) -> None:
        self._state = request.state
        self._host: Host = request.app.state.host
        self._metrics: Metrics = request.app.state.metrics

    async def reply(self, work: Callable[[Service], Reply], text: str = "") -> Response:
        """The JSON of what `work` makes with the service that serves now."""
        content = await self.run(lambda service: work(service).to_json(), text)
        return Response(content, media_type=JSON)

    async def answer(self, work: Callable[[Service], Prepared], text: str) -> Response:
        """The JSON of the reply to a question, once its answer is written."""
        reply = await finished(self._host, await self.run(work, text))
        if reply.written:
            self._metrics.count_written(reply.written)
        return Response(reply.to_json(), media_type=JSON)

    async def run(self, work: Callable[[Service], Made], text: str = "") -> Made:
        """What `work` makes in a worker thread, with one service from start to end."""
        self._state.text = text
        return await self._host.run(lambda service: self._counted(work(service)))

    def _counted(self, made: Made) -> Made:
        if isinstance(made, Prepared):
            self._metrics.count_question(made.reply)
        return made


async def _desk(request: Request) -> Desk:
    return Desk(request)


AtDesk = Annotated[Desk, Depends(_desk)]
