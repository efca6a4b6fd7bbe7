"""The annex tables."""

from pydantic import Field

from qa_service.replies.schemas.base import Lines, Reply


class Mark(Reply):
    """A footnote mark printed at a value (its index) or at the label (-1)."""

    value: int
    note: int


class Row(Reply):
    """One row; `values` are as printed, in the order of the columns, "" where the cell is blank."""

    label: str
    group: str | None
    values: list[str]
    lines: Lines
    uncertain: list[int] = Field(description="Indexes of values that the damaged text does not settle.")
    marks: list[Mark]
    passage: str | None = Field(
        description="The id of the row; with .c4 behind it, that of its fourth value."
    )


class TableSummary(Reply):
    """A table without its cells."""

    number: int
    title: str
    unit: str | None
    chapter: str | None
    columns: list[str]
    lines: Lines


class TablesReply(Reply):
    """Every annex table."""

    tables: list[TableSummary]


class TableReply(TableSummary):
    """A table, cell by cell."""

    label_header: str | None
    rows: list[Row]
    source: str | None
    notes: list[str]
    passage: str | None = Field(description="The id of the table.")
    citation: dict[str, str] = Field(description="The citation by language.")
