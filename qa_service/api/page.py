"""The page at `/` and the files that it is made of; nothing else of the disk can be reached here.

The page names its files below their edition, a digest of them all: what a browser has of an edition it
need not ask for again, and after an upgrade no file of the old page meets one of the new.
"""

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from html import escape
from importlib.resources import files
from importlib.resources.abc import Traversable
from string import Template

from fastapi import APIRouter, Request, Response
from starlette.exceptions import HTTPException

from qa_service.api.assets import Asset, asset, reply
from qa_service.api.media_types import JSON, in_utf8
from qa_service.api.preference import preferred

router = APIRouter(include_in_schema=False)

LANGUAGES = ("kk", "ru")
"""What the page speaks; whoever asks for neither gets the first."""

TYPES: Mapping[str, str] = {
    "css": in_utf8("text/css"),
    "js": in_utf8("text/javascript"),
    "json": JSON,
    "svg": "image/svg+xml",
}
POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data: blob:",
        "connect-src 'self'",
        "font-src 'self'",
        "manifest-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
        "require-trusted-types-for 'script'",
    )
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "Cache-Control": "no-cache",
}

FOREVER = "public, max-age=31536000, immutable"
_EDITION = re.compile("[0-9a-f]{12}/")


@router.api_route("/", methods=["GET", "HEAD"])
async def page(request: Request) -> Response:
    """The page, its first words in the language that Accept-Language asks for."""
    language = preferred(request.headers.get("accept-language", ""), LANGUAGES, LANGUAGES[0])
    also = {"Content-Language": language, "Vary": "Accept-Language"}
    return reply(request, _page(language), {**HEADERS, **also})


@router.api_route("/web/{name:path}", methods=["GET", "HEAD"])
async def file(request: Request, name: str) -> Response:
    """A file of the page. Only names that the package holds are known, so no path leads out of it."""
    edition, _, plain = name.partition("/") if _EDITION.match(name) else ("", "", name)
    found = _assets().get(plain)
    if found is None:
        raise HTTPException(404)
    stays = edition == _edition()
    return reply(request, found, {**HEADERS, "Cache-Control": FOREVER} if stays else HEADERS)


@cache
def _page(language: str) -> Asset:
    late = {f"late-{each}": _shell(each)["late"] for each in LANGUAGES}
    told = {name.replace("-", "_"): escape(text) for name, text in (_shell(language) | late).items()}
    template = Template((_folder() / "index.html").read_text(encoding="utf-8"))
    filled = template.substitute(told, edition=_edition(), language=language)
    return asset(filled.encode("utf-8"), in_utf8("text/html"))


def _shell(language: str) -> dict[str, str]:
    """The words of the page's frame, which stand there from the start: what comes later moves the rest."""
    shell = json.loads(_assets()[f"words/{language}.json"].content)["shell"]
    return {name: text for name, text in shell.items() if isinstance(text, str)}


@cache
def _edition() -> str:
    tags = [each.tag for _, each in sorted(_assets().items())]
    return sha256("".join(tags).encode("ascii")).hexdigest()[:12]


@cache
def _assets() -> Mapping[str, Asset]:
    return dict(_read(_folder(), ""))


def _read(folder: Traversable, before: str) -> list[tuple[str, Asset]]:
    """Every file at or below a folder that is one of the page's kinds, by its path."""
    found = []
    for entry in folder.iterdir():
        media_type = TYPES.get(entry.name.rpartition(".")[2])
        if entry.is_dir():
            found += _read(entry, f"{before}{entry.name}/")
        elif media_type:
            found.append((before + entry.name, asset(entry.read_bytes(), media_type)))
    return found


def _folder() -> Traversable:
    return files("qa_service").joinpath("web")
