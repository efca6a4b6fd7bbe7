"""Pages of other sites, served from an address of their own, with the question box in them."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

HOSTILE_STYLE = """
* { color: red !important; font-size: 40px !important; all: unset; }
html { font-size: 2px; direction: rtl; }
body { visibility: visible; text-transform: uppercase; letter-spacing: 1em; }
qa-question-box { display: none; background: red; opacity: 0; font: 60px cursive; }
input, button, label { display: none !important; }
"""
PAGE = """<!doctype html>
<html lang="{language}"><head><title>Сайт</title><style nonce="site">{style}</style></head>
<body><main><h1>Сайт</h1>{body}</main></body></html>"""


def host_page(body: str, language: str = "ru", style: str = "") -> str:
    return PAGE.format(language=language, style=style, body=body)


class _Handler(BaseHTTPRequestHandler):
    def __init__(self, page: str, policy: str, *given: object) -> None:
        self._page = page.encode("utf-8")
        self._policy = policy
        super().__init__(*given)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        is_page = self.path == "/"
        self.send_response(200 if is_page else 204)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", self._policy)
        self.end_headers()
        if is_page:
            self.wfile.write(self._page)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Nothing: a test's output tells what failed, not what was served."""


def policy_for(service: str) -> str:
    """The strictest content policy under which a site can have the box: what docs/widget.md asks for."""
    return (
        f"default-src 'none'; script-src {service}; connect-src {service}; style-src 'nonce-site'; "
        "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"
    )


@contextmanager
def listening() -> Iterator[ThreadingHTTPServer]:
    """A server on loopback that serves nothing yet; its address is known, so that others can allow it."""
    with ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def address_of(server: ThreadingHTTPServer) -> str:
    return f"http://127.0.0.1:{server.server_port}"


def serve(server: ThreadingHTTPServer, page: str, policy: str) -> None:
    """Lets the server serve a page at "/" under a content policy."""
    server.RequestHandlerClass = partial(_Handler, page, policy)
