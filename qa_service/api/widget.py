"""The script that puts the question box into another site; one file without dependencies."""

import json
from functools import cache
from hashlib import sha256
from importlib.resources import files

from fastapi import APIRouter, Request, Response

from qa_service.api.media_types import in_utf8

router = APIRouter(include_in_schema=False)
PATH = "/widget.js"
PARTS = ("marks.js", "service.js", "reply.js", "box.js")
"""In the order in which they are put together; each uses only what stands in those before it."""


@router.api_route(PATH, methods=["GET", "HEAD"])
async def widget(request: Request) -> Response:
    """The script. It is the same for everybody, so that browsers and proxies may keep it for an hour."""
    content, tag = _script()
    headers = {
        "Cache-Control": "public, max-age=3600, stale-while-revalidate=86400",
        "Cross-Origin-Resource-Policy": "cross-origin",
        "ETag": tag,
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == tag:
        return Response(status_code=304, headers=headers)
    return Response(content, media_type=in_utf8("text/javascript"), headers=headers)


@cache
def _script() -> tuple[bytes, str]:
    """The parts in one function of their own, of which the site sees nothing, and the tag of it all."""
    words, style = json.loads(_read("words.json")), _read("widget.css")
    known = f"const WORDS = {_literal(words)};\nconst STYLE = {_literal(style)};\n"
    code = "\n".join(map(_read, PARTS))
    script = f'(() => {{\n"use strict";\n{known}\n{code}}})();\n'.encode()
    return script, f'"{sha256(script).hexdigest()[:32]}"'


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _read(name: str) -> str:
    return files("qa_service").joinpath("web", "widget", name).read_text(encoding="utf-8")
