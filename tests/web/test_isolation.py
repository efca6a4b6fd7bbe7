"""Pages ask no other host, run no script but their own, and show markup as text.

`visit` fails every test of this folder whose page asks another host or breaks its policy; these tests go
where that would be likeliest.
"""

import pytest
from playwright.sync_api import Dialog, Error, Page, expect

from tests.web.browsing import Reader, origin

PLACE = "/p/P2100000942.kk.333"
ROOMS = ("#/ask?q=бала құқықтары", "#/search?q=бала", "#/cite?q=ст. 24", "#/table/6", "#/tables", "#/read")
MARKUP = '<img src=x onerror="alert(1)"><script>alert(2)</script><b id="let-in">бала</b>'
BREACHES = (
    "document.body.innerHTML = '<b>a</b>'",
    "document.body.setAttribute('onclick', 'alert(1)')",
    "document.createElement('script').textContent = 'alert(1)'",
    "document.createElement('script').src = 'http://127.0.0.2:9/'",
    "await fetch('http://127.0.0.2:9/')",
)


def asked(page: Page) -> list[str]:
    """The addresses that the page asks from now on."""
    addresses: list[str] = []
    page.on("request", lambda request: addresses.append(request.url))
    return addresses


def test_the_page_of_a_place_asks_for_nothing_but_itself(visit: Reader) -> None:
    page = visit(PLACE)
    addresses = asked(page)
    page.reload()
    assert addresses == [page.url]


def test_no_room_asks_another_host(visit: Reader, site: str) -> None:
    page = visit("/")
    addresses = asked(page)
    for room in ROOMS:
        page.goto(f"{site}/{room}")
        expect(page.locator("#view h1")).to_be_visible()
    page.reload(wait_until="networkidle")
    assert len(addresses) > len(ROOMS)
    assert {origin(address) for address in addresses} == {site}


@pytest.mark.parametrize("room", ["ask", "search", "cite", "read"])
def test_markup_in_an_address_stays_text(visit: Reader, site: str, room: str) -> None:
    page = visit("/")
    dialogs: list[Dialog] = []
    page.on("dialog", lambda dialog: dialogs.append(dialog))
    page.goto(f"{site}/#/{room}?q={MARKUP}")
    expect(page.locator("#view h1")).to_be_visible()
    page.wait_for_load_state("networkidle")
    assert not dialogs
    assert not page.locator("#let-in").count()
    assert not page.locator("img[src='x']").count()


def test_markup_in_an_id_stays_text(visit: Reader) -> None:
    visit.watch.forgiven.append("404")
    page = visit(f"/#/read/{MARKUP}")
    expect(page.get_by_role("alert")).to_contain_text("<img src=x onerror=")
    assert not page.locator("#let-in").count()


def test_the_policy_stops_what_a_fault_would_let_in(visit: Reader) -> None:
    visit.watch.forgiven += ["Trusted", "Content Security Policy", "127.0.0.2"]
    page = visit("/")
    for breach in BREACHES:
        with pytest.raises(Error, match=r"Trusted|Failed to fetch"):
            page.evaluate(f"async () => {{ {breach} }}")
