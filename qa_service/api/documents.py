"""Routes that show the documents themselves: passages, editions, outlines."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Response

from qa_service.api.desk import AtDesk
from qa_service.replies import library
from qa_service.replies.schemas import Cited, DocumentsReply, OutlineReply, PassageReply, PassagesReply

router = APIRouter(prefix="/v1", tags=["documents"])
Identifier = Annotated[str, Path(description="An id as a reply gives it.")]
Place = Annotated[str | None, Query(description="The id of a passage, a row or a cell; else the beginning.")]
Edition = Annotated[
    str | None,
    Query(
        pattern="^[a-z]{2}$",
        description="Language to read in; else that of the passage, or the official one.",
    ),
]
Length = Annotated[int | None, Query(ge=1, le=200, description="Passages from `start` on, 50 if left out.")]
RUN = 50


@router.get("/passages/{identifier}", response_model=PassageReply)
async def passage(identifier: Identifier, desk: AtDesk, form: Cited = "footnote") -> Response:
    """One passage with its neighbours."""
    return await desk.reply(lambda service: library.passage(service, identifier, form))


@router.get("/documents", response_model=DocumentsReply)
async def documents(desk: AtDesk) -> Response:
    """Every document of the corpus with its editions."""
    return await desk.reply(library.documents)


@router.get("/documents/{identifier}/outline", response_model=OutlineReply)
async def outline(identifier: Identifier, desk: AtDesk) -> Response:
    """The tree of chapters and sections of each edition, with passage ids."""
    return await desk.reply(lambda service: library.outline(service, identifier))


@router.get("/documents/{identifier}/passages", response_model=PassagesReply)
async def passages(
    identifier: Identifier,
    desk: AtDesk,
    section: Place = None,
    start: Place = None,
    limit: Length = None,
    language: Edition = None,
    form: Cited = "footnote",
) -> Response:
    """The section that holds a passage, or, with `start` or `limit`, the passages from one on."""
    run = (limit or RUN) if section is None and (start or limit) else None
    return await desk.reply(
        lambda service: library.passages(service, identifier, section or start, language, run, form)
    )
