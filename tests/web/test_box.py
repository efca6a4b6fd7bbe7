"""The box by keyboard: suggestions, recent questions, and what is said of them."""

import re
from collections.abc import Callable

from playwright.sync_api import Locator, Page, Route, expect

from tests.web.browsing import Reader

HOUSING = "Сколько детей-сирот получили жильё в 2019 году?"


def box(page: Page) -> Locator:
    return page.locator("#question")


def options(page: Page) -> Locator:
    return page.get_by_role("listbox").get_by_role("option")


def test_typing_suggests_and_arrows_take_a_table(visit: Reader) -> None:
    page = visit(language="ru")
    box(page).press_sequentially("младенч", delay=20)
    expect(options(page).first).to_contain_text("Таблица 6")
    expect(box(page)).to_have_attribute("aria-expanded", "true")
    box(page).press("ArrowDown")
    chosen = options(page).first
    expect(chosen).to_have_attribute("aria-selected", "true")
    expect(box(page)).to_have_attribute("aria-activedescendant", chosen.get_attribute("id") or "none")
    expect(box(page)).to_be_focused()
    box(page).press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Таблица 6.")


def test_the_list_is_walked_round_and_closed(visit: Reader) -> None:
    page = visit(language="kk")
    box(page).press_sequentially("бала", delay=20)
    expect(options(page).first).to_be_visible()
    box(page).press("ArrowUp")
    expect(options(page).last).to_have_attribute("aria-selected", "true")
    box(page).press("ArrowDown")
    expect(box(page)).not_to_have_attribute("aria-activedescendant", re.compile("."))
    box(page).press("Escape")
    expect(page.get_by_role("listbox")).to_be_hidden()
    expect(box(page)).to_have_value("бала")
    expect(box(page)).to_have_attribute("aria-expanded", "false")


def test_how_many_suggestions_there_are_is_said(visit: Reader) -> None:
    page = visit(language="kk")
    box(page).press_sequentially("24", delay=20)
    expect(page.get_by_role("status")).to_have_text(re.compile(r"^\d+ ұсыныс$"))


def test_a_reply_that_was_overtaken_is_dropped(visit: Reader) -> None:
    page = visit(language="ru")
    held: list[Route] = []

    def answer(route: Route) -> None:
        if "text=%D0%BC&" in route.request.url:
            held.append(route)
            return
        route.fulfill(json=suggested("later"))
        for early in held:
            early.fulfill(json=suggested("earlier"))

    page.route("**/v1/suggestions?*", answer)
    with page.expect_request("**/v1/suggestions?*"):
        box(page).press_sequentially("м")
    box(page).press_sequentially("ла")
    expect(options(page)).to_have_text([re.compile("later")])
    page.wait_for_timeout(200)
    expect(options(page)).to_have_text([re.compile("later")])


def test_recent_questions_are_offered_and_can_be_forgotten(visit: Reader) -> None:
    page = visit("/#/ask?q=" + HOUSING, language="ru")
    expect(page.locator(".answer")).to_be_visible()
    page.get_by_role("link", name="Вопросы").click()
    box(page).click()
    expect(options(page)).to_have_text([re.compile(HOUSING.replace("?", r"\?"))])
    box(page).press("Escape")
    page.get_by_role("button", name="Забыть эти вопросы").click()
    expect(page.get_by_role("link", name=HOUSING)).to_have_count(1)  # That of the examples.
    page.reload()
    box(page).click()
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_who_left_the_field_is_not_followed_by_a_list(visit: Reader) -> None:
    page = visit("/#/ask?q=" + HOUSING, language="ru")
    expect(page.locator(".answer")).to_be_visible()
    held: list[Route] = []
    page.route("**/v1/suggestions?*", lambda route: held.append(route))
    with page.expect_request("**/v1/suggestions?*"):
        box(page).fill("сирот")
    box(page).press("Tab")
    page.wait_for_timeout(200)
    expect(page.get_by_role("listbox")).to_be_hidden()


def test_recent_questions_are_suggested_where_the_service_has_none(visit: Reader) -> None:
    page = visit("/#/ask?q=" + HOUSING, language="ru")
    expect(page.locator(".answer")).to_be_visible()
    page.route("**/v1/suggestions?*", lambda route: route.fulfill(status=500, json={}))
    visit.watch.forgiven.append("500")
    box(page).fill("сирот")
    expect(options(page)).to_have_count(1)


def test_everything_is_done_by_keyboard_alone(visit: Reader) -> None:
    page = visit(language="ru")
    expect(page.locator(".examples")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#view")).to_be_focused()
    reach(page, box(page), back=True)
    page.keyboard.type(HOUSING)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_be_focused()
    reach(page, page.get_by_role("button", name="Копировать ссылку").first)
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Ссылка скопирована")
    reach(page, page.get_by_role("region", name=re.compile("Таблица 21")))
    page.keyboard.press("ArrowDown")
    reach(page, page.get_by_role("button", name="По строкам"))
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="По строкам")).to_be_focused()
    expect(page.get_by_role("img")).to_contain_text("Акмолинская область")


def test_the_open_list_is_open_to_all_readers(visit: Reader, open_to_all: Callable[[Page], None]) -> None:
    page = visit(language="kk")
    box(page).press_sequentially("бала", delay=20)
    expect(options(page).first).to_be_visible()
    open_to_all(page)


def reach(page: Page, target: Locator, back: bool = False) -> None:
    """Presses Tab until the focus is there."""
    for _ in range(40):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if target.evaluate("one => one === document.activeElement"):
            return
    raise AssertionError("Tab does not lead there")


def suggested(text: str) -> dict[str, object]:
    found = {"kind": "question", "text": text, "query": text, "passage": None, "table": None}
    return {"text": "", "language": "ru", "suggestions": [found], "took_ms": 1}
