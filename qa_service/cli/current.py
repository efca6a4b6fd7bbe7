"""The service for a command that asks and ends."""

from qa_service.assembly import open_service
from qa_service.service import Service
from qa_service.settings import read_settings


def current_service() -> Service:
    """The service over the current snapshot, as the settings say. Raises as `open_service`."""
    return open_service(read_settings())
