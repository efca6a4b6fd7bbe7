from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from mcp.server.lowlevel import Server

from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.mcp.server import make_server
from qa_service.mcp.shown import Shown
from tests.api.fakes import FakeService, fake_app
from tests.api.loopback import served


@pytest.fixture
def server(tmp_path: Path) -> Server[Any]:
    """The server over a fake service, spoken to in English where nothing tells the language."""
    supplier = Supplier(FakeService, tmp_path / "CURRENT", seconds=2)
    supplier.open()
    return make_server(Host(supplier, Workers(2)), lambda _: Shown("en", "https://qa.example.kz"))


@pytest.fixture
def address(tmp_path: Path) -> Iterator[str]:
    """Where the whole application serves the tools over a fake service."""
    with served(fake_app(tmp_path)) as client:
        yield str(client.base_url)
