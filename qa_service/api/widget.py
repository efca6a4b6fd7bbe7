"""The script that puts the question box into another site; one file without dependencies."""

import json
from functools import cache
from importlib.resources import files

from fastapi import APIRouter, Request, Response

from qa_service.api.assets import Asset, asset, reply
from qa_service.api.media_types import in_utf8

router = APIRouter(include_in_schema=False)
PATH = "/widget.js"
PARTS = ("marks.js", "service.js", "reply.js", "box.js")
"""In the order in which they are put together; each uses only what stands in those before it."""
HEADERS = {
    "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
    "Cross-Origin-Resource-Policy": "cross-origin",
}


@router.api_route(PATH, methods=["GET", "HEAD"])
async def widget(request: Request) -> Response:
    """The script. It is the same for everybody, so that browsers and proxies may keep it for an hour."""
    return reply(request, _script(), HEADERS)


@cache
def _script() -> Asset:
    """The parts in one function of their own, of which the site sees nothing."""
    words, style = json.loads(_read("words.json")), _read("widget.css")
    known = f"const WORDS = {_literal(words)};\nconst STYLE = {_literal(style)};\n"
    code = "\n".join(map(_read, PARTS))
    script = f'(() => {{\n"use strict";\n{known}\n{code}}})();\n'.encode()
    return asset(script, in_utf8("text/javascript"))


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(name: str) -> str:
    return files("qa_service").joinpath("web", "widget", name).read_text(encoding="utf-8")
