"""Routes that give the annex tables out: as JSON, CSV or a workbook."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Path, Query, Response

from qa_service.api.desk import AtDesk
from qa_service.document.records import Table
from qa_service.language.phrases import phrase
from qa_service.replies import calls
from qa_service.replies.schemas import Cited, TableReply, TablesReply
from qa_service.tables.export import to_csv, to_xlsx

router = APIRouter(prefix="/v1", tags=["tables"])
CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
OFFICIAL = "kk"
FILES = {"csv": CSV, "xlsx": XLSX}
ALSO_FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The table in the format asked for.", "content": {"text/csv": {}, XLSX: {}}}
}


class Format(StrEnum):
    """In what form a table is given."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"


Edition = Annotated[
    str | None,
    Query(pattern="^[a-z]{2}$", description="Language of the edition; the official one if left out."),
]


@router.get("/tables", response_model=TablesReply)
async def tables(desk: AtDesk, language: Edition = None) -> Response:
    """Every annex table, without its cells."""
    return await desk.reply(lambda service: calls.tables(service, language))


@router.get("/tables/{number}", response_model=TableReply, responses=ALSO_FILES)
async def table(
    number: Annotated[int, Path()],
    desk: AtDesk,
    form: Annotated[Format, Query(alias="format")] = Format.JSON,
    language: Edition = None,
    cited: Annotated[Cited, Query(alias="form")] = "footnote",
) -> Response:
    """One table, cell by cell."""
    if form is Format.JSON:
        return await desk.reply(lambda service: calls.table(service, number, language, cited))
    content = await desk.run(lambda service: _file(service.table(number, language), form, language))
    name = f'attachment; filename="table-{number}.{form}"'
    return Response(content, media_type=FILES[form], headers={"Content-Disposition": name})


def _file(table: Table, form: Format, language: str | None) -> bytes:
    if form is Format.CSV:
        return to_csv(table)
    return to_xlsx(table, phrase("table.uncertain", language or OFFICIAL))
