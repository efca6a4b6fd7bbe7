"""A table as text that a language model reads: Markdown, cell by cell as printed."""

from collections.abc import Iterable, Iterator

from qa_service.mcp.shown import Shown, joined
from qa_service.replies.schemas import Row, TableReply


def table(reply: TableReply, shown: Shown) -> str:
    """The table in Markdown with its title, source and notes."""
    unit = f" ({reply.unit})" if reply.unit else ""
    title = f"{shown.say('sheet.table', number=reply.number, place=reply.title)}{unit}"
    below = [f"> {note}" for note in (reply.source, *reply.notes) if note]
    doubts = shown.say("mcp.uncertain") if any(row.uncertain for row in reply.rows) else ""
    cited = shown.cited(reply.citation, reply.passage).strip()
    return joined([title, "\n".join(_grid(reply)), doubts, "\n".join(below), cited])


def _grid(reply: TableReply) -> Iterator[str]:
    yield _line([reply.label_header or "", *reply.columns])
    yield _line(["---"] * (len(reply.columns) + 1))
    group = None
    for row in reply.rows:
        if row.group and row.group != group:
            yield _line([row.group, *[""] * len(reply.columns)])
        group = row.group
        yield _line([row.label, *_values(row)])


def _values(row: Row) -> Iterator[str]:
    for place, value in enumerate(row.values):
        yield f"{value} (?)".strip() if place in row.uncertain else value


def _line(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |"
