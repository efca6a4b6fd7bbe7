"""Routes of the drafter's desk: lists of issues become sheets that are worked on aside."""

from collections.abc import Callable
from enum import StrEnum
from typing import Annotated, Any, TypeVar

from fastapi import APIRouter, Depends, Path, Query, Request, Response

from qa_service.api.answers import json_only
from qa_service.api.media_types import DOCX, JSON, MARKDOWN, XLSX, in_utf8
from qa_service.api.uploads import Upload, Uploaded, sent_as
from qa_service.replies.schemas import SheetEdits, SheetReply, SheetText
from qa_service.replies.sheets import edit_of, sheet_reply
from qa_service.sheets.office import Office, issues_of_text_file, issues_of_word_file
from qa_service.sheets.printing import PRINTERS
from qa_service.sheets.records import Issue

router = APIRouter(prefix="/v1", tags=["sheets"])
PATH = "/v1/sheets"
MEDIA_TYPES = {"docx": DOCX, "xlsx": XLSX, "md": in_utf8(MARKDOWN)}
Result = TypeVar("Result")


class Format(StrEnum):
    """In what form a sheet is given."""

    JSON = "json"
    DOCX = "docx"
    XLSX = "xlsx"
    MD = "md"


class Counter:
    """One request's way to the office, which works in a thread."""

    def __init__(self, request: Request) -> None:
        self._state = request.app.state

    async def run(self, work: Callable[[Office], Result]) -> Result:
        """The result of `work`. Raises what the office raises."""
        office: Office = self._state.office
        result: Result = await self._state.host.aside(lambda: work(office))
        return result

    async def reply(self, work: Callable[[Office], SheetReply]) -> Response:
        """The JSON of what `work` makes."""
        return Response(await self.run(lambda office: work(office).to_json()), media_type=JSON)


async def _counter(request: Request) -> Counter:
    return Counter(request)


AtCounter = Annotated[Counter, Depends(_counter)]
Identifier = Annotated[str, Path(description="The id that the sheet was given.")]
Words = Annotated[int | None, Query(ge=1, description="Words that the replies may have together.")]
ALSO_FILES: dict[int | str, dict[str, Any]] = {
    200: {"description": "The sheet in the format asked for.", "content": {DOCX: {}, XLSX: {}}}
}


@router.post("/sheets", response_model=SheetReply, status_code=202, openapi_extra=sent_as(SheetText))
async def make(sent: Uploaded, counter: AtCounter) -> Response:
    """A sheet for a list of issues, sent as text, JSON or DOCX; the work on it begins when it is its turn."""
    reply = await counter.run(lambda office: sheet_reply(office.make(_issues(sent)), office.most_words))
    location = {"Location": f"{PATH}/{reply.id}"}
    return Response(reply.to_json(), 202, location, media_type=JSON)


@router.get("/sheets/{identifier}", response_model=SheetReply, responses=ALSO_FILES)
async def sheet(
    identifier: Identifier,
    counter: AtCounter,
    form: Annotated[Format, Query(alias="format")] = Format.JSON,
    words: Words = None,
) -> Response:
    """A sheet as it is now, with the progress of the work, or as a file."""
    if form is Format.JSON:
        return await counter.reply(
            lambda office: sheet_reply(office.sheet(identifier), words or office.most_words)
        )
    content = await counter.run(
        lambda office: PRINTERS[form](office.sheet(identifier), words or office.most_words)
    )
    name = f'attachment; filename="sheet.{form}"'
    return Response(content, media_type=MEDIA_TYPES[form], headers={"Content-Disposition": name})


@router.patch("/sheets/{identifier}", response_model=SheetReply, dependencies=[Depends(json_only)])
async def edit(
    identifier: Identifier, changes: SheetEdits, counter: AtCounter, words: Words = None
) -> Response:
    """Pins, drops and orders evidence, and keeps replies; all changes or none."""
    edits = [edit_of(each) for each in changes.edits]
    return await counter.reply(
        lambda office: sheet_reply(office.edit(identifier, edits), words or office.most_words)
    )


@router.delete(
    "/sheets/{identifier}", response_model=SheetReply, responses={204: {"description": "It is removed."}}
)
async def end(identifier: Identifier, counter: AtCounter) -> Response:
    """Cancels a sheet that is not done and keeps what was found; removes any other."""
    cancelled = await counter.run(lambda office: office.cancel(identifier))
    if cancelled is None:
        return Response(status_code=204)
    return await counter.reply(lambda office: sheet_reply(cancelled, office.most_words))


def _issues(sent: Upload) -> tuple[Issue, ...]:
    return (issues_of_word_file if sent.media_type == DOCX else issues_of_text_file)(sent.content())
