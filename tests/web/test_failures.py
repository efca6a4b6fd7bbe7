"""What readers are told when an answer does not come: in words, with a way on."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from qa_service.access.keys import Scope as KeyScope
from qa_service.access.store import KeyStore
from tests.api.fakes import fake_app
from tests.api.loopback import served
from tests.web.browsing import Reader

QUESTION = "Балалар үйлерінің саны қанша?"
ASKED = f"/#/ask?q={QUESTION}"


class BreaksOff:
    """Serves as the app does, but stops in the middle of every answer until it is told to `mend`."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.mended = False

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        broken = scope["type"] == "http" and scope["path"] == "/v1/ask" and not self.mended

        async def send_half(message: Message) -> None:
            if message["type"] == "http.response.body":
                body = message.get("body", b"")
                await send({"type": "http.response.body", "body": body[: len(body) // 2], "more_body": True})
                raise ConnectionResetError
            await send(message)

        await self._app(scope, receive, send_half if broken else send)


@contextmanager
def address(app: ASGIApp) -> Iterator[str]:
    with served(app) as client:  # type: ignore[arg-type]
        yield str(client.base_url).rstrip("/")


def ask(page: Page, question: str = QUESTION) -> None:
    page.locator("#question").fill(question)
    page.locator("#question").press("Enter")


def test_a_server_that_stops_in_mid_answer_is_asked_again(visit_small: Reader, tmp_path: Path) -> None:
    app = BreaksOff(fake_app(tmp_path / "data"))
    visit_small.watch.forgiven.append("net::ERR")
    with address(app) as site:
        page = visit_small(site + ASKED)
        expect(page.get_by_role("alert")).to_contain_text("Жауап үзіліп қалды")
        expect(page.get_by_role("heading", name="Жауап үзіліп қалды")).to_be_focused()
        expect(page.locator("#question")).to_have_value(QUESTION)
        app.mended = True
        page.get_by_role("button", name="Қайталау").click()
        expect(page.locator(".answer")).to_be_visible()
        expect(page.get_by_role("alert")).to_have_count(0)


def test_a_server_that_is_gone_is_told_and_nothing_is_lost(visit_small: Reader, tmp_path: Path) -> None:
    visit_small.watch.forgiven.append("net::ERR")
    with address(fake_app(tmp_path / "data")) as site:
        page = visit_small(site, language="ru")
        expect(page.locator(".hero")).to_be_visible()
    ask(page)
    expect(page.get_by_role("alert")).to_contain_text("Нет связи с сервисом")
    expect(page.locator("#question")).to_have_value(QUESTION)


def test_an_answer_that_takes_long_can_be_given_up(visit_small: Reader) -> None:
    page = visit_small()
    held: list[Route] = []
    page.route("**/v1/ask", lambda route: held.append(route))
    page.clock.install()
    ask(page)
    expect(page.locator(".waiting")).to_contain_text("Жүктелуде…")
    page.clock.fast_forward(5_000)
    expect(page.locator(".waiting")).to_contain_text("Бұл әдеттегіден ұзаққа созылып жатыр…")
    page.get_by_role("button", name="Тоқтату").click()
    expect(page.get_by_role("alert")).to_contain_text("Сұрау тоқтатылды")
    page.unroute("**/v1/ask")
    page.get_by_role("button", name="Қайталау").click()
    expect(page.locator(".answer")).to_be_visible()


def test_a_later_question_overtakes_an_earlier_one(visit_small: Reader) -> None:
    page = visit_small()
    held: list[Route] = []
    page.route("**/v1/ask", lambda route: route.continue_() if held else held.append(route))
    ask(page, "Бірінші сұрақ қандай?")
    expect(page.locator(".waiting")).to_be_visible()
    ask(page, "Екінші сұрақ қандай?")
    expect(page.locator(".answer")).to_be_visible()
    assert page.title().startswith("Екінші")
    expect(page.get_by_role("alert")).to_have_count(0)


def test_a_key_is_asked_for_where_the_service_wants_one(visit_small: Reader, tmp_path: Path) -> None:
    data = tmp_path / "data"
    visit_small.watch.forgiven.append("401")
    with address(fake_app(data, QA_KEYS="required")) as site:
        _, secret = KeyStore(data).add("reader", [KeyScope.READ])
        page = visit_small(site + ASKED, language="ru")
        expect(page.get_by_role("alert")).to_contain_text("Нужен ключ доступа")
        page.get_by_label("Ключ доступа").fill("qa_wrong")
        page.get_by_role("button", name="Продолжить").click()
        expect(page.get_by_role("alert")).to_contain_text("Ключ API не принят")
        page.get_by_label("Ключ доступа").fill(secret)
        page.get_by_role("button", name="Продолжить").click()
        expect(page.locator(".answer")).to_be_visible()
        page.reload()
        expect(page.locator(".answer")).to_be_visible()
        assert secret not in page.content()
        assert page.evaluate("() => JSON.stringify(localStorage)").find(secret) < 0
        with page.expect_download() as saved:
            page.locator(".files").get_by_role("link", name="CSV").click()
        assert Path(saved.value.path()).read_bytes()


def test_who_asks_too_often_is_told_when_to_come_again(visit_small: Reader, tmp_path: Path) -> None:
    visit_small.watch.forgiven.append("429")
    with address(fake_app(tmp_path / "data", QA_KEYS="off", QA_RATE="4")) as site:
        page = visit_small(site, language="ru")
        expect(page.locator(".hero")).to_be_visible()
        for number in range(6):
            ask(page, f"{number}: {QUESTION}")
            expect(page.locator(".answer, [role=alert]").first).to_be_visible()
        expect(page.get_by_role("alert")).to_contain_text(re.compile(r"Повторите запрос через \d+ с\."))


@pytest.mark.parametrize("text", ["%07", "а" * 2001])
def test_a_question_that_cannot_be_asked_is_explained(visit_small: Reader, text: str) -> None:
    visit_small.watch.forgiven.append("422")
    page = visit_small(f"/#/ask?q={text}", language="ru")
    expect(page.get_by_role("alert")).to_contain_text(re.compile("Текст|По этому тексту"))


def test_a_table_that_there_is_not_is_told_by_the_service(visit_small: Reader) -> None:
    visit_small.watch.forgiven.append("404")
    page = visit_small("/#/table/99", language="ru")
    expect(page.get_by_role("alert")).to_contain_text("Такой таблицы нет")


@pytest.mark.parametrize("lost", ["**/words/ru.json", "**/js/problem.js", "**/js/main.js"])
def test_a_page_that_does_not_come_whole_says_so_in_both_languages(visit_small: Reader, lost: str) -> None:
    visit_small.watch.forgiven += ["net::ERR", "failed: offline"]
    page = visit_small("/#/tables", language="ru")
    expect(page.locator(".table-list")).to_be_visible()
    expect(page.locator(".late")).to_have_count(0)
    page.route(lost, lambda route: route.abort())
    page.reload(wait_until="commit")
    expect(page.get_by_text("Страница загрузилась не полностью")).to_be_visible()
    expect(page.get_by_text("Бет толық жүктелмеді")).to_be_visible()


def test_a_language_whose_words_do_not_come_leaves_the_page_in_the_one_it_has(visit_small: Reader) -> None:
    visit_small.watch.forgiven.append("net::ERR")
    page = visit_small("/#/tables", language="kk")
    expect(page.locator(".table-list")).to_be_visible()
    page.route("**/words/ru.json", lambda route: route.abort())
    page.get_by_role("button", name="Русский").click()
    expect(page.get_by_role("alert")).to_contain_text("Сервиспен байланыс жоқ")
    expect(page.locator("html")).to_have_attribute("lang", "kk")
    page.unroute("**/words/ru.json")
    page.get_by_role("button", name="Қайталау").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Таблицы приложения")
