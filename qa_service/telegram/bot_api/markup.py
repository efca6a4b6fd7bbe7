"""Styles and buttons as the library's objects."""

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity

from qa_service.telegram.action_codes import Actions, encode
from qa_service.telegram.outgoing import Button, Rows
from qa_service.telegram.text import Text, units


def entities(text: Text) -> list[MessageEntity]:
    """The styles of a text by position in UTF-16 units."""
    return [
        MessageEntity(span.style, units(text.shown[: span.start]), units(text.shown[span.start : span.end]))
        for span in text.spans
    ]


def keyboard(rows: Rows, kept: Actions) -> InlineKeyboardMarkup | None:
    """The buttons below a message; `kept` remembers what does not fit into them."""
    return InlineKeyboardMarkup([[_button(one, kept) for one in row] for row in rows]) if rows else None


def without_addresses(rows: Rows) -> Rows:
    """The buttons that ask for something."""
    kept = (tuple(one for one in row if not one.address) for row in rows)
    return tuple(filter(None, kept))


def _button(one: Button, kept: Actions) -> InlineKeyboardButton:
    if one.asks is None:
        return InlineKeyboardButton(one.label, url=one.address)
    return InlineKeyboardButton(one.label, callback_data=encode(one.asks, kept))
