"""What the permanent addresses in a reply begin with."""

import re

from starlette.requests import Request

_BASE = re.compile(r"https?://(?:[\w.-]+|\[[0-9a-fA-F:.]+\])(?::\d+)?(?:/[\w.~/-]*)?", re.ASCII)


def base_of(request: Request, address: str) -> str:
    """The `address` of the settings, else the one that the client reached the service at.

    A Host header that is no name and could be mistaken for Markdown leaves addresses without a host.
    """
    reached = str(request.base_url).rstrip("/")
    return address or (reached if _BASE.fullmatch(reached) else "")
