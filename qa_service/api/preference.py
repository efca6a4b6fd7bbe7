"""The language in which a request is answered when something is wrong with it."""

from collections.abc import Collection

from starlette.requests import Request

from qa_service.language.phrases import LANGUAGES
from qa_service.replies.wording import language_told_by


def language_of(request: Request, text: str = "") -> str:
    """The language of the request's own text; without one, what Accept-Language asks for; else English."""
    return language_told_by(text) or preferred(request.headers.get("accept-language", ""))


def preferred(header: str, spoken: Collection[str] = LANGUAGES, otherwise: str = "en") -> str:
    """The best of the `spoken` languages for an Accept-Language header (RFC 9110, 12.5.4).

    >>> preferred("de, ru;q=0.5, kk;q=0.8")
    'kk'
    """
    ranges = [_range(part) for part in header.split(",")]
    wanted = [(quality, language) for language, quality in ranges if language in spoken and quality > 0]
    return max(wanted, key=lambda pair: pair[0], default=(1.0, otherwise))[1]


def _range(part: str) -> tuple[str, float]:
    tag, _, parameter = part.strip().partition(";")
    language = tag.strip().lower().partition("-")[0]
    return language, _quality(parameter.strip())


def _quality(parameter: str) -> float:
    name, _, value = parameter.partition("=")
    if name.strip().lower() != "q":
        return 1.0
    try:
        return float(value)
    except ValueError:
        return 0.0
