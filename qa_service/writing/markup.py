"""What a model writes beside words: emphasis and list marks are taken off, links and HTML not let through."""

import re
from collections.abc import Iterable, Iterator

from qa_service.language.visible import is_hidden

_THOUGHT = ("<think>", "</think>")
_LEADING = re.compile(r"^\s*(?:(?:[-•>]|#{1,6}|\d{1,2}[.)])\s+)+")
_EMPHASIS = re.compile(r"(?<!\d)\*+|\*+(?!\d)|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+|~~")
_FOREIGN = re.compile(
    r"<\s*[/!?a-z]|&(?:#\w+|[a-z]{2,8});|[a-z][a-z0-9+.-]*://|\b(?:javascript|data|mailto):|\bwww\."
    r"|\]\s*\(|!\s*\[|\]\s*:|\b[\w-]+\.(?:com|net|org|ru|kz|info|biz|io|dev|app)\b",
    re.IGNORECASE,
)


def spoken(pieces: Iterable[str]) -> Iterator[str]:
    """A stream without the thoughts of models that think aloud, and without characters that cannot be seen.

    A thought that does not end takes all that follows with it.
    """
    held, thinking = "", False
    for piece in pieces:
        held += piece
        while (mark := _THOUGHT[thinking]) in held:
            before, _, held = held.partition(mark)
            if not thinking:
                yield _seen(before)
            thinking = not thinking
        kept = _begun(held, mark)
        if not thinking:
            yield _seen(held[: len(held) - kept])
        held = held[len(held) - kept :]
    if not thinking:
        yield _seen(held)


def _begun(text: str, mark: str) -> int:
    """How many last characters of a text may be the beginning of a mark."""
    return next((size for size in range(len(mark) - 1, 0, -1) if text.endswith(mark[:size])), 0)


def _seen(text: str) -> str:
    """What people see of a piece; lines stay lines."""
    spaced = text.replace("\t", " ").replace("\r", "\n")
    return "".join(each for each in spaced if each == "\n" or not is_hidden(each))


def without_markup(sentence: str) -> str:
    """A sentence without emphasis and without the mark of a heading or of an item of a list."""
    return _LEADING.sub("", _EMPHASIS.sub("", sentence)).strip()


def has_foreign_markup(text: str) -> bool:
    """Whether a text holds a link, an address, an image or HTML: no answer from the passages needs any."""
    return bool(_FOREIGN.search(text))
