"""A table in a chat: as text, as a picture, as a file; and which one is meant by words of its title."""

import struct
from collections.abc import Sequence

from qa_service.language.phrases import phrase
from qa_service.language.stems import stem_of, words
from qa_service.replies.schemas import TableReply, TableSummary
from qa_service.telegram.actions import SendFile, ShowPassage, ShowPicture
from qa_service.telegram.outgoing import Attachment, Button, Message, Rows
from qa_service.telegram.tables.column_heads import column_heads
from qa_service.telegram.tables.texts import texts
from qa_service.telegram.text import Style, Text, joined, pieces, styled

LONGEST_CAPTION = 1_024
LARGEST_PHOTO = 10_000_000
LONGEST_SIDES = 10_000
MOST_UNEVEN = 20
SHARPEST_SIDE = 2_560
"""Pixels that Telegram keeps of a photo's longer side; a file keeps all, and small print with them."""


def as_text(table: TableReply, edition: str, is_official: bool, language: str) -> list[Message]:
    """The table in messages; the last one has the buttons."""
    shown = texts(
        _head(table, is_official, language), table, _foot(table, language), _continued(table, language)
    )
    rows = _rows(table, edition, language)
    return [*map(Message, shown[:-1]), Message(shown[-1], rows)]


def as_picture(table: TableReply, content: bytes, is_official: bool, language: str) -> Attachment:
    """The table as a photo, or as a file where Telegram would not take or would blur a photo."""
    return Attachment(
        content, f"table-{table.number}.png", _caption(table, is_official, language), is_photo(content)
    )


def as_file(table: TableReply, content: bytes, is_official: bool, language: str) -> Attachment:
    """The table as a spreadsheet."""
    return Attachment(content, f"table-{table.number}.xlsx", _caption(table, is_official, language))


def is_photo(content: bytes) -> bool:
    """Whether a PNG is within Telegram's limits for photos, and small enough to stay readable as one."""
    width, height = struct.unpack(">II", content[16:24])
    sides = sorted((width, height))
    return (
        len(content) <= LARGEST_PHOTO
        and width + height <= LONGEST_SIDES
        and sides[1] <= min(SHARPEST_SIDE, MOST_UNEVEN * sides[0])
    )


def named(asked: str, tables: Sequence[TableSummary], language: str) -> list[TableSummary]:
    """The tables whose titles hold every word of what is asked, whatever its ending."""
    wanted = {stem_of(word, language) for word in words(asked)}
    return [
        one for one in tables if wanted and wanted <= {stem_of(word, language) for word in words(one.title)}
    ]


def _title(table: TableReply, language: str) -> str:
    return phrase("telegram.table-title", language, number=table.number, title=table.title)


def _note(is_official: bool, language: str) -> Text:
    return Text("") if is_official else styled(phrase("telegram.working-translation", language), Style.ITALIC)


def _head(table: TableReply, is_official: bool, language: str) -> Text:
    legend = Text("\n".join(column_heads(table.columns).legend))
    return joined(
        [
            styled(_title(table, language), Style.BOLD),
            Text(table.unit or ""),
            _note(is_official, language),
            legend,
        ]
    )


def _foot(table: TableReply, language: str) -> Text:
    doubt = phrase("telegram.table-uncertain", language) if any(row.uncertain for row in table.rows) else ""
    return joined([Text(doubt), Text(table.source or ""), *map(Text, table.notes)], "\n")


def _continued(table: TableReply, language: str) -> str:
    return phrase("telegram.table-continued", language, number=table.number)


def _caption(table: TableReply, is_official: bool, language: str) -> Text:
    whole = joined([styled(_title(table, language), Style.BOLD), _note(is_official, language)], "\n")
    return pieces(whole, LONGEST_CAPTION)[0]


def _rows(table: TableReply, edition: str, language: str) -> Rows:
    files = (
        Button(phrase("telegram.picture", language), ShowPicture(table.number, edition)),
        Button(phrase("telegram.spreadsheet", language), SendFile(table.number, edition)),
    )
    if table.passage is None:
        return (files,)
    return files, (Button(phrase("telegram.footnote", language), ShowPassage(table.passage)),)
