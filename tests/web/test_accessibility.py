"""Every view is open to every reader: axe-core finds nothing, in either language and theme, narrow or wide.

Each view is looked at four times, so that every language meets every theme and width, and every theme
every width.
"""

import pytest
from playwright.sync_api import expect

from tests.web.accessibility import barriers
from tests.web.browsing import Reader, Theme

LOOKS: dict[str, list[tuple[Theme, int]]] = {
    "kk": [("light", 1920), ("dark", 360)],
    "ru": [("dark", 1920), ("light", 360)],
}
VIEWS = {
    "start": ("/", "h1"),
    "answer": ("/#/ask?q=Сколько лет действует Уполномоченный по правам ребенка в Казахстане", ".passage"),
    "figure": ("/#/ask?q=Младенческая смертность в Карагандинской области в 2019 году", "table.grid"),
    "refusal": ("/#/ask?q=Сколько стоит билет на поезд до Астаны?", ".passage"),
    "results": ("/#/search?q=балалар үйі", ".hits"),
    "look-up": ("/#/cite?q=№ 501-V", ".passage"),
    "tables": ("/#/tables", "h1"),
    "table": ("/#/table/26?language=ru", "table.grid"),
    "reading": ("/#/read/P2100000942.kk.333?q=уәкіл", ".text mark"),
    "reading a table": ("/#/read/P2100000942.kk.t41", "table.grid"),
    "place": ("/p/P2100000942.kk.333", "h1, main"),
}


@pytest.mark.parametrize("language", LOOKS)
@pytest.mark.parametrize(("address", "shown"), VIEWS.values(), ids=VIEWS)
def test_nobody_is_kept_out(visit: Reader, address: str, shown: str, language: str) -> None:
    page = visit(address, language=language)
    expect(page.locator(shown).first).to_be_visible()
    for theme, width in LOOKS[language]:
        page.emulate_media(color_scheme=theme)
        page.set_viewport_size({"width": width, "height": 900})
        found = barriers(page)
        assert not found, "\n".join([f"{theme}, {width} pixels:", *found])
