"""Asking, searching and looking up in the one box, over the real report."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.web.browsing import Reader

WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"
AGE = "С какого возраста наступает уголовная ответственность?"


def box(page: Page) -> Locator:
    return page.locator("#question")


def ask(page: Page, question: str) -> None:
    box(page).fill(question)
    box(page).press("Enter")


@pytest.mark.parametrize(
    ("language", "question", "quoted", "standing"),
    [
        ("ru", AGE, "достигшее ко времени", "рабочий перевод, не официальный"),
        ("kk", "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?", "БҚУ құрылды", "ресми мәтін"),
    ],
    ids=["ru", "kk"],
)
def test_a_question_is_answered_by_a_quotation_that_is_marked_in_its_passage(
    visit: Reader, language: str, question: str, quoted: str, standing: str
) -> None:
    page = visit(language=language)
    ask(page, question)
    answer = page.locator(".answer")
    expect(answer.locator("blockquote p").first).to_contain_text(quoted)
    expect(answer.locator("blockquote p").first).to_have_attribute("lang", language)
    expect(answer.locator(".badge").first).to_have_text(standing)
    passage = page.locator(".passage").first
    expect(passage.locator("mark").first).to_contain_text(quoted)
    assert passage.locator(".edition.official").count() == 1
    assert passage.locator(".edition.translation").count() == 1
    assert page.title().startswith(question)


def test_the_way_to_a_passage_leads_into_the_text(visit: Reader) -> None:
    page = visit("/#/ask?q=" + AGE, language="ru")
    passage = page.locator(".passage").first
    expect(passage.locator(".path .step")).to_have_count(2)
    expect(passage.get_by_role("link", name="Постоянный адрес")).to_have_attribute(
        "href", page.url.partition("#")[0] + "p/P2100000942.ru.2556"
    )
    passage.locator(".path a").click()
    expect(page.locator('[data-id="P2100000942.ru.2556"]')).to_be_visible()


def test_questions_travel_in_bodies_and_stay_in_the_address_of_the_page(visit: Reader) -> None:
    page = visit(language="ru")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with page.expect_response("**/v1/ask"):
        ask(page, AGE)
    expect(page.locator(".answer")).to_be_visible()
    assert not [url for url in asked if "%D1%83%D0%B3" in url.partition("#")[0]]
    page.reload()
    expect(page.locator(".answer")).to_be_visible()
    expect(box(page)).to_have_value(AGE)


def test_back_and_forward_walk_through_what_was_asked(visit: Reader) -> None:
    page = visit("/#/ask?q=" + AGE, language="ru")
    expect(page.locator(".answer")).to_be_visible()
    ask(page, "Сколько детей-сирот получили жильё в 2019 году?")
    expect(page.locator(".big")).to_have_text("1462")
    page.go_back()
    expect(page.locator(".answer blockquote").first).to_contain_text("шестнадцатилетнего")
    expect(box(page)).to_have_value(AGE)
    page.go_forward()
    expect(page.locator(".big")).to_have_text("1462")


def test_a_refusal_says_what_the_report_does_have(visit: Reader) -> None:
    page = visit("/#/ask?q=Какова была численность детей на Марсе?", language="ru")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ответа в документах нет")
    expect(page.locator(".answer")).to_contain_text("В документах нет ответа на этот вопрос")
    expect(page.get_by_role("heading", name="Ближайшие по смыслу фрагменты документов")).to_be_visible()
    expect(page.locator(".passage:visible")).to_have_count(3)
    expect(page.locator(".answer .citation")).to_have_count(0)


def test_a_refusal_shows_the_table_that_lacks_what_was_asked(visit: Reader) -> None:
    page = visit("/#/ask?q=2023 жылы қанша жетім бала тұрғын үй алды?", language="kk")
    expect(page.get_by_role("heading", level=1)).to_have_text("Құжаттарда жауап жоқ")
    expect(page.get_by_role("heading", name="Осы тақырыптағы кесте")).to_be_visible()
    expect(page.get_by_role("cell", name="1462")).to_be_visible()
    expect(page.locator(".passage:visible")).to_have_count(0)


def test_no_answer_is_called_certain(visit: Reader) -> None:
    page = visit("/#/ask?q=Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?", language="kk")
    expect(page.locator(".answer")).to_contain_text("Жауаптың сенімділігі: 99 %-дан жоғары")


def test_a_search_is_chosen_in_the_same_box(visit: Reader) -> None:
    page = visit(language="kk")
    page.get_by_label("Мәтіннен іздеу").check()
    ask(page, "инклюзивті білім беру")
    expect(page.locator(".hit")).to_have_count(20)
    expect(page.locator(".hit .snippet mark").first).to_have_text(re.compile("^[Ии]нклюзивті|^біл"))
    page.locator(".hit h2 a").first.click()
    expect(page.locator(".read-passage").first).to_be_visible()


def test_a_reference_is_looked_up_where_questions_are_asked(visit: Reader) -> None:
    page = visit(language="ru")
    for reference, kind, named in (
        ("№ 501-V", "Акт", "№ 501-V"),
        (
            "п. 12 заключительных замечаний",
            "Пункт заключительных замечаний Комитета",
            "Распределение ресурсов",
        ),
        ("ст. 132 УК", "Кодекс", "132"),
    ):
        ask(page, reference)
        expect(page.get_by_role("heading", level=1)).to_have_text(kind)
        expect(page.locator(".passage").first).to_contain_text(named)


def test_a_number_that_tells_no_language_is_read_in_that_of_the_page(visit: Reader) -> None:
    page = visit("/#/cite?q=№ 501-V", language="ru")
    expect(page.locator(".passage").first.locator(".edition-text").first).to_contain_text("Закон")
    expect(page.locator(".passage").first.locator(".edition")).to_have_count(2)


def test_a_table_that_is_named_is_shown(visit: Reader) -> None:
    page = visit("/#/ask?q=6-кесте", language="kk")
    expect(page.get_by_role("cell", name="11,13")).to_be_visible()


def test_a_follow_up_is_understood_from_what_was_asked_before(visit: Reader) -> None:
    page = visit("/#/ask?q=Сколько детей-сирот получили жильё в 2019 году?", language="ru")
    page.get_by_label("Уточнить или спросить дальше").fill("а в 2020 году?")
    page.get_by_label("Уточнить или спросить дальше").press("Enter")
    expect(page.locator(".big")).to_have_text("870")
    thread = page.get_by_role("region", name="Продолжение беседы")
    expect(thread.get_by_role("link")).to_have_text("Сколько детей-сирот получили жильё в 2019 году?")
    expect(thread).to_contain_text("Вопрос понят так")
    page.reload()
    expect(page.locator(".big")).to_have_text("870")


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_example_is_answered(visit: Reader, language: str) -> None:
    page = visit(language=language)
    examples = page.locator(".examples a")
    expect(examples.first).to_be_visible()
    for place in range(examples.count()):
        examples.nth(place).click()
        expect(page.locator(".answer:not(.kind-refusal), .passage").first).to_be_visible()
        page.go_back()
        expect(examples.first).to_be_visible()


def test_the_documents_are_named_with_date_and_number(visit: Reader) -> None:
    expect(visit(language="ru").locator("#view")).to_contain_text("28 декабря 2021 года, № 942")
    expect(visit(language="kk").locator("#view")).to_contain_text("2021 жылғы 28 желтоқсан, № 942")


def test_script_in_a_question_stays_text(visit: Reader) -> None:
    page = visit(language="ru")
    hostile = "<img src=x onerror=alert(1)> сколько детей-сирот получили жильё в 2019 году?"
    ask(page, hostile)
    expect(page.locator(".answer")).to_be_visible()
    assert page.locator("img").count() == 0
    page.goto(page.url.partition("#")[0])
    expect(page.get_by_role("link", name=hostile)).to_be_visible()


@pytest.mark.parametrize("width", [360, 1920])
def test_nothing_is_wider_than_the_window(visit: Reader, width: int) -> None:
    page = visit(language="kk", width=width)
    for address in ("#/", "#/ask?q=" + AGE, "#/search?q=білім", "#/ask?q=24-бап", "#/tables", "#/table/28"):
        page.goto(page.url.partition("#")[0] + address)
        expect(page.locator("#view h1")).to_be_visible()
        assert not page.evaluate(WIDER_THAN_THE_WINDOW), address
