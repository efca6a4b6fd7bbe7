"""The permanent address of a passage, for people."""

from fastapi import APIRouter, Request
from fastapi.responses import HTMLResponse

from qa_service.api.desk import AtDesk
from qa_service.api.documents import Identifier
from qa_service.api.place_page import HEADERS, place_page
from qa_service.api.preference import preferred

router = APIRouter(tags=["documents"])


@router.get("/p/{identifier}", response_class=HTMLResponse)
async def place(request: Request, identifier: Identifier, desk: AtDesk) -> HTMLResponse:
    """A page that shows a passage in its place, in the language that Accept-Language asks for."""
    language = preferred(request.headers.get("accept-language", ""))
    page = await desk.run(lambda service: place_page(service, identifier, language))
    return HTMLResponse(page, headers={**HEADERS, "Content-Language": language})
