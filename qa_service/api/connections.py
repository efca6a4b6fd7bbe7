"""A connection that cannot be held without use: bounds below HTTP, where no route can set any."""

import asyncio
from collections.abc import Callable
from heapq import nsmallest
from typing import Any, ClassVar

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from qa_service.api.security import HEADERS

MOST_CONNECTIONS = 512
"""Well below the 1,024 open files that a process may usually have."""
LARGEST_PIECE = 8_192
"""Bytes that are parsed at once; a head may have about 16 KiB."""


class BoundedConnection(H11Protocol):
    """uvicorn's connection with what it lacks: a request has to begin in time, its reply has to be read
    in time, and where there are too many connections those that have been idle longest make room.
    """

    idle_seconds: ClassVar[float] = 10.0
    """For the head of a request to come in, however many bytes of it trickle."""
    reading_seconds: ClassVar[float] = 30.0
    """For a client to read on."""
    most: ClassVar[int] = MOST_CONNECTIONS

    def __init__(self, *given: Any, **named: Any) -> None:
        super().__init__(*given, **named)
        self.idle_since = 0.0
        self._idling = _Timer(self.loop)
        self._stalling = _Timer(self.loop)

    @property
    def is_idle(self) -> bool:
        """Whether no request is being answered."""
        return self.cycle is None or self.cycle.response_complete

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self._make_room()
        self._watch()

    def data_received(self, data: bytes) -> None:
        # h11 bounds only a head that is not complete yet: one that came in whole would be taken at any size.
        for start in range(0, len(data), LARGEST_PIECE):
            if not self.transport.is_closing():
                super().data_received(data[start : start + LARGEST_PIECE])
        self._watch()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        self._idling.stop()
        self._stalling.stop()
        super().connection_lost(exc)

    def pause_writing(self) -> None:
        super().pause_writing()
        self._stalling.start(self.reading_seconds, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stalling.stop()

    def send_400_response(self, msg: str) -> None:
        """Says that these bytes are no HTTP; where a reply is due to an earlier request, just ends."""
        if self.conn.our_state is not h11.IDLE:
            self.transport.abort()
            return
        told = {**HEADERS, "Content-Type": "text/plain; charset=utf-8", "Connection": "close"}
        for event in (
            h11.Response(status_code=400, headers=list(told.items()), reason=b"Bad Request"),
            h11.Data(data=msg.encode("ascii")),
            h11.EndOfMessage(),
        ):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _watch(self) -> None:
        """Lets the time of an idle connection run; more bytes of a head do not begin it anew."""
        if not self.is_idle:
            self._idling.stop()
        elif not self._idling.is_running:
            self.idle_since = self.loop.time()
            self._idling.start(self.idle_seconds, self._end)

    def _end(self) -> None:
        """Ends the connection; what is still on its way to the client has time to arrive."""
        rest = self.reading_seconds if self.transport.get_write_buffer_size() else 0
        self.transport.close()
        self._idling.start(rest, self.transport.abort)

    def _make_room(self) -> None:
        if len(self.connections) > self.most:
            others = (each for each in self.connections if isinstance(each, BoundedConnection))
            idle = (each for each in others if each.is_idle and each is not self)
            # Several at once, so that not every one of a crowd looks through all of them.
            for oldest in nsmallest(1 + self.most // 16, idle, key=lambda each: each.idle_since):
                # It is lost only later: until then the next one would choose it again.
                self.connections.discard(oldest)
                oldest.transport.abort()


class _Timer:
    """Calls something later, unless it is stopped or started anew before."""

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._handle: asyncio.TimerHandle | None = None

    @property
    def is_running(self) -> bool:
        return self._handle is not None

    def start(self, seconds: float, then: Callable[[], None]) -> None:
        self.stop()
        self._handle = self._loop.call_later(seconds, then)

    def stop(self) -> None:
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None
