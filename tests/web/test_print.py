"""What comes out on paper."""

import pytest
from playwright.sync_api import Page, expect

from tests.web.browsing import Reader

WIDTH, HEIGHT = 718, 1010
"""A page of A4 between margins of one centimetre, in CSS pixels."""
CUT_OFF = """() => document.querySelector(".grid").getBoundingClientRect().right
    - document.querySelector("#view").getBoundingClientRect().right"""


def printed(visit: Reader, address: str, language: str = "kk") -> Page:
    page = visit(address, language=language, width=WIDTH, height=HEIGHT)
    expect(page.locator("#view h1")).to_be_visible()
    page.emulate_media(media="print")
    return page


def test_an_answer_is_printed_with_its_question_and_its_source(visit: Reader) -> None:
    page = printed(visit, "/#/ask?q=2019 жылы қанша жетім бала тұрғын үй алды?")
    expect(page.locator(".asked")).to_be_visible()
    expect(page.locator(".big")).to_have_text("1462")
    expect(page.locator(".citation-text").first).to_contain_text("21-кесте")
    for left_out in (".box", ".masthead", ".feedback", ".more", ".answer button"):
        expect(page.locator(left_out).first).to_be_hidden()


@pytest.mark.parametrize("number", [4, 26, 37])
def test_a_wide_table_is_printed_with_all_its_columns(visit: Reader, number: int) -> None:
    page = printed(visit, f"/#/table/{number}")
    assert page.evaluate(CUT_OFF) <= 0


def test_a_long_question_is_printed_whole(visit: Reader) -> None:
    page = printed(visit, f"/#/ask?q={'Балалар үйлерінің саны қанша? ' * 20}")
    assert page.locator(".asked").evaluate("one => one.scrollHeight <= one.clientHeight + 1")
