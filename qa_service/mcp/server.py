"""The MCP server: announces the tools, checks what they are called with, and words what goes wrong."""

import logging
import secrets
from collections.abc import Callable, Mapping
from typing import Any

from mcp.server.context import ServerRequestContext
from mcp.server.lowlevel import Server
from mcp.shared.exceptions import MCPError
from mcp.types import (
    INVALID_PARAMS,
    CallToolRequestParams,
    CallToolResult,
    ListToolsResult,
    PaginatedRequestParams,
    TextContent,
)
from pydantic import ValidationError
from starlette.requests import Request as HttpRequest

from qa_service import __version__
from qa_service.errors import ServiceError
from qa_service.hosting.host import Host
from qa_service.language.phrases import LANGUAGES
from qa_service.mcp.descriptions import DESCRIPTIONS
from qa_service.mcp.shown import Shown
from qa_service.mcp.tools import KINDS, Kind
from qa_service.replies.faults import field_problems, listed
from qa_service.replies.schemas import Reply
from qa_service.replies.schemas.requests import Request
from qa_service.replies.wording import language_told_by, told
from qa_service.service import Service

logger = logging.getLogger(__name__)

NAME = "qa-service"
LONGEST_NAME = 50

Reader = Callable[[HttpRequest | None], Shown]
"""For whom a call is written out where its own text does not tell; None over stdio."""
_Context = ServerRequestContext[Any, Any]


def _unnoted(_: Reply) -> None:
    """Nobody counts."""


def make_server(host: Host, reader: Reader, noted: Callable[[Reply], None] = _unnoted) -> Server[Any]:
    """A server over what `host` serves; it keeps nothing between two calls. Each reply is given to `noted`,
    in the thread that made it."""
    toolbox = _Toolbox(host, reader, noted)
    return Server(
        NAME,
        version=__version__,
        title=DESCRIPTIONS["server"]["title"],
        instructions=DESCRIPTIONS["server"]["instructions"].strip(),
        on_list_tools=toolbox.announce,
        on_call_tool=toolbox.call,
    )


class _Toolbox:
    def __init__(self, host: Host, reader: Reader, noted: Callable[[Reply], None]) -> None:
        self._host = host
        self._reader = reader
        self._noted = noted
        self._announced = ListToolsResult(tools=[kind.described for kind in KINDS.values()])

    async def announce(self, _: _Context, __: PaginatedRequestParams | None) -> ListToolsResult:
        """Every tool."""
        return self._announced

    async def call(self, context: _Context, called: CallToolRequestParams) -> CallToolResult:
        """What a tool gives, or why it cannot. Raises MCPError for a tool that there is not."""
        kind, arguments = KINDS.get(called.name), called.arguments or {}
        general = self._reader(context.request)
        if kind is None:
            raise MCPError(INVALID_PARAMS, _unknown(called.name, general))
        shown = Shown(_language_of(arguments.get(kind.asked)) or general.language, general.base)
        try:
            return await self._given(kind, arguments, shown)
        except ValidationError as invalid:
            return _failed(listed(field_problems(map(dict, invalid.errors()), shown.language)))
        except ServiceError as error:
            return _failed(told(error, shown.language))
        except Exception:  # noqa: BLE001 - the last place that can still say something without details
            return _fault(shown)

    async def _given(self, kind: Kind, arguments: Mapping[str, Any], shown: Shown) -> CallToolResult:
        asked = kind.request.model_validate(arguments)
        return await self._host.run(lambda service: self._made(service, kind, asked, shown))

    def _made(self, service: Service, kind: Kind, asked: Request, shown: Shown) -> CallToolResult:
        reply = kind.call(service, asked)
        self._noted(reply)
        return _result(kind, asked, reply, shown)


def _result(kind: Kind, asked: Request, reply: Reply, shown: Shown) -> CallToolResult:
    reader = Shown(_spoken(kind.spoken(asked, reply)) or shown.language, shown.base)
    return CallToolResult(
        content=[TextContent(text=kind.text(reply, reader))], structured_content=reply.model_dump(mode="json")
    )


def _unknown(name: str, shown: Shown) -> str:
    return shown.say("mcp.unknown-tool", name=name[:LONGEST_NAME], known=", ".join(KINDS))


def _failed(why: str) -> CallToolResult:
    return CallToolResult(content=[TextContent(text=why)], is_error=True)


def _fault(shown: Shown) -> CallToolResult:
    number = secrets.token_hex(8)
    logger.exception("a tool failed: %s", number)
    return _failed(shown.say("mcp.fault", number=number))


def _language_of(argument: object) -> str | None:
    return language_told_by(argument) if isinstance(argument, str) else None


def _spoken(language: str | None) -> str | None:
    return language if language in LANGUAGES else None
