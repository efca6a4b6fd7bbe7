"""What browsers are told and what is not taken from them: headers, hosts, pages of other sites."""

from collections.abc import Mapping
from ipaddress import ip_address

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.api.problems import refusal
from qa_service.errors import CrossSite, HostUnknown, ServiceError

HEADERS: Mapping[str, str] = {
    "Cache-Control": "private, no-cache",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every reply says unless its route says otherwise. HSTS is for the proxy that holds the certificate."""
LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})
EMBEDDED = frozenset({"/widget.js"})
"""What pages of any site may load: nothing but our own script, the same for everybody."""


class SecurityHeaders:
    """Puts `HEADERS` on every reply; a route may set one of its own."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, send_with_headers)


class HostCheck:
    """Answers 421 to requests for another host: a page could have its own name point to this address
    (DNS rebinding) and would then pass for one of ours.

    `names` pass, and those of this machine; `takes_numbers` lets addresses in numbers pass too, which
    no page can make its own.
    """

    def __init__(self, app: ASGIApp, names: frozenset[str], takes_numbers: bool) -> None:
        self._app = app
        self._names = names | LOCAL_NAMES
        self._takes_numbers = takes_numbers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._is_ours(host_of(Headers(scope=scope).get("host", ""))):
            await self._app(scope, receive, send)
        else:
            await refuse(HostUnknown(), scope, receive, send)

    def _is_ours(self, host: str) -> bool:
        return host in self._names or (self._takes_numbers and _is_in_numbers(host))


class SameSite:
    """Answers 403 to what a browser sends for a page of another site, reading or writing.

    Browsers say so in Sec-Fetch-Site; older ones, or over plain HTTP to another machine, tell the Origin
    of what changes something. A link that somebody follows passes, and so does a site in `origins`.
    Clients that are no browsers send neither header.
    """

    def __init__(self, app: ASGIApp, origins: tuple[str, ...]) -> None:
        self._app = app
        self._origins = frozenset(origins)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or self._may_pass(Headers(scope=scope), scope):
            await self._app(scope, receive, send)
        else:
            await refuse(CrossSite(), scope, receive, send)

    def _may_pass(self, headers: Headers, scope: Scope) -> bool:
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        if origin in self._origins or scope["path"] in EMBEDDED:
            return True
        if site is None:
            return origin is None or host_and_port(origin) == headers.get("host", "").lower()
        return site in ("same-origin", "none") or _is_followed_link(headers, scope["method"])


async def refuse(error: ServiceError, scope: Scope, receive: Receive, send: Send) -> None:
    """Answers with the problem that an error is."""
    await refusal(Request(scope), error)(scope, receive, send)


def host_of(header: str) -> str:
    """The host that a Host header names, without port and brackets; "" for none that can be one.

    >>> host_of("LocalHost:8000"), host_of("[::1]:80"), host_of("a:b:c"), host_of("localhost:80x")
    ('localhost', '::1', '', '')
    """
    host, bracket, rest = header.lower().removeprefix("[").partition("]")
    if not bracket:
        host, colon, port = header.lower().partition(":")
        return host if port.isdigit() or not colon else ""
    return host if header.startswith("[") and (not rest or rest.removeprefix(":").isdigit()) else ""


def host_and_port(origin: str) -> str:
    """
    >>> host_and_port("http://localhost:8000")
    'localhost:8000'
    """
    return origin.partition("://")[2].lower()


def _is_in_numbers(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _is_followed_link(headers: Headers, method: str) -> bool:
    return (
        method in ("GET", "HEAD")
        and headers.get("sec-fetch-mode") == "navigate"
        and headers.get("sec-fetch-dest") == "document"
    )
