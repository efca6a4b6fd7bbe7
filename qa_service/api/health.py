"""Routes for whoever watches the process."""

from fastapi import APIRouter, Request, Response

from qa_service import __version__
from qa_service.api.schemas import Health
from qa_service.api.supplier import Supplier

router = APIRouter(tags=["health"])


@router.get("/healthz", response_model=Health)
async def alive() -> Response:
    """The process runs."""
    return Response(Health(status="alive", version=__version__).to_json(), media_type="application/json")


@router.get("/readyz", response_model=Health)
async def ready(request: Request) -> Response:
    """An index and a model are loaded; a problem with status 503 until then."""
    supplier: Supplier = request.app.state.supplier
    health = Health(status="ready", version=__version__, generation=supplier.service.generation)
    return Response(health.to_json(), media_type="application/json")
