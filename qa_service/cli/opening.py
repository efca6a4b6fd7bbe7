"""The service opened for a process that stays: built first where there is no index."""

import logging

from qa_service.assembly import open_service
from qa_service.cli.building import build_apart
from qa_service.errors import IndexMissing
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.index.snapshot import POINTER, current_generation
from qa_service.service import Service
from qa_service.settings import Settings

logger = logging.getLogger(__name__)


def open_host(settings: Settings) -> Host:
    """A host with the current snapshot open and warm. Raises as `open_service`, and typer.Exit where a
    missing index cannot be built."""
    try:
        current_generation(settings.index)
    except IndexMissing:
        logger.info(build_apart(settings))
    supplier = Supplier(lambda: open_warm(settings), settings.index / POINTER, settings.reload_seconds)
    supplier.open()
    waiting = Workers(settings.llm_threads, longest_queue=0)
    return Host(supplier, Workers(settings.threads), waiting)


def open_warm(settings: Settings) -> Service:
    """The service over the current snapshot, with all made that requests need. Raises as `open_service`."""
    service = open_service(settings)
    service.warm_up()
    return service
