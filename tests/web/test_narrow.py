"""What a reader on a phone sees without scrolling."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import Reader

QUOTED = {
    "kk": "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?",
    "ru": "С какого возраста наступает уголовная ответственность?",
}
COUNTED = {
    "kk": "2019 жылы қанша жетім бала тұрғын үй алды?",
    "ru": "Младенческая смертность в Карагандинской области в 2019 году",
}
OVER_THE_LABELS = """() => {
    const frame = document.querySelector(".grid-frame").getBoundingClientRect();
    return document.elementFromPoint(frame.left + 40, frame.top + 12).className;
}"""


def on_a_phone(visit: Reader, language: str, address: str = "/") -> Page:
    return visit(address, language=language, width=360, height=740)


@pytest.mark.parametrize("language", QUOTED)
def test_the_question_and_the_sentence_that_answers_it_are_seen_at_once(visit: Reader, language: str) -> None:
    page = on_a_phone(visit, language, f"/#/ask?q={QUOTED[language]}")
    expect(page.locator(".answer blockquote p").first).to_be_in_viewport(ratio=1)
    expect(page.locator(".asked")).to_have_text(QUOTED[language])
    expect(page.locator(".asked")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("language", COUNTED)
def test_the_figure_and_where_it_stands_are_seen_at_once(visit: Reader, language: str) -> None:
    page = on_a_phone(visit, language, f"/#/ask?q={COUNTED[language]}")
    expect(page.locator(".big")).to_be_in_viewport(ratio=1)
    expect(page.locator(".told")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize(
    ("language", "document"),
    [("kk", "Бала құқықтары туралы баяндама, 2021"), ("ru", "Доклад о правах ребенка, 2021")],
)
def test_the_start_says_what_answers_and_shows_an_example(
    visit: Reader, language: str, document: str
) -> None:
    page = on_a_phone(visit, language)
    expect(page.locator(".hero")).to_contain_text(document)
    expect(page.locator(".hero")).to_be_in_viewport(ratio=1)
    expect(page.locator(".examples a").first).to_be_in_viewport(ratio=1)


def test_a_long_question_leaves_room_for_its_answer(visit: Reader) -> None:
    page = on_a_phone(visit, "kk", f"/#/ask?q={(QUOTED['kk'] + ' ') * 34}")
    expect(page.locator(".answer h1")).to_be_in_viewport()


def test_the_years_of_a_scrolled_table_do_not_slide_over_its_labels(visit: Reader) -> None:
    page = on_a_phone(visit, "kk", "/#/table/21")
    frame = page.locator(".grid-frame")
    expect(frame).to_be_visible()
    frame.evaluate("frame => frame.scrollTo(frame.scrollWidth, 0)")
    assert frame.evaluate("frame => frame.scrollLeft") > 50
    assert page.evaluate(OVER_THE_LABELS) == "corner"
