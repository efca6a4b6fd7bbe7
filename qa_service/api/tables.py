"""Routes that give the annex tables out: as JSON, CSV, a workbook or a picture."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response
from fastapi.exceptions import RequestValidationError

from qa_service.api.desk import AtDesk
from qa_service.api.media_types import CSV, PNG, XLSX, in_utf8
from qa_service.language.phrases import phrase
from qa_service.replies import library
from qa_service.replies.schemas import Cited, TableReply, TablesReply
from qa_service.service import Service
from qa_service.tables.export import to_csv, to_xlsx
from qa_service.tables.picture import to_png

router = APIRouter(prefix="/v1", tags=["tables"])
FILES = {"csv": in_utf8(CSV), "xlsx": XLSX, "png": PNG}
ALSO_FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The table in the format asked for.", "content": {CSV: {}, XLSX: {}, PNG: {}}}
}


class Format(StrEnum):
    """In what form a table is given."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PNG = "png"


Edition = Annotated[
    str | None,
    Query(pattern="^[a-z]{2}$", description="Language of the edition; the official one if left out."),
]
Counted = Annotated[int | None, Query(ge=1, description="Of the cell that a picture marks, from 1.")]


@router.get("/tables", response_model=TablesReply)
async def tables(desk: AtDesk, language: Edition = None) -> Response:
    """Every annex table, without its cells."""
    return await desk.reply(lambda service: library.tables(service, language))


@router.get("/tables/{number}", response_model=TableReply, responses=ALSO_FILES)
async def table(
    number: Annotated[int, Path()],
    desk: AtDesk,
    form: Annotated[Format, Query(alias="format")] = Format.JSON,
    language: Edition = None,
    cited: Annotated[Cited, Query(alias="form")] = "footnote",
    row: Counted = None,
    column: Counted = None,
) -> Response:
    """One table, cell by cell; a picture marks the cell of a row and a column."""
    if form is Format.JSON:
        return await desk.reply(lambda service: library.table(service, number, language, cited))
    cell = _cell(row, column)
    content = await desk.run(lambda service: _file(service, number, language, form, cell))
    shown = "inline" if form is Format.PNG else "attachment"
    name = f'{shown}; filename="table-{number}.{form}"'
    return Response(content, media_type=FILES[form], headers={"Content-Disposition": name})


def _cell(row: int | None, column: int | None) -> tuple[int, int] | None:
    """The cell to mark; half a cell is a request with a field missing."""
    if row is None and column is None:
        return None
    if row is None or column is None:
        lacking = "row" if row is None else "column"
        raise RequestValidationError(
            [{"type": "missing", "loc": ("query", lacking), "msg": "", "input": None}]
        )
    return row, column


def _file(
    service: Service, number: int, language: str | None, form: Format, cell: tuple[int, int] | None
) -> bytes:
    table, doubt = service.library.table(number, language), _doubt(service, number, language)
    match form:
        case Format.CSV:
            return to_csv(table)
        case Format.PNG:
            return to_png(table, cell, doubt)
        case _:
            return to_xlsx(table, doubt)


def _doubt(service: Service, number: int, language: str | None) -> str:
    """What the colour of uncertain cells means, in the language of the table."""
    passage = None if language else service.library.table_passage(number)
    return phrase("table.uncertain", passage.language if passage else language or "")
