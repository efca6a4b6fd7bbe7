"""A passage with its citation as a message, and the buttons that lead on from it."""

from qa_service.citing.citation import Form
from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.replies.schemas import Passage, PassageReply, Row, TableReply
from qa_service.replies.text import in_a_row, in_language, permanent_address
from qa_service.telegram.actions import ShowPassage, ShowPicture, ShowTable
from qa_service.telegram.outgoing import Button, Message, Rows
from qa_service.telegram.text import Style, Text, joined, marked, styled, wrapped

LONGEST_OPEN = 700
"""Characters of a passage that is shown in full; a longer one is folded, and opens at a touch."""

NAMES: dict[Form, str] = {"bibtex": "BibTeX", "csl": "CSL-JSON"}
SPOKEN: tuple[tuple[Form, ...], ...] = (("footnote", "short", "gost"), ("bibtex", "csl"))
CHOSEN = "✓"


def passage(
    reply: PassageReply, shown: ShowPassage, language: str, address: str, table: TableReply | None = None
) -> Message:
    """The passage that `shown` asks for; `table` is the one that it is, or is a row of."""
    one = reply.passage
    parts = [
        styled(in_a_row(one.path), Style.ITALIC),
        _text(one, shown, table),
        _status(one, language),
        _cited(one, language),
    ]
    rows = (*_forms(shown, language), _turning(reply, shown, language), _other(one, shown, language))
    further = (_table(one, shown, language), address_row(one, language, address))
    return Message(joined(parts), tuple(filter(None, (*rows, *further))), in_place=shown.moves)


def address_row(one: Passage | None, language: str, address: str) -> tuple[Button, ...]:
    """The button that opens a passage's permanent address; none where no address is known."""
    if not (one and address):
        return ()
    return (Button(phrase("telegram.open-page", language), address=permanent_address(address, one.id)),)


def _text(one: Passage, shown: ShowPassage, table: TableReply | None) -> Text:
    if table and one.row:
        return _row(one, table, table.rows[one.row - 1], shown)
    if table:
        return wrapped(Text(f"{table.number}. {table.title}"), Style.QUOTE)
    folded = len(one.text) > LONGEST_OPEN
    words = marked(one.text, shown.highlights, Style.BOLD)
    return wrapped(words, Style.FOLDED_QUOTE if folded else Style.QUOTE)


def _row(one: Passage, table: TableReply, row: Row, shown: ShowPassage) -> Text:
    """A row with the header of each value; the cell that was asked for in bold."""
    asked = _column(one, shown).removeprefix(".c")
    cells = [
        styled(f"{header}: {value}", *[Style.BOLD] * (asked == str(number)))
        for number, (header, value) in enumerate(zip(table.columns, row.values, strict=False), start=1)
        if value
    ]
    return wrapped(joined([styled(row.label, Style.BOLD), *cells], "\n"), Style.QUOTE)


def _status(one: Passage, language: str) -> Text:
    if one.status == Status.OFFICIAL:
        return Text("")
    return styled(phrase("telegram.working-translation", language), Style.ITALIC)


def _cited(one: Passage, language: str) -> Text:
    """The citation in a style that a touch copies."""
    told = in_language(one.citation, language)
    return styled(told, Style.GRID if "\n" in told else Style.CODE)


def _forms(shown: ShowPassage, language: str) -> Rows:
    return tuple(tuple(_form(form, shown, language) for form in row) for row in SPOKEN)


def _form(form: Form, shown: ShowPassage, language: str) -> Button:
    name = NAMES.get(form) or phrase(f"telegram.{form}", language)
    asks = ShowPassage(shown.passage, form, shown.highlights, moves=True)
    return Button(f"{CHOSEN} {name}" if form == shown.form else name, asks)


def _turning(reply: PassageReply, shown: ShowPassage, language: str) -> tuple[Button, ...]:
    beside = (("telegram.previous", reply.previous), ("telegram.next", reply.next))
    return tuple(
        Button(phrase(key, language), ShowPassage(other.id, shown.form, moves=True))
        for key, other in beside
        if other
    )


def _other(one: Passage, shown: ShowPassage, language: str) -> tuple[Button, ...]:
    other = one.counterpart
    if other is None:
        return ()
    key = "telegram.official" if other.status == Status.OFFICIAL else "telegram.translation"
    same = ShowPassage(other.id + _column(one, shown), shown.form, tuple(other.highlights), moves=True)
    return (Button(phrase(key, language), same),)


def _column(one: Passage, shown: ShowPassage) -> str:
    """What follows the id of a row where one of its cells was asked for."""
    return shown.passage.removeprefix(one.id)


def _table(one: Passage, shown: ShowPassage, language: str) -> tuple[Button, ...]:
    if one.table is None:
        return ()
    cell = shown.passage if _column(one, shown) else ""
    return (
        Button(phrase("telegram.picture", language), ShowPicture(one.table, one.language, cell)),
        Button(phrase("telegram.whole-table", language), ShowTable(one.table, one.language)),
    )
