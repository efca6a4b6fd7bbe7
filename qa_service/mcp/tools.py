"""The tools: what each takes, what it gives, and what a language model is told of it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from mcp.types import Tool, ToolAnnotations

from qa_service.mcp import grids, rendering
from qa_service.mcp.arguments import CiteRequest, PassageRequest, TableRequest
from qa_service.mcp.descriptions import DESCRIPTIONS
from qa_service.mcp.shown import Shown
from qa_service.replies import calls, library
from qa_service.replies.schemas import (
    AskReply,
    AskRequest,
    CiteReply,
    PassageReply,
    Reply,
    SearchReply,
    SearchRequest,
    TableReply,
)
from qa_service.replies.schemas.requests import Request
from qa_service.service import Service

ANNOTATIONS = ToolAnnotations(
    read_only_hint=True, destructive_hint=False, idempotent_hint=True, open_world_hint=False
)


@dataclass(frozen=True)
class Kind:
    """A tool: `call` works in a thread and raises what the service raises."""

    name: str
    request: type[Request]
    reply: type[Reply]
    call: Callable[[Service, Any], Reply]
    text: Callable[[Any, Shown], str]
    spoken: Callable[[Any, Any], str | None]
    """From a request and its reply the language to speak in, where they tell it."""
    asked: str = ""
    """The argument whose words tell the asker's language before there is a reply."""

    @property
    def described(self) -> Tool:
        """The tool as it is announced."""
        return Tool(
            name=self.name,
            title=DESCRIPTIONS[self.name]["title"],
            description=DESCRIPTIONS[self.name]["description"].strip(),
            input_schema=self.request.model_json_schema(),
            output_schema=self.reply.model_json_schema(mode="serialization"),
            annotations=ANNOTATIONS,
        )


def _search(service: Service, asked: SearchRequest) -> SearchReply:
    return calls.search(service, asked.query, asked.limit, asked.form)


def _ask(service: Service, asked: AskRequest) -> AskReply:
    return calls.ask(service, asked.question, asked.limit, asked.form, asked.history)


def _cite(service: Service, asked: CiteRequest) -> CiteReply:
    return calls.cite(service, asked.reference, asked.limit, asked.form)


def _table(service: Service, asked: TableRequest) -> TableReply:
    return library.table(service, asked.number, asked.language, asked.form)


def _passage(service: Service, asked: PassageRequest) -> PassageReply:
    return library.passage(service, asked.id, asked.form)


def _of_reply(_: Request, reply: SearchReply | AskReply | CiteReply) -> str:
    return reply.language


def _of_edition(asked: TableRequest, _: Reply) -> str | None:
    return asked.language


def _of_passage(_: Request, reply: PassageReply) -> str:
    return reply.passage.language


KINDS: Mapping[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("ask", AskRequest, AskReply, _ask, rendering.answer, _of_reply, "question"),
        Kind("search", SearchRequest, SearchReply, _search, rendering.hits, _of_reply, "query"),
        Kind("cite", CiteRequest, CiteReply, _cite, rendering.places, _of_reply, "reference"),
        Kind("table", TableRequest, TableReply, _table, grids.table, _of_edition),
        Kind("passage", PassageRequest, PassageReply, _passage, rendering.passage, _of_passage),
    )
}
"""By name, the one to try first in front."""
