"""Pieces of evidence made from a reply: passages, rows of tables as tables, and figures."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from qa_service.answering.records import Answer, Citation, Figure, Reply
from qa_service.document.records import Passage, Status, Table
from qa_service.errors import TableUnknown
from qa_service.sheets.records import Evidence, Grid, Kind


class Source(Protocol):
    """Where tables and citations come from."""

    def table(self, number: int, language: str | None = None) -> Table:
        """A table by its number. Raises TableUnknown."""

    def citation(self, passage: Passage) -> Mapping[str, str]:
        """The footnote of a passage, by language."""


def evidence_of(reply: Reply, source: Source) -> tuple[Evidence, ...]:
    """The evidence of a reply, its figure first; `number` is still 0."""
    supports = isinstance(reply, Answer)
    cited = reply.citations if isinstance(reply, Answer) else reply.nearest
    figures = _figures(reply) if isinstance(reply, Answer) else ()
    return (
        *(each for figure in figures for each in _of_figure(figure, cited, source)),
        *(_of_passage(citation, supports, source) for citation in cited),
    )


def _figures(answer: Answer) -> tuple[Figure, ...]:
    """Every figure once, the one that answers first."""
    return tuple(dict.fromkeys([*([answer.figure] if answer.figure else []), *answer.figures]))


def _of_figure(figure: Figure, cited: tuple[Citation, ...], source: Source) -> Iterator[Evidence]:
    """The figure, cited by the row that shows it; nothing where no cited passage does."""
    rows = (each.passage for each in cited if each.passage.table == figure.table)
    passage = min(rows, key=lambda row: abs(row.lines[0] - figure.lines[0]), default=None)
    if passage is not None:
        yield Evidence(
            number=0,
            kind=Kind.FIGURE,
            passage=passage.id,
            language=passage.language,
            text=" ".join(filter(None, (figure.value, figure.unit))),
            lines=figure.lines,
            citations=dict(source.citation(passage)),
            supports=True,
            path=passage.path,
            table=figure.table,
            place=f"{figure.row}, {figure.column}",
            doubts=figure.doubts,
        )


def _of_passage(citation: Citation, supports: bool, source: Source) -> Evidence:
    passage = citation.passage
    table = _table(passage, source)
    return Evidence(
        number=0,
        kind=Kind.TABLE if table else Kind.PASSAGE,
        passage=passage.id,
        language=passage.language,
        text=passage.text,
        lines=passage.lines,
        citations=dict(source.citation(passage)),
        supports=supports,
        path=passage.path,
        highlights=citation.highlights,
        original=_original(citation),
        table=passage.table,
        grid=_grid(passage, table) if table else (),
        place=table.title if table else "",
    )


def _original(citation: Citation) -> str:
    other = citation.counterpart
    is_translation = citation.passage.status is not Status.OFFICIAL
    return other.text if other is not None and is_translation and other.status is Status.OFFICIAL else ""


def _table(passage: Passage, source: Source) -> Table | None:
    if passage.table is None:
        return None
    try:
        return source.table(passage.table, passage.language)
    except TableUnknown:
        # A caption in the text may number a table that the annex lacks.
        return None


def _grid(passage: Passage, table: Table) -> Grid:
    """The header and the row of a passage that is a table's row, or all rows of a whole table."""
    rows = table.rows if passage.row is None else table.rows[passage.row - 1 : passage.row]
    lines = ((_label(row.group, row.label), *row.values) for row in rows)
    return ((table.label_header or "", *table.columns), *lines)


def _label(group: str | None, label: str) -> str:
    return f"{group}: {label}" if group else label
