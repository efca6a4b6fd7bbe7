"""What a button asks for as the 64 bytes that Telegram carries for it, and back.

Buttons live as long as the chat, so an action is spelled out wherever it fits and works after a restart
too. One that does not fit is kept in memory under a short key. Whatever comes back was in a stranger's
hands: only what reads as an action is one.
"""

import re
import secrets
from typing import get_args

from qa_service.citing.citation import Form
from qa_service.telegram.actions import (
    Action,
    SendFile,
    ShowChapter,
    ShowHits,
    ShowPassage,
    ShowPicture,
    ShowPlaces,
    ShowTable,
    ShowTables,
    Spans,
)
from qa_service.telegram.memory import Memory

LONGEST_DATA = 64
"""Bytes of UTF-8 that Telegram carries for a button."""

MOST_KEPT = 5_000
KEPT_SECONDS = 24 * 3600.0
KEPT = "~"
BETWEEN = "|"
FORMS: tuple[Form, ...] = get_args(Form)
_NUMBER = re.compile("[0-9]{1,4}")

Actions = Memory[str, Action]


def kept_actions() -> Actions:
    """An empty memory for actions that do not fit."""
    return Memory(MOST_KEPT, KEPT_SECONDS)


def encode(action: Action, kept: Actions) -> str:
    """At most LONGEST_DATA bytes that `decode` reads; what does not fit is remembered in `kept`."""
    data = BETWEEN.join(_fields(action))
    if len(data.encode("utf-8", "surrogatepass")) <= LONGEST_DATA and _read(data) == action:
        return data
    key = KEPT + secrets.token_urlsafe(9)
    kept.keep(key, action)
    return key


def decode(data: str, kept: Actions) -> Action | None:
    """The action; None for what is forgotten or never was one."""
    return kept.get(data) if data.startswith(KEPT) else _read(data)


def _fields(action: Action) -> tuple[str, ...]:
    match action:
        case ShowPassage(passage, form, highlights, moves):
            spans = ",".join(f"{start}-{end}" for start, end in highlights)
            return "m" if moves else "p", str(FORMS.index(form)), spans, passage
        case ShowPlaces(reference, page):
            return "r", str(page), reference
        case ShowHits(query, page):
            return "h", str(page), query
        case ShowTables(page):
            return "l", str(page)
        case ShowTable(number, language):
            return "t", str(number), language
        case ShowPicture(number, language, cell):
            return "i", str(number), language, cell
        case SendFile(number, language):
            return "x", str(number), language
        case ShowChapter(document, chapter):
            return "c", str(document), str(chapter)


def _read(data: str) -> Action | None:
    try:
        return _action(data)
    except (ValueError, IndexError):
        return None


def _action(data: str) -> Action | None:
    match data.split(BETWEEN):
        case [("p" | "m") as kind, form, spans, passage]:
            return ShowPassage(passage, FORMS[_number(form)], _spans(spans), moves=kind == "m")
        case ["r", page, reference]:
            return ShowPlaces(reference, _number(page))
        case ["h", page, query]:
            return ShowHits(query, _number(page))
        case ["l", page]:
            return ShowTables(_number(page))
        case ["t", number, language]:
            return ShowTable(_number(number), language)
        case ["i", number, language, cell]:
            return ShowPicture(_number(number), language, cell)
        case ["x", number, language]:
            return SendFile(_number(number), language)
        case ["c", document, chapter]:
            return ShowChapter(_number(document), _number(chapter))
    return None


def _number(text: str) -> int:
    """Raises ValueError for what is no number of at most four plain digits."""
    if not _NUMBER.fullmatch(text):
        raise ValueError(text)
    return int(text)


def _spans(text: str) -> Spans:
    pairs = (pair.partition("-") for pair in text.split(",") if pair)
    return tuple((_number(start), _number(end)) for start, _, end in pairs)
