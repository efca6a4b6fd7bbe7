"""The watch over pages sees what it watches for, and so does the look for barriers."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from fastapi.responses import HTMLResponse
from playwright.sync_api import Browser

from tests.api.loopback import served
from tests.web.accessibility import barriers
from tests.web.browsing import MISSING, ChromiumMissing, Reader, launched

FINE = '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" alt="A"></p>'
FAULTY = {
    "another-host": '<img src="http://127.0.0.2:9/a.png" alt="A">',
    "error": '<script>console.error("A")</script>',
    "failure": "<script>absent()</script>",
    "missing": '<img src="/a/b/c" alt="A">',
    "policy": '<meta http-equiv="Content-Security-Policy" content="style-src data:"><p style="top: 0">A</p>',
}
PAGES = FAULTY | {"fine": FINE, "unnamed": FINE + "<button></button>"}
PAGE = (
    '<!doctype html><html lang="kk"><title>A</title><link rel="icon" href="data:,"><main><h1>A</h1>%s</main>'
)


@pytest.fixture
def reader(browser: Browser) -> Iterator[Reader]:
    app = FastAPI()
    app.get("/{name}")(lambda name: HTMLResponse(PAGE % PAGES[name]))
    with served(app) as client:
        reader = Reader(browser, str(client.base_url))
        yield reader
        reader.leave()


@pytest.mark.parametrize("name", FAULTY)
def test_a_fault_of_a_page_is_seen(reader: Reader, name: str) -> None:
    reader(f"/{name}")
    reader.leave()
    assert reader.watch.faults


def test_a_page_without_fault_has_none(reader: Reader) -> None:
    reader("/fine")
    reader.leave()
    assert not reader.watch.faults


def test_an_element_that_keeps_readers_out_is_named(reader: Reader) -> None:
    assert not barriers(reader("/fine"))
    assert [each.split(":")[0] for each in barriers(reader("/unnamed"))] == ["button-name"]


def test_without_a_browser_it_is_said_what_to_install(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "no-such-browser")
    with pytest.raises(ChromiumMissing, match="apt-get install chromium"):
        launched(browser.browser_type)
    assert "CHROMIUM" in MISSING
