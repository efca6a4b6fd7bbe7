"""A citation is copied by one press, in the chosen form."""

import re

from playwright.sync_api import Page, expect

from tests.web.browsing import Reader

AGE = "/#/ask?q=С какого возраста наступает уголовная ответственность?"
CLIPBOARD = "() => navigator.clipboard.readText()"


def copy(page: Page) -> str:
    page.evaluate("() => { document.getElementById('aloud').textContent = ''; }")
    page.locator(".answer .citation button").click()
    expect(page.get_by_role("status")).to_have_text("Ссылка скопирована")
    copied: str = page.evaluate(CLIPBOARD)
    return copied


def test_one_press_copies_the_footnote_and_says_so(visit: Reader) -> None:
    page = visit(AGE, language="ru")
    copied = copy(page)
    assert copied == page.locator(".citation-text").first.inner_text()
    assert "строки 2556–2557 официального текста" in copied
    assert copied.endswith("[P2100000942.ru.2556@3141778462b9]")
    expect(page.get_by_role("button", name="Ссылка скопирована")).to_be_visible()


FORMS = {
    "short": r"\(Доклад о правах ребенка, 2021, гл\. IX",
    "gost": "Пятый и шестой .* : постановление",
    "csl": r"\{\s+\"id\": \"P2100000942.ru.2556\"",
    "bibtex": "@techreport{P2100000942.ru.2556,",
    "link": r"http://127\.0\.0\.1:\d+/p/P2100000942\.ru\.2556$",
}


def test_the_chosen_form_is_copied_and_remembered(visit: Reader) -> None:
    page = visit(AGE, language="ru")
    for form, begins in FORMS.items():
        page.get_by_label("Вид ссылки").select_option(form)
        expect(page.locator(".citation-text").first).to_have_text(re.compile(f"^{begins}"))
        assert re.match(begins, copy(page))
    page.reload()
    expect(page.get_by_label("Вид ссылки")).to_have_value("link")
    assert re.match(FORMS["link"], copy(page))


def test_the_language_of_a_citation_can_be_another(visit: Reader) -> None:
    page = visit(AGE, language="ru")
    page.get_by_label("Язык ссылки").select_option("kk")
    expect(page.locator(".citation-text").first).to_have_attribute("lang", "kk")
    assert "IX тарау" in copy(page)


def test_a_citation_is_copied_where_the_browser_has_no_clipboard_api(visit: Reader) -> None:
    page = visit(AGE, language="ru", script="delete Navigator.prototype.clipboard")
    page.locator(".answer").get_by_role("button", name="Копировать ссылку").click()
    expect(page.get_by_role("status")).to_have_text("Ссылка скопирована")
    box = page.locator("#question")
    box.fill("")
    box.press("Control+V")
    expect(box).to_have_value(re.compile("P2100000942.ru.2556@"))


def test_a_copy_that_fails_is_not_called_done(visit: Reader) -> None:
    page = visit(AGE, language="ru")
    expect(page.locator(".answer")).to_be_visible()
    page.evaluate("() => { document.execCommand = () => false; }")
    page.evaluate("() => { Object.defineProperty(navigator, 'clipboard', { value: undefined }); }")
    page.locator(".answer").get_by_role("button", name="Копировать ссылку").click()
    expect(page.get_by_role("status")).to_contain_text("Не удалось скопировать")


def test_a_figure_is_cited_by_its_cell(visit: Reader) -> None:
    page = visit("/#/ask?q=Сколько детей-сирот получили жильё в 2019 году?", language="ru")
    assert "графа «2019 г.»" in copy(page)


def test_every_passage_has_a_citation_of_its_own(visit: Reader) -> None:
    page = visit("/#/search?q=инклюзивное образование", language="ru")
    hit = page.locator(".hit").nth(2)
    hit.get_by_role("button", name="Копировать ссылку").click()
    expect(page.get_by_role("status")).to_have_text("Ссылка скопирована")
    identifier = (hit.locator("h2 a").get_attribute("href") or "").partition("/read/")[2].partition("?")[0]
    assert f"[{identifier}@" in page.evaluate(CLIPBOARD)
