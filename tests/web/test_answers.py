"""Answers that a model wrote, and judgements of answers, over the real report."""

import json
from typing import Any

from playwright.sync_api import Page, Route, expect

from tests.web.browsing import Reader

MONITORING = "/#/ask?q=Когда учреждена должность Уполномоченного по правам ребенка?"
HOSTILE = "<script>alert(1)</script>"


def written(route: Route) -> None:
    """The real reply, as if a model had written its answer."""
    reply: dict[str, Any] = route.fetch().json()
    first, second = "Должность учреждена указом Президента.", HOSTILE
    sentences = [{"text": first, "citations": [1, 2]}, {"text": second, "citations": [3]}]
    told = {"model": "m", "sentences": sentences, "struck": [], "failure": None}
    wording = {"text": f"{first} {second}", "language": "ru", "quote": False, "original": None}
    route.fulfill(json={**reply, "quoted": reply["answer"], "answer": wording, "written": told})


def test_each_sentence_that_is_written_leads_to_what_it_rests_on(visit: Reader) -> None:
    page = visit(language="ru")
    page.route("**/v1/ask", written)
    page.goto(page.url.rstrip("/") + MONITORING[1:])
    answer = page.locator(".answer")
    expect(answer.locator(".told")).to_contain_text("Должность учреждена указом Президента.[1][2]")
    expect(answer.locator(".told")).to_contain_text(HOSTILE)
    expect(answer.locator("blockquote").first).to_be_visible()
    page.get_by_role("button", name="Источник 2").click()
    expect(page.locator("#source-2")).to_be_focused()
    expect(page.locator("#source-2")).to_be_in_viewport()
    expect(page.locator("#source-2 .place-line")).to_contain_text("[2]")


def test_where_nothing_written_holds_the_answer_is_a_quotation(visit: Reader) -> None:
    def struck(route: Route) -> None:
        told = {
            "model": "m",
            "sentences": [],
            "struck": [{"text": "Ложь.", "reason": "uncited"}],
            "failure": None,
        }
        route.fulfill(json={**route.fetch().json(), "written": told})

    page = visit(language="ru")
    page.route("**/v1/ask", struck)
    page.goto(page.url.rstrip("/") + MONITORING[1:])
    expect(page.get_by_role("heading", level=1)).to_have_text("Ответ – дословная цитата")
    expect(page.get_by_text("Ложь.")).to_have_count(0)


def test_an_answer_is_judged_with_a_remark(visit: Reader) -> None:
    page = visit("/#/ask?q=Сколько детей-сирот получили жильё в 2019 году?", language="ru")
    sent = judge(page, "Неверно", HOSTILE)
    assert (sent["verdict"], sent["remark"], sent["answered"]) == ("wrong", HOSTILE, True)
    assert sent["question"] == "Сколько детей-сирот получили жильё в 2019 году?"
    assert sent["figure"]["value"] == "1462"
    assert "P2100000942.ru.t21.r18" in sent["passages"]
    expect(page.get_by_role("status")).to_have_text("Спасибо, отзыв сохранён.")


def test_a_refusal_is_judged_too(visit: Reader) -> None:
    page = visit("/#/ask?q=Какова была численность детей на Марсе?", language="ru")
    sent = judge(page, "Верно", "")
    assert (sent["verdict"], sent["answered"], sent["figure"]) == ("right", False, None)


def test_a_judgement_that_is_not_kept_can_be_sent_again(visit: Reader) -> None:
    page = visit(MONITORING, language="ru")
    page.route("**/v1/feedback", lambda route: route.abort())
    visit.watch.forgiven.append("net::ERR")
    page.get_by_role("button", name="Неверно").click()
    page.get_by_label("Что именно неверно?").fill("год не тот")
    page.get_by_role("button", name="Отправить отзыв").click()
    expect(page.get_by_role("alert")).to_contain_text("Нет связи с сервисом")
    expect(page.get_by_label("Что именно неверно?")).to_have_value("год не тот")
    page.unroute("**/v1/feedback")
    page.get_by_role("button", name="Отправить отзыв").click()
    expect(page.locator(".feedback")).to_have_text("Спасибо, отзыв сохранён.")


def judge(page: Page, button: str, remark: str) -> dict[str, Any]:
    """Judges the answer; gives what the service kept it from."""
    page.get_by_role("button", name=button, exact=True).click()
    page.locator("#remark").fill(remark)
    with page.expect_response("**/v1/feedback") as kept:
        page.get_by_role("button", name="Отправить отзыв").click()
    assert kept.value.ok
    expect(page.locator(".feedback")).to_have_text("Спасибо, отзыв сохранён.")
    expect(page.locator(".feedback .notice")).to_be_focused()
    sent: dict[str, Any] = json.loads(kept.value.request.post_data or "")
    return sent
