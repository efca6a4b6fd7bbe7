"""The commands that stay: `serve`, `mcp` and `telegram`.

What they run on (a web server, the MCP SDK, the Bot API) takes a second to import, longer than most commands
take for the rest of their work. So their modules are imported when one of them is called: here, and
nowhere else in the terminal edge.
"""

from importlib import import_module
from typing import Annotated

import typer

from qa_service.cli.locale import terminal_language
from qa_service.settings import read_settings

Address = Annotated[str, typer.Option(help="Address to listen on.")]
Port = Annotated[int, typer.Option(min=0, max=65535, help="Port to listen on.")]
OverHttp = Annotated[bool, typer.Option("--http", help="Serve over HTTP, not over stdin and stdout.")]
LOOPBACK = "127.0.0.1"


def serve(host: Address = LOOPBACK, port: Port = 8000) -> None:
    """Serve the HTTP API; the index is built first if there is none."""
    import_module("qa_service.cli.serving").serve_forever(read_settings(), host, port)


def mcp(http: OverHttp = False, host: Address = LOOPBACK, port: Port = 8001) -> None:
    """Serve language models tools that search, answer and cite (Model Context Protocol)."""
    settings = read_settings()
    if http:
        import_module("qa_service.cli.serving").serve_tools_forever(settings, host, port)
    else:
        import_module("qa_service.cli.mcp").serve_one_client(settings, terminal_language())


def telegram() -> None:
    """Answer in Telegram as the bot whose token QA_TELEGRAM_TOKEN holds."""
    import_module("qa_service.cli.telegram").answer_forever(read_settings())
