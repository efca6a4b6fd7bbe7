"""Routes for whoever watches the process."""

from fastapi import APIRouter, Request, Response

from qa_service import __version__
from qa_service.api.media_types import JSON
from qa_service.hosting.host import Host
from qa_service.replies.schemas import Health

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=Health)
async def alive() -> Response:
    """The process runs."""
    return Response(Health(status="alive", version=__version__).to_json(), media_type=JSON)


@router.get("/readyz", response_model=Health)
async def ready(request: Request) -> Response:
    """An index and a model are loaded; a problem with status 503 until then."""
    host: Host = request.app.state.host
    health = Health(status="ready", version=__version__, generation=host.service.generation)
    return Response(health.to_json(), media_type=JSON)
