"""A figure in its table, the drawings beside it, and the tables by themselves."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Download, Page, Route, expect

from tests.web.browsing import Reader

HOUSING = "/#/ask?q=Сколько детей-сирот получили жильё в 2019 году?"
INFANTS = "/#/table/6?language=ru&cell=P2100000942.kk.t6.r9.c4"
IN_SIGHT = """cell => {
    const [inner, outer] = [cell, cell.closest(".grid-frame")].map(one => one.getBoundingClientRect());
    return inner.top >= outer.top && inner.bottom <= outer.bottom && inner.right <= outer.right;
}"""
BARS = "() => [...document.querySelectorAll('.chart-bar')].map(bar => bar.getBoundingClientRect().width)"


def drawing(page: Page) -> str:
    return page.locator(".chart desc").inner_html()


def test_a_figure_stands_in_its_table_with_its_cell_marked_and_in_sight(visit: Reader) -> None:
    page = visit(HOUSING, language="ru")
    expect(page.locator(".big")).to_have_text("1462")
    marked = page.locator("td.marked")
    expect(marked).to_have_text("1462")
    assert marked.evaluate(IN_SIGHT)
    row = page.get_by_role("row").filter(has=marked)
    expect(row.get_by_role("rowheader")).to_have_text("Всего")
    expect(page.get_by_role("columnheader", name="2019 г.")).to_have_attribute("scope", "col")
    expect(page.locator(".below")).to_contain_text("Источник: данные МИИР РК")


@pytest.mark.parametrize(
    ("doubts", "classes"), [([], "big"), (["unsettled"], "big uncertain"), (["other-cell"], "big")]
)
def test_only_a_value_that_the_source_does_not_settle_is_marked_so(
    visit: Reader, doubts: list[str], classes: str
) -> None:
    def doubted(route: Route) -> None:
        reply = route.fetch()
        body = reply.json()
        body["figure"] |= {"doubts": doubts, "uncertain": bool(doubts)}
        route.fulfill(response=reply, json=body)

    page = visit(language="ru")
    page.route("**/v1/ask", doubted)
    page.goto(page.url.rstrip("/") + HOUSING[1:])
    expect(page.locator(".big")).to_have_class(classes)


def test_a_row_is_drawn_over_the_years_and_a_column_over_the_regions(visit: Reader) -> None:
    page = visit(HOUSING, language="ru")
    expect(page.get_by_role("img")).to_have_count(1)
    assert drawing(page) == "2017: 1155; 2018: 1074; 2019: 1462; 2020: 870."
    expect(page.locator(".chart-dot")).to_have_count(4)
    page.get_by_role("button", name="По строкам").click()
    expect(page.locator(".chart-bar")).to_have_count(17)
    expect(page.locator(".drawing")).to_contain_text("Всего: 1462")
    assert "Карагандинская область: 124;" in drawing(page)


def test_a_comparison_is_drawn_over_the_regions_at_once(visit: Reader) -> None:
    page = visit("/#/ask?q=Где самая высокая младенческая смертность в 2019 году?", language="ru")
    expect(page.locator(".chart-bar.chosen")).to_have_count(1)
    expect(page.locator(".chart-bar.total")).to_have_count(1)  # A rate: the country's is no sum.
    expect(page.locator("td.marked")).to_have_count(17)
    widths = page.evaluate(BARS)
    assert max(widths) == widths[4]  # Атырауская область, 11,13


def test_what_is_missing_is_neither_zero_nor_joined_by_the_line(visit: Reader) -> None:
    page = visit("/#/table/6?language=ru&cell=P2100000942.kk.t6.r18.c2", language="ru")
    expect(page.locator(".chart-dot")).to_have_count(4)
    assert drawing(page).startswith("2016: нет значения; 2017: 8,37;")
    path = page.locator(".chart-line").get_attribute("d") or ""
    assert (path.count("M"), path.count("L")) == (1, 3)


def test_another_cell_is_drawn_when_it_is_chosen(visit: Reader) -> None:
    page = visit(INFANTS, language="ru")
    expect(page.locator(".chart-name")).to_contain_text("Карагандинская область")
    page.get_by_role("cell", name="11,13").click()
    expect(page.locator(".chart-name")).to_contain_text("Атырауская область")
    page.get_by_label("Строка").select_option(label="г. Алматы")
    expect(page.locator(".chart-name")).to_contain_text("г. Алматы")
    expect(page.get_by_label("Строка")).to_be_focused()


def test_groups_notes_and_uncertain_cells_are_told(visit: Reader) -> None:
    page = visit("/#/table/1", language="kk")
    expect(page.get_by_role("rowheader", name="Барлығы", exact=True)).to_have_attribute("scope", "rowgroup")
    expect(page.locator("tbody th.deep-2")).to_have_count(2)
    page.goto(page.url.partition("#")[0] + "#/table/8")
    expect(page.locator("td sup").first).to_have_text(re.compile(r"^\d\)$"))
    expect(page.locator(".below p").first).to_have_text(re.compile(r"^1\)"))
    page.goto(page.url.partition("#")[0] + "#/table/28")
    expect(page.locator("td.uncertain")).to_have_count(8)
    expect(page.locator("td.uncertain").first).to_contain_text("мәні анықталмаған")


def test_headings_over_several_columns_stand_once(visit: Reader) -> None:
    page = visit("/#/table/28?language=ru", language="ru")
    above = page.locator("thead tr").first.get_by_role("columnheader")
    expect(above).to_have_text(["2016 г.", "2017 г.", "2018 г.", "2019 г."])
    expect(above.first).to_have_attribute("colspan", "3")
    expect(above.first).to_have_attribute("scope", "colgroup")


def test_the_tables_are_browsed_and_read_in_either_edition(visit: Reader) -> None:
    page = visit(language="kk")
    page.get_by_role("link", name="Кестелер").click()
    links = page.locator(".table-list a")
    expect(links).to_have_count(41)
    links.nth(5).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("6-кесте. 1000 тірі туылғандарға шаққанда")
    page.get_by_role("link", name="Орыс тіліндегі жұмыс аудармасы").click()
    expect(page.get_by_role("rowheader", name="Карагандинская область")).to_be_visible()
    expect(page.locator("table")).to_have_attribute("lang", "ru")


def test_every_table_opens_whole(visit: Reader) -> None:
    page = visit("/#/tables", language="kk")
    for number in range(1, 42):
        page.goto(f"{page.url.partition('#')[0]}#/table/{number}?language={'kk' if number % 2 else 'ru'}")
        expect(page.get_by_role("heading", level=1)).to_contain_text(f"{number}-кесте.")
        assert (
            page.evaluate(
                """() => new Set([...document.querySelectorAll(".grid tbody tr:not(:has(.group))")]
                .map(row => row.children.length)).size"""
            )
            == 1
        )
        if drawn := page.locator(".chart-line, .chart-bar").count():
            assert drawn and "NaN" not in page.locator(".chart").inner_html()


def test_a_table_is_saved_as_a_file(visit: Reader) -> None:
    page = visit(INFANTS, language="ru")
    for name, starts in (("CSV", b"\xef\xbb\xbf"), ("XLSX", b"PK"), ("PNG", b"\x89PNG")):
        with page.expect_download() as saved:
            page.locator(".files").get_by_role("link", name=name).click()
        assert content(saved.value).startswith(starts)
        assert saved.value.suggested_filename == f"table-6.{name.lower()}"


def test_a_drawing_is_saved_with_its_title_and_source(visit: Reader) -> None:
    page = visit(INFANTS, language="ru")
    with page.expect_download() as saved:
        page.get_by_role("button", name="SVG").click()
    told = " ".join(ElementTree.fromstring(content(saved.value)).itertext())
    assert "Младенческая смертность" in told and "Источник: БНС АСПР РК" in told and "9,58" in told
    assert "(на 1000 живорожденных)" in told and "Шкала начинается не с нуля." in told
    with page.expect_download() as saved:
        page.get_by_role("button", name="PNG").click()
    assert content(saved.value).startswith(b"\x89PNG")


def test_a_drawing_keeps_the_size_of_its_letters_on_a_narrow_screen(visit: Reader) -> None:
    page = visit(INFANTS, language="ru", width=360)
    chart = page.locator(".chart")
    expect(chart).to_be_visible()
    box = chart.bounding_box()
    assert box is not None and box["width"] <= 328
    assert float(chart.get_attribute("width") or 0) == pytest.approx(box["width"], abs=1)


def content(download: Download) -> bytes:
    return Path(download.path()).read_bytes()
