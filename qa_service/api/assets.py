"""Files of our own that a browser may keep and ask for again by their tag."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256

from fastapi import Request, Response


@dataclass(frozen=True, slots=True)
class Asset:
    """A file; `tag` is a strong entity tag (RFC 9110, 8.8.3), which changes with the content."""

    content: bytes
    media_type: str
    tag: str


def asset(content: bytes, media_type: str) -> Asset:
    """The file with its tag, which is worked out here once and not with every request."""
    return Asset(content, media_type, f'"{sha256(content).hexdigest()[:32]}"')


def reply(request: Request, file: Asset, headers: Mapping[str, str]) -> Response:
    """The file, or 304 where the browser has it already."""
    told = {**headers, "ETag": file.tag}
    known = {tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(",")}
    if known & {file.tag, "*"}:
        return Response(status_code=304, headers=told)
    return Response(file.content, media_type=file.media_type, headers=told)
