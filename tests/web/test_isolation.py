"""Pages ask no other host and keep to a strict content policy; `visit` watches both."""

from tests.web.browsing import Reader

PLACE = "/p/P2100000942.kk.333"


def test_the_page_of_a_place_asks_nobody(visit: Reader) -> None:
    asked: list[str] = []
    page = visit(PLACE)
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    assert asked == [page.url]
