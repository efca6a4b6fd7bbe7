"""A Bot API server on loopback: real HTTP, as strict as Telegram's, with faults on demand."""

import asyncio
import json
from collections import Counter, deque
from dataclasses import dataclass, field
from email.parser import BytesParser
from typing import Any
from urllib.parse import parse_qsl

TOKEN = "123456:loopback-token-of-the-tests"
BOT = {"id": 123456, "is_bot": True, "first_name": "Report", "username": "report_bot"}
LONGEST_POLL = 5.0
STRUCTURED = (
    *("chat_id", "message_id", "message_thread_id", "offset", "timeout", "limit", "allowed_updates"),
    *("entities", "caption_entities", "reply_markup", "reply_parameters", "commands"),
)
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """A call of the bot; files by name stand beside the other parameters."""

    method: str
    sent: Json
    files: dict[str, bytes] = field(default_factory=dict)

    @property
    def text(self) -> str:
        return str(self.sent.get("text") or self.sent.get("caption") or "")

    @property
    def buttons(self) -> list[Json]:
        return [one for row in self.sent.get("reply_markup", {}).get("inline_keyboard", []) for one in row]

    def button(self, label: str) -> str:
        """The data of the first button whose label holds this."""
        return next(str(one["callback_data"]) for one in self.buttons if label in one["text"])

    def styled(self, style: str) -> list[str]:
        """What stands in a style, cut out as Telegram does it."""
        units = self.text.encode("utf-16-le")
        return [
            units[2 * one["offset"] : 2 * (one["offset"] + one["length"])].decode("utf-16-le")
            for one in self.sent.get("entities") or self.sent.get("caption_entities") or []
            if one["type"] == style
        ]


@dataclass(frozen=True, slots=True)
class Fault:
    """What a call meets instead of its answer; status 0 breaks the connection off."""

    status: int
    description: str = ""
    retry_after: int = 0


class FakeBotApi:
    """`calls` has everything but polls, in order; `faults[method]` are met by the next calls."""

    def __init__(self) -> None:
        self.calls: list[Call] = []
        self.faults: dict[str, deque[Fault]] = {}
        self.polls: list[int] = []
        self.known = TOKEN
        self._updates: list[Json] = []
        self._news = asyncio.Condition()
        self._number = 0
        self._server: asyncio.Server | None = None
        self._port = 0
        self._seen: Counter[str] = Counter()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._port}"

    async def start(self) -> None:
        """Listens; after a `stop` on the same port again."""
        self._server = await asyncio.start_server(self._connection, "127.0.0.1", self._port)
        self._port = self._server.sockets[0].getsockname()[1]

    async def stop(self) -> None:
        """Stops listening and breaks off every connection."""
        if self._server:
            self._server.close()
        connections = [task for task in asyncio.all_tasks() if task.get_name() == self._name]
        for task in connections:
            task.cancel()
        await asyncio.gather(*connections, return_exceptions=True)
        # A transport closes its socket a moment after it was told to.
        await asyncio.sleep(0.01)

    @property
    def _name(self) -> str:
        return f"bot-api-{id(self)}"

    def fail(self, method: str, *faults: Fault) -> None:
        self.faults.setdefault(method, deque()).extend(faults)

    async def push(self, **update: Any) -> int:
        """Gives the bot an update; gives its id."""
        self._number += 1
        async with self._news:
            self._updates.append({"update_id": self._number, **update})
            self._news.notify_all()
        return self._number

    async def next(self, *methods: str, within: float = 10) -> Call:
        """The next call of one of the methods that was not given yet (any that sends, by default)."""
        wanted = methods or ("sendMessage", "sendPhoto", "sendDocument", "editMessageText")
        async with asyncio.timeout(within), self._news:
            while True:
                found = [one for one in self.calls if one.method in wanted]
                taken = self._seen[",".join(wanted)]
                if len(found) > taken:
                    self._seen[",".join(wanted)] += 1
                    return found[taken]
                await self._news.wait()

    def sent(self) -> list[Call]:
        """Every message, picture and file so far."""
        return [one for one in self.calls if one.method in ("sendMessage", "sendPhoto", "sendDocument")]

    async def _connection(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        task.set_name(self._name)
        try:
            while await self._request(reader, writer):
                pass
        except (asyncio.IncompleteReadError, ConnectionError, asyncio.CancelledError):
            pass
        finally:
            writer.transport.abort()

    async def _request(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        headers = {
            name.lower(): value.strip()
            for name, _, value in (line.partition(":") for line in head.split("\r\n")[1:])
        }
        body = await reader.readexactly(int(headers.get("content-length", 0)))
        _, token, method = head.split(" ")[1].split("/")
        call = _call(method, headers.get("content-type", ""), body)
        answer = await self._answer(token.removeprefix("bot"), call)
        if answer is None:
            return False
        shown = json.dumps(answer).encode()
        status = answer.get("error_code", 200)
        writer.write(f"HTTP/1.1 {status} -\r\ncontent-length: {len(shown)}\r\n\r\n".encode() + shown)
        await writer.drain()
        return True

    async def _answer(self, token: str, call: Call) -> Json | None:
        faults = self.faults.get(call.method)
        if faults:
            fault = faults.popleft()
            return _refusal(fault) if fault.status else None
        if token != self.known:
            return _refusal(Fault(401, "Unauthorized"))
        if call.method == "getUpdates":
            return {"ok": True, "result": await self._poll(call.sent)}
        wrong = _wrong(call)
        async with self._news:
            if not wrong:
                self.calls.append(call)
            self._news.notify_all()
        return _refusal(Fault(400, wrong)) if wrong else {"ok": True, "result": self._result(call)}

    async def _poll(self, asked: Json) -> list[Json]:
        offset = asked.get("offset", 0)
        self.polls.append(offset)
        self._updates = [one for one in self._updates if one["update_id"] >= offset]
        try:
            async with asyncio.timeout(min(asked.get("timeout", 0), LONGEST_POLL)), self._news:
                await self._news.wait_for(lambda: bool(self._updates))
        except TimeoutError:
            return []
        return self._updates[:100]

    def _result(self, call: Call) -> Any:
        if call.method == "getMe":
            return BOT
        if not call.method.startswith(("send", "edit")) or call.method == "sendChatAction":
            return True
        chat = {"id": call.sent["chat_id"], "type": "private", "first_name": "A"}
        return {"message_id": 1000 + len(self.calls), "date": 1, "chat": chat, "text": call.text}


def _call(method: str, kind: str, body: bytes) -> Call:
    if not kind.startswith("multipart/"):
        return Call(method, {name: _read(name, value) for name, value in parse_qsl(body.decode(), True)})
    whole = BytesParser().parsebytes(b"content-type: " + kind.encode() + b"\r\n\r\n" + body)
    sent: Json = {}
    files: dict[str, bytes] = {}
    for part in whole.get_payload():
        assert not isinstance(part, str)
        content = part.get_payload(decode=True)
        assert isinstance(content, bytes)
        if part.get_filename():
            files[str(part.get_filename())] = content
        else:
            name = str(part.get_param("name", header="content-disposition"))
            sent[name] = _read(name, content.decode())
    return Call(method, sent, files)


def _read(name: str, value: str) -> Any:
    """What stands in JSON where a form can hold only text."""
    return json.loads(value) if name in STRUCTURED else value


def _refusal(fault: Fault) -> Json:
    answer: Json = {"ok": False, "error_code": fault.status, "description": fault.description or "Fault"}
    if fault.retry_after:
        answer["parameters"] = {"retry_after": fault.retry_after}
    return answer


def _wrong(call: Call) -> str:
    """What Telegram would refuse."""
    longest = 4096 if "text" in call.sent else 1024
    units = len(call.text.encode("utf-16-le")) // 2
    if call.method in ("sendMessage", "editMessageText") and not call.text.strip():
        return "Bad Request: message text is empty"
    if units > longest:
        return "Bad Request: message is too long"
    entities = [*call.sent.get("entities", []), *call.sent.get("caption_entities", [])]
    if any(one["offset"] + one["length"] > units or one["length"] < 1 for one in entities):
        return "Bad Request: entity out of bounds"
    return next(filter(None, map(_wrong_button, call.buttons)), "")


def _wrong_button(button: Json) -> str:
    if len(button.get("callback_data", "").encode()) > 64:
        return "Bad Request: BUTTON_DATA_INVALID"
    if "localhost" in button.get("url", ""):
        return f"Bad Request: inline keyboard button URL '{button['url']}' is invalid: Wrong HTTP URL"
    return "" if button["text"].strip() else "Bad Request: text buttons are allowed only with text"
