"""Real pages in a real browser, over the real report or a stand-in of two passages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from qa_service.api.app import create_app
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.index.snapshot import POINTER
from qa_service.service import Service
from qa_service.settings import Settings
from tests.api.fakes import fake_app
from tests.api.loopback import served
from tests.web.accessibility import barriers
from tests.web.browsing import PATIENCE_MS, ChromiumMissing, Reader, launched

expect.set_options(timeout=PATIENCE_MS)


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """One for this folder and no longer: its event loop would be in the way of tests that run their own."""
    with sync_playwright() as playwright:
        try:
            opened = launched(playwright.chromium)
        except ChromiumMissing as missing:
            pytest.fail(str(missing), pytrace=False)
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def site(settings: Settings, service: Service, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a server of the real report; what readers make there is kept for one run."""
    own = settings.model_copy(update={"data": tmp_path_factory.mktemp("data")})
    supplier = Supplier(lambda: service, own.index / POINTER, own.reload_seconds)
    supplier.open()
    with served(create_app(Host(supplier, Workers(own.threads)), own)) as client:
        yield str(client.base_url).rstrip("/")


@pytest.fixture
def small_site(tmp_path: Path) -> Iterator[str]:
    """The address of a server of two passages and a table, which knows no other."""
    with served(fake_app(tmp_path)) as client:
        yield str(client.base_url).rstrip("/")


@pytest.fixture
def visit(browser: Browser, site: str) -> Iterator[Reader]:
    """Opens pages of `site`. The test fails when one asks another host, logs an error or a warning,
    breaks its content policy or fails in a script; `visit.watch` says what is allowed."""
    yield from _watched(Reader(browser, site))


@pytest.fixture
def visit_small(browser: Browser, small_site: str) -> Iterator[Reader]:
    """`visit` of `small_site`."""
    yield from _watched(Reader(browser, small_site))


def _watched(reader: Reader) -> Iterator[Reader]:
    yield reader
    reader.leave()
    assert not reader.watch.faults, "\n".join(reader.watch.faults)


@pytest.fixture
def open_to_all() -> Callable[[Page], None]:
    """Fails the test where axe-core finds that a page keeps some readers out."""

    def check(page: Page) -> None:
        found = barriers(page)
        assert not found, "\n".join(found)

    return check
