"""The question box in pages of other sites: another origin, a strict policy, hostile styles."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Locator, Page, Route, expect

from qa_service.api.app import create_app
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.index.snapshot import POINTER
from qa_service.service import Service
from qa_service.settings import Settings
from tests.api.loopback import served
from tests.web.accessibility import barriers
from tests.web.browsing import Reader, origin
from tests.web.hosts import HOSTILE_STYLE, address_of, host_page, listening, policy_for, serve

QUESTION = {
    "kk": "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?",
    "ru": "С какого возраста наступает уголовная ответственность?",
}
REFUSED = "Кто выиграл чемпионат мира по футболу в 2018 году?"
HOSTILE = "<img src=x onerror=\"document.title='owned'\"><script>document.title='owned'</script>"


@dataclass
class OtherSite:
    """A site that is not the service's, and a reader of it."""

    service: str
    server: ThreadingHTTPServer
    reader: Reader

    def visit(self, body: str = "", style: str = "", **look: object) -> Page:
        """Opens a page of the site with `body`, or with nothing but the script tag."""
        language = str(look.get("language", "ru"))
        body = body or self.tag(language)
        serve(self.server, host_page(body, language, style), policy_for(self.service))
        self.reader.watch.origins.add(self.service)
        return self.reader(address_of(self.server), **look)  # type: ignore[arg-type]

    def tag(self, language: str, more: str = "") -> str:
        return f'<script src="{self.service}/widget.js" data-language="{language}" {more} defer></script>'


@pytest.fixture(scope="module")
def server() -> Iterator[ThreadingHTTPServer]:
    with listening() as opened:
        yield opened


@pytest.fixture(scope="module")
def open_service(
    settings: Settings,
    service: Service,
    server: ThreadingHTTPServer,
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[str]:
    """The address of a service that lets the pages of `server` ask."""
    changed = {"data": tmp_path_factory.mktemp("data"), "cors_origins": address_of(server)}
    own = settings.model_copy(update=changed)
    supplier = Supplier(lambda: service, own.index / POINTER, own.reload_seconds)
    supplier.open()
    with served(create_app(Host(supplier, Workers(own.threads)), own)) as client:
        yield str(client.base_url).rstrip("/")


@pytest.fixture
def elsewhere(browser: Browser, open_service: str, server: ThreadingHTTPServer) -> Iterator[OtherSite]:
    """Fails the test where the page breaks its own content policy, logs an error or asks a third host."""
    reader = Reader(browser, open_service)
    yield OtherSite(open_service, server, reader)
    reader.leave()
    assert not reader.watch.faults, "\n".join(reader.watch.faults)


def box(page: Page) -> Locator:
    return page.locator("qa-question-box")


def ask(page: Page, question: str) -> None:
    box(page).get_by_role("textbox").fill(question)
    box(page).get_by_role("button").click()


def answered_with(page: Page, reply: Callable[[Route], None]) -> None:
    page.route("**/v1/ask", reply)


@pytest.mark.parametrize(
    ("language", "button", "told", "quoted"),
    [
        ("kk", "Сұрау", "Жауап табылды.", "2016 жылғы ақпанда"),
        ("ru", "Спросить", "Ответ найден.", "шестнадцатилетнего возраста"),
    ],
)
def test_a_question_is_answered_in_another_site_with_the_quote_marked_and_its_source_linked(
    elsewhere: OtherSite, language: str, button: str, told: str, quoted: str
) -> None:
    page = elsewhere.visit(language=language)
    expect(box(page).get_by_role("button", name=button)).to_be_visible()
    ask(page, QUESTION[language])
    expect(box(page).get_by_role("status")).to_contain_text(told)
    expect(box(page).locator(".answer .text")).to_contain_text(quoted)
    expect(box(page).locator("mark").first).to_contain_text(quoted)
    link = box(page).locator("ol a").first
    address = str(link.get_attribute("href"))
    assert address.startswith(f"{elsewhere.service}/p/P2100000942.{language}.")
    with page.expect_popup() as opened:
        link.click()
    elsewhere.reader.watch.forgiven.append("/favicon.ico")
    expect(opened.value.locator("mark")).to_contain_text(quoted[:20])


def test_a_figure_shows_its_cell(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    ask(page, "Сколько детей-сирот получили жильё в 2019 году?")
    expect(box(page).locator(".figure")).to_have_text("1462")
    expect(box(page).locator(".answer")).to_contain_text("Таблица 21: Всего, 2019 г.")


def test_a_refusal_says_so_and_shows_what_is_near(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    ask(page, REFUSED)
    expect(box(page).get_by_role("status")).to_contain_text("В документах ответа нет.")
    expect(box(page).locator(".refusal")).to_be_visible()
    expect(box(page).get_by_role("heading", name="Ближайшие по смыслу фрагменты")).to_be_visible()


def test_no_style_of_the_site_reaches_in(elsewhere: OtherSite) -> None:
    page = elsewhere.visit(style=HOSTILE_STYLE)
    expect(box(page).get_by_role("textbox")).to_be_visible()
    ask(page, QUESTION["ru"])
    text = box(page).locator(".answer .text")
    expect(text).to_be_visible()
    looks = ("font-size", "text-transform", "letter-spacing", "direction", "color")
    seen = text.evaluate("(each, names) => names.map((name) => getComputedStyle(each)[name])", looks)
    assert seen == ["18px", "none", "normal", "ltr", "rgb(24, 32, 38)"]
    assert box(page).evaluate("each => getComputedStyle(each).opacity") == "1"


def test_what_the_service_says_is_text_and_never_markup(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    passage = {
        "id": '"><script>', "text": HOSTILE, "language": "ru", "status": "official", "path": [HOSTILE],
        "citation": {"ru": HOSTILE},
    }  # fmt: skip
    reply = {
        "language": "ru", "answered": True, "figure": None, "notices": [HOSTILE],
        "answer": {"text": HOSTILE, "language": "ru", "quote": True, "original": None},
        "citations": [{"passage": passage, "highlights": [[0, 4], [2, 900]], "counterpart": None}],
    }  # fmt: skip
    headers = {"Access-Control-Allow-Origin": origin(page.url)}
    answered_with(page, lambda route: route.fulfill(json=reply, headers=headers))
    ask(page, "?")
    expect(box(page).locator(".answer .text")).to_have_text(HOSTILE)
    expect(box(page).locator("ol blockquote")).to_have_text(HOSTILE)
    assert page.title() == "Сайт"
    assert box(page).locator("img, script").count() == 0
    href = str(box(page).locator("ol a").get_attribute("href"))
    assert href == f"{elsewhere.service}/p/%22%3E%3Cscript%3E"


def test_the_box_works_with_the_keyboard_alone(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    expect(box(page).get_by_role("textbox")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.type(QUESTION["ru"])
    page.keyboard.press("Enter")
    expect(box(page).get_by_role("status")).to_contain_text("Ответ найден.")
    page.keyboard.press("Tab")
    focused = "document.querySelector('qa-question-box').shadowRoot.activeElement"
    assert page.evaluate(f"{focused}.textContent") == "Спросить"
    for _ in range(20):
        if page.evaluate(f"{focused}?.tagName") == "A":
            break
        page.keyboard.press("Tab")
    assert "/p/" in page.evaluate(f"{focused}.href")


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1280])
def test_readers_of_every_kind_can_use_it(elsewhere: OtherSite, theme: str, width: int) -> None:
    page = elsewhere.visit(theme=theme, width=width)
    ask(page, QUESTION["ru"])
    expect(box(page).locator(".answer")).to_be_visible()
    assert box(page).evaluate("each => each.scrollWidth <= innerWidth")
    for details in box(page).locator("summary").all():
        if details.is_visible():
            details.click()
    assert barriers(page) == []


def test_the_site_chooses_place_theme_and_language(elsewhere: OtherSite) -> None:
    body = '<qa-question-box language="kk" theme="dark"></qa-question-box>' + elsewhere.tag("ru")
    page = elsewhere.visit(body)
    expect(box(page)).to_have_count(1)
    expect(box(page).get_by_role("button", name="Сұрау")).to_be_visible()
    ground = box(page).locator(".box").evaluate("each => getComputedStyle(each).backgroundColor")
    assert ground == "rgb(24, 29, 34)"


def test_a_key_of_the_site_goes_with_the_question(elsewhere: OtherSite) -> None:
    page = elsewhere.visit(elsewhere.tag("ru", 'data-key="qa_1_secret"'))
    with page.expect_request(lambda request: request.method == "POST") as sent:
        ask(page, QUESTION["ru"])
    assert sent.value.headers["authorization"] == "Bearer qa_1_secret"
    assert "cookie" not in sent.value.headers


def test_a_new_question_takes_the_place_of_one_that_is_not_answered_yet(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    held: list[Route] = []
    answered_with(page, lambda route: route.continue_() if held else held.append(route))
    ask(page, REFUSED)
    expect(box(page).get_by_role("status")).to_contain_text("Ищем ответ")
    ask(page, QUESTION["ru"])
    expect(box(page).get_by_role("status")).to_contain_text("Ответ найден.")
    expect(box(page).locator(".answer")).to_have_count(1)


def test_a_service_that_is_gone_or_in_trouble_is_told(elsewhere: OtherSite) -> None:
    page = elsewhere.visit()
    elsewhere.reader.watch.forgiven += ["ERR_FAILED", "status of 503", "status of 200"]
    status = box(page).get_by_role("status")
    headers = {"Access-Control-Allow-Origin": origin(page.url)}
    answered_with(page, lambda route: route.abort())
    ask(page, "?")
    expect(status).to_have_text("Нет связи с сервисом. Повторите попытку.")
    problem = {"type": "/problems/too-busy", "detail": "<b>Занято</b>"}
    answered_with(page, lambda route: route.fulfill(status=503, json=problem, headers=headers))
    ask(page, "?")
    expect(status).to_have_text("<b>Занято</b>")
    answered_with(page, lambda route: route.fulfill(body="{", headers=headers))
    ask(page, "?")
    expect(status).to_have_text("Сервис не смог ответить. Повторите попытку.")
    box(page).get_by_role("textbox").fill("  ")
    box(page).get_by_role("button").click()
    expect(status).to_have_text("Введите вопрос.")


def test_a_site_that_was_not_allowed_is_not_answered(browser: Browser, open_service: str) -> None:
    with listening() as stranger:
        reader = Reader(browser, open_service)
        reader.watch.forgiven += ["CORS policy", "ERR_FAILED", "403"]
        page = OtherSite(open_service, stranger, reader).visit()
        ask(page, QUESTION["ru"])
        expect(box(page).get_by_role("status")).to_have_text("Нет связи с сервисом. Повторите попытку.")
        reader.leave()
    assert reader.watch.faults == []


def test_the_script_is_kept_by_browsers_and_asked_for_again_by_its_tag(elsewhere: OtherSite) -> None:
    context = elsewhere.reader.browser.new_context()
    first = context.request.get(f"{elsewhere.service}/widget.js")
    again = context.request.get(
        f"{elsewhere.service}/widget.js", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (first.status, again.status) == (200, 304)
    assert "max-age=3600" in first.headers["cache-control"]
    assert json.dumps("Сұрау", ensure_ascii=False) in first.text()
