"""The reading view over the real report."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.web.browsing import Reader

REPORT = "P2100000942"
MONITORING = f"/#/read/{REPORT}.kk.303"
ALIGNED = """() => [...document.querySelectorAll(".text .beside:not(.heads)")].map(row =>
    [...row.querySelectorAll(":scope > .cell > .read-passage")].map(one =>
        [one.dataset.id, Math.round(one.getBoundingClientRect().top)]))"""
WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"


def passage(page: Page, number: str, language: str = "kk") -> Locator:
    return page.locator(f'[data-id="{REPORT}.{language}.{number}"]')


def outline(page: Page) -> Locator:
    return page.locator("nav.side")


@pytest.mark.parametrize(
    ("language", "chapter", "section"),
    [
        ("kk", "III. ЖАЛПЫ ҚАҒИДАТТАР", "Кемсітпеушілік (2-бап)"),
        ("ru", "III. ОБЩИЕ ПРИНЦИПЫ", "Недискриминация (статья 2)"),
    ],
    ids=["kk", "ru"],
)
def test_a_section_is_read_from_the_outline(visit: Reader, language: str, chapter: str, section: str) -> None:
    page = visit("/#/read", language=language)
    outline(page).get_by_role("button", name=chapter).click()
    outline(page).get_by_role("link", name=section).click()
    shown = page.locator(".read-passage").filter(has=page.get_by_role("heading", name=section))
    expect(shown).to_be_in_viewport()
    expect(shown).to_have_attribute("lang", language)
    expect(outline(page).locator("[aria-current]")).to_have_text(section)
    assert section in page.title()


def test_both_editions_stand_beside_each_other_passage_by_passage(visit: Reader) -> None:
    page = visit(MONITORING)
    expect(passage(page, "303", "ru")).to_be_visible()
    rows = page.evaluate(ALIGNED)
    assert len(rows) > 10
    for (official, top), (translation, other_top) in rows:
        assert official.replace(".kk.", ".ru.") == translation
        assert top == other_top


def test_two_passages_that_one_renders_stand_in_one_row(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.1741")
    row = page.locator(".beside").filter(has=passage(page, "1741"))
    expect(row.locator(".read-passage")).to_have_count(3)


def test_each_edition_says_whether_it_is_official(visit: Reader) -> None:
    page = visit(MONITORING, language="ru")
    heads = page.locator(".heads .cell")
    expect(heads.nth(0)).to_contain_text("официальный текст")
    expect(heads.nth(1)).to_contain_text("не официальный")


def test_the_choice_of_the_edition_is_remembered(visit: Reader) -> None:
    page = visit(MONITORING, language="ru")
    page.get_by_role("group", name="Язык текста").get_by_role("button", name="Русский").click()
    expect(passage(page, "303")).to_have_count(0)
    page.reload()
    expect(passage(page, "303", "ru")).to_be_visible()
    expect(passage(page, "303")).to_have_count(0)


def test_an_address_leads_to_its_passage(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.333")
    expect(passage(page, "333")).to_be_focused()
    expect(passage(page, "333")).to_be_in_viewport()
    expect(passage(page, "333")).to_contain_text("БҚУ құрылды")


def test_the_address_of_one_edition_leads_to_the_same_place_in_the_other(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.333", language="ru", width=360)
    expect(passage(page, "333", "ru")).to_be_focused()
    expect(passage(page, "333")).to_have_count(0)


def test_the_address_of_a_row_leads_into_its_table(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.ru.t6.r9", language="ru")
    row = passage(page, "t6.r9", "ru")
    expect(row).to_be_focused()
    expect(row).to_be_in_viewport()
    expect(row).to_contain_text("9,58")
    page.get_by_role("link", name="Таблица 6").last.click()
    expect(page).to_have_url(re.compile(r"#/table/6\?language=ru$"))


def test_an_address_that_nothing_has_is_told(visit: Reader) -> None:
    visit.watch.forgiven.append("404")
    page = visit(f"/#/read/{REPORT}.kk.1")
    expect(page.get_by_role("alert")).to_contain_text(f"{REPORT}.kk.1")


def test_words_are_marked_while_reading_and_hits_counted_in_the_outline(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.303?q=бала құқықтары жөніндегі уәкіл")
    marked = page.locator(".text mark")
    expect(marked.first).to_be_visible()
    assert any("уәкіл" in text.casefold() for text in marked.all_inner_texts())
    expect(page.locator("#aloud")).to_contain_text("Табылған үзінді саны")
    expect(outline(page).locator("[aria-current] .count")).to_be_visible()


def test_keys_lead_from_hit_to_hit_also_into_another_section(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.59?q=статья 24 Конвенции", language="ru")
    told, place = page.locator(".steps .told"), page.locator("[data-place]")
    expect(told).to_contain_text("Найдено фрагментов")
    page.keyboard.press("Alt+ArrowDown")
    expect(place).not_to_have_attribute("data-id", f"{REPORT}.kk.59")
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    expect(told).to_contain_text("Фрагмент 1 из")
    first = place.get_attribute("data-id") or ""
    page.get_by_role("button", name="Следующий найденный фрагмент").click()
    expect(place).not_to_have_attribute("data-id", first)
    expect(place).to_be_focused()
    expect(told).to_contain_text("Фрагмент 2 из")
    page.keyboard.press("Alt+ArrowUp")
    expect(place).to_have_attribute("data-id", first)


def test_a_reference_marks_where_it_is_named(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.460?q=ст. 1 Конвенции", language="ru")
    marked = page.locator(".text mark")
    expect(marked.first).to_be_visible()
    assert all(re.search("1", text) for text in marked.all_inner_texts())


def test_words_are_looked_for_from_the_view_itself(visit: Reader) -> None:
    page = visit(MONITORING, language="ru")
    page.get_by_role("searchbox").fill("уполномоченный")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile(r"kk\.303\?q="))
    expect(page.locator(".text mark").first).to_be_visible()
    page.get_by_role("link", name="Убрать отметки").click()
    expect(page.locator(".text mark")).to_have_count(0)


def test_a_chapter_is_read_through_and_the_address_follows(visit: Reader) -> None:
    page = visit(MONITORING)
    passage(page, "303").wait_for()
    page.locator(".onward").scroll_into_view_if_needed()
    passage(page, "350").wait_for()
    passage(page, "352").scroll_into_view_if_needed()
    page.mouse.wheel(0, 600)
    expect(page).to_have_url(re.compile(r"kk\.(350|386)$"))
    expect(outline(page).locator("[aria-current]")).not_to_have_text("Тәуелсіз мониторинг")


def test_the_next_chapter_and_the_previous_section_are_one_link_away(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.460")
    passage(page, "463").wait_for()
    page.locator(".onward").get_by_role("link", name="ЖАЛПЫ ҚАҒИДАТТАР").click()
    expect(passage(page, "466")).to_be_focused()
    page.locator(".onward a.prev").click()
    expect(passage(page, "460")).to_be_focused()


@pytest.mark.parametrize(
    ("part", "link", "passage_id"),
    [
        ("Статьи", "Недискриминация (статья 2)", "468"),
        ("Замечания", "Независимый мониторинг", "303"),
        ("Таблицы", "Младенческая смертность", "t6"),
    ],
    ids=["articles", "observations", "tables"],
)
def test_articles_observations_and_tables_lead_into_the_text(
    visit: Reader, part: str, link: str, passage_id: str
) -> None:
    page = visit("/#/read", language="ru")
    page.get_by_role("tab", name=part).click()
    outline(page).get_by_role("link", name=link).first.click()
    place = page.locator("[data-place]")
    expect(place).to_have_attribute("data-id", re.compile(rf"\.{passage_id}$"))
    expect(place).to_be_in_viewport()
    expect(place).to_be_focused()


def test_a_passage_has_its_permanent_address_and_citation_at_hand(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.333", language="ru")
    shown = passage(page, "333")
    shown.get_by_role("button", name="333–334").click()
    expect(shown.get_by_role("link", name="Постоянный адрес")).to_have_attribute(
        "href", re.compile(rf"/p/{REPORT}\.kk\.333$")
    )
    shown.get_by_role("button", name="Копировать адрес").click()
    expect(page.locator("#aloud")).to_have_text("Адрес скопирован")
    assert page.evaluate("navigator.clipboard.readText()").endswith(f"/p/{REPORT}.kk.333")
    shown.locator(".citation button").click()
    expect(shown.locator(".citation button")).to_have_text("Ссылка скопирована")
    assert "333" in page.evaluate("navigator.clipboard.readText()")


def test_repairs_of_the_text_are_shown_on_demand(visit: Reader) -> None:
    page = visit("/#/read", language="ru")
    shown = passage(page, "26")
    expect(shown.locator("del")).to_have_count(0)
    shown.get_by_role("button", name="1 исправление").click()
    expect(shown.locator("del")).to_contain_text("Мерзімді баяндамалардың")
    expect(shown.locator("ins")).to_contain_text("бабын орындау үшін")
    shown.get_by_role("button", name="1 исправление").click()
    expect(shown.locator("del")).to_have_count(0)


def test_on_a_narrow_screen_the_outline_is_a_drawer_above_one_edition(visit: Reader) -> None:
    page = visit(MONITORING, width=360, height=740)
    passage(page, "303").wait_for()
    expect(passage(page, "303", "ru")).to_have_count(0)
    expect(page.get_by_role("tablist")).to_be_hidden()
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)
    outline(page).locator("summary").click()
    outline(page).get_by_role("link", name="Деректер жинау").click()
    expect(passage(page, "258")).to_be_in_viewport()
    expect(page.get_by_role("tablist")).to_be_hidden()


def test_both_editions_fit_a_narrow_screen_one_below_the_other(visit: Reader) -> None:
    page = visit(f"/#/read/{REPORT}.kk.t6", width=360, height=740)
    page.get_by_role("button", name="Қатар").click()
    expect(passage(page, "t6", "ru")).to_be_visible()
    assert not page.evaluate(WIDER_THAN_THE_WINDOW)
    official, translation = (passage(page, "t6", language).bounding_box() for language in ("kk", "ru"))
    assert official and translation
    assert official["y"] + official["height"] <= translation["y"]


def test_keys_alone_are_enough(visit: Reader) -> None:
    page = visit("/#/read", language="ru")
    page.get_by_role("tab", name="Главы").focus()
    page.keyboard.press("ArrowRight")
    expect(page.get_by_role("tab", name="Статьи")).to_be_focused()
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(outline(page).get_by_role("link", name="Начало документа")).to_be_focused()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(outline(page).locator(".fold").first).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(passage(page, "59", "ru").or_(passage(page, "59"))).to_have_count(2)
    page.wait_for_function("document.activeElement.closest('.text') !== null")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator(".tools")).to_have_count(1)


def test_printed_is_the_text_and_nothing_beside_it(visit: Reader) -> None:
    page = visit(MONITORING)
    passage(page, "303").wait_for()
    page.emulate_media(media="print")
    expect(outline(page)).to_be_hidden()
    expect(page.locator(".masthead")).to_be_hidden()
    expect(passage(page, "303")).to_be_visible()


def test_a_section_that_cannot_be_had_is_told_and_can_be_tried_again(visit: Reader) -> None:
    visit.watch.forgiven.append("ERR_")
    page = visit(f"/#/read/{REPORT}.kk.460", language="ru")
    passage(page, "463").wait_for()
    page.route("**/passages?*", lambda route: route.abort())
    page.locator(".onward a.next").click()
    expect(page.get_by_role("alert")).to_contain_text("Нет связи")
    page.unroute("**/passages?*")
    page.get_by_role("button", name="Повторить").click()
    expect(passage(page, "466")).to_be_focused()


def test_the_text_is_read_also_where_the_search_fails(visit: Reader) -> None:
    visit.watch.forgiven.append("ERR_")
    page = visit(MONITORING, language="ru")
    page.route("**/v1/cite?*", lambda route: route.abort())
    page.get_by_role("searchbox").fill("уполномоченный")
    page.keyboard.press("Enter")
    expect(page.locator(".steps")).to_contain_text("Нет связи")
    expect(passage(page, "303")).to_be_visible()


def test_where_there_are_several_documents_the_reader_chooses(visit: Reader) -> None:
    page = visit("/#/tables", language="ru")

    def with_another(route: Route) -> None:
        told = route.fetch().json()
        other = {**told["documents"][0], "id": "D2", "short_titles": {"ru": "Другой документ"}}
        route.fulfill(json={"documents": [*told["documents"], other]})

    page.route("**/v1/documents", with_another)
    page.route(
        "**/v1/documents/D2/**", lambda route: route.continue_(url=route.request.url.replace("D2", REPORT))
    )
    page.goto(f"{visit.site}/#/read/{REPORT}")
    expect(passage(page, "26")).to_be_visible()
    page.get_by_role("combobox", name="Документ").select_option("Другой документ")
    expect(page).to_have_url(re.compile("#/read/D2$"))
    expect(page.get_by_role("heading", name="Другой документ")).to_be_visible()


def test_what_is_opened_beside_the_text_is_open_to_all_readers(
    visit: Reader, open_to_all: Callable[[Page], None]
) -> None:
    page = visit(f"/#/read/{REPORT}.kk.26", language="ru", theme="dark")
    passage(page, "26").get_by_role("button", name="1 исправление").click()
    page.get_by_role("tab", name="Замечания").click()
    expect(outline(page).get_by_role("link", name="Независимый мониторинг").first).to_be_visible()
    open_to_all(page)
