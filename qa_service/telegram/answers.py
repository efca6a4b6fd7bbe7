"""An answer, or a refusal, as a message with buttons."""

from collections.abc import Iterator, Sequence

from qa_service.document.records import Status
from qa_service.language.phrases import phrase
from qa_service.replies.schemas import AskReply, Citation, Figure, Passage, Wording
from qa_service.replies.text import in_a_row
from qa_service.telegram.actions import ShowPassage, ShowPicture, ShowTable
from qa_service.telegram.outgoing import Button, Message, Rows, label
from qa_service.telegram.passages import address_row
from qa_service.telegram.text import Style, Text, joined, marked, styled, wrapped

MOST_SOURCES = 3
WARNING = "⚠️"
DASH = "– "


def answer(reply: AskReply, language: str, address: str) -> Message:
    """What the documents say to a question, or that they say nothing. `language` is that of the words
    around it; `address` is where permanent addresses begin, blank for none."""
    understood = _understood(reply, language)
    if not reply.answered:
        nearest = styled(phrase("telegram.nearest", language), Style.BOLD) if reply.citations else Text("")
        return Message(joined([understood, Text(reply.answer.text), nearest]), _nearest(reply.citations))
    return Message(
        joined([understood, _words(reply, language), *_remarks(reply, language), _place(reply)]),
        tuple(filter(None, _rows(reply, language, address))),
    )


def _understood(reply: AskReply, language: str) -> Text:
    if reply.understood == reply.question.strip():
        return Text("")
    return styled(phrase("telegram.understood", language, question=reply.understood), Style.ITALIC)


def _words(reply: AskReply, language: str) -> Text:
    """The answer in the documents' words; below what a model wrote, where one did."""
    if reply.quoted is None:
        return _own_words(reply.answer, _figures(reply))
    head = styled(phrase("telegram.quoted", language), Style.BOLD)
    return joined([Text(reply.answer.text), head, _own_words(reply.quoted, _figures(reply))])


def _figures(reply: AskReply) -> list[Figure]:
    """The cells that answer: one, or those of a trend or a comparison."""
    return [reply.figure] if reply.figure else reply.figures


def _own_words(answer: Wording, figures: Sequence[Figure]) -> Text:
    if answer.quote:
        return wrapped(styled(answer.text, Style.BOLD), Style.QUOTE)
    return marked(answer.text, _values(answer.text, figures), Style.BOLD)


def _values(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Where the figures stand in an answer: at its beginning, or behind a dash, one after another."""
    before = 0
    for figure in figures:
        value = figure.value
        start = 0 if text.startswith(value) else text.find(DASH + value, before) + len(DASH)
        if text.startswith(value, start):
            before = start + len(value)
            yield start, before


def _remarks(reply: AskReply, language: str) -> list[Text]:
    translated = reply.citations and reply.citations[0].passage.status != Status.OFFICIAL
    note = styled(phrase("telegram.working-translation", language), Style.ITALIC) if translated else Text("")
    return [note, *(Text(f"{WARNING} {notice}") for notice in reply.notices)]


def _place(reply: AskReply) -> Text:
    """The titles above the first source; a table's own title is in the answer already."""
    path = reply.citations[0].passage.path if reply.citations else []
    return styled(in_a_row(path[:-1] if _figures(reply) else path), Style.ITALIC)


def _nearest(citations: Sequence[Citation]) -> Rows:
    return tuple((Button(label(_highlighted(each)), _shown(each)),) for each in citations[:MOST_SOURCES])


def _highlighted(citation: Citation) -> str:
    start = citation.highlights[0][0] if citation.highlights else 0
    return citation.passage.text[start:]


def _shown(citation: Citation) -> ShowPassage:
    return ShowPassage(citation.passage.id, highlights=tuple(citation.highlights))


def _rows(reply: AskReply, language: str, address: str) -> Rows:
    sources = tuple(
        Button(phrase("telegram.source", language, number=number), _source(each, reply.figure))
        for number, each in enumerate(reply.citations[:MOST_SOURCES], start=1)
    )
    first = reply.citations[0].passage if reply.citations else None
    return sources, _official(reply, language), _table(reply, language), address_row(first, language, address)


def _source(citation: Citation, figure: Figure | None) -> ShowPassage:
    """Where the passage is the row of the figure, its cell is cited."""
    if figure and figure.cell and _is_row_of(figure, citation.passage):
        return ShowPassage(f"{citation.passage.id}.{_column(figure.cell)}")
    return _shown(citation)


def _is_row_of(figure: Figure, passage: Passage) -> bool:
    return figure.table == passage.table and f".r{passage.row}." in (figure.cell or "")


def _column(cell: str) -> str:
    return cell.rpartition(".")[2]


def _official(reply: AskReply, language: str) -> tuple[Button, ...]:
    first = reply.citations[0] if reply.citations else None
    other = first and first.counterpart
    if not (first and other and other.status == Status.OFFICIAL):
        return ()
    shows = ShowPassage(other.id, highlights=tuple(other.highlights))
    if reply.figure and reply.figure.cell and _is_row_of(reply.figure, first.passage):
        shows = ShowPassage(f"{other.id}.{_column(reply.figure.cell)}")
    return (Button(phrase("telegram.official", language), shows),)


def _table(reply: AskReply, language: str) -> tuple[Button, ...]:
    figures = _figures(reply)
    if not figures:
        return ()
    number, edition = figures[0].table, _edition(reply.citations, reply.language)
    cell = reply.figure.cell if reply.figure else None
    return (
        Button(phrase("telegram.picture", language), ShowPicture(number, edition, cell or "")),
        Button(phrase("telegram.whole-table", language), ShowTable(number, edition)),
    )


def _edition(citations: Sequence[Citation], language: str) -> str:
    return citations[0].passage.language if citations else language
