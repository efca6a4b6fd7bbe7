"""The page at a passage's permanent address."""

import base64
import hashlib
from dataclasses import replace
from html.parser import HTMLParser
from types import SimpleNamespace

import pytest
from fastapi.testclient import TestClient

from tests.api.fakes import KAZAKH, RUSSIAN, FakeLibrary

PLACE = "/p/D1.kk.10"
HOSTILE = '<script>alert("1")</script> & $path "'


class Elements(HTMLParser):
    """The start tags of a page with their attributes, and its text by language."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str | None] = []
        self.texts: list[tuple[str | None, str]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag != "meta":
            self.open.append(dict(attrs).get("lang") or (self.open[-1] if self.open else None))

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        if data.strip():
            self.texts.append((self.open[-1], data.strip()))


@pytest.fixture
def neighbours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The passage stands between two others; its own text is hostile."""
    before, after = (replace(KAZAKH, id=f"D1.kk.{line}") for line in (8, 13))
    view = SimpleNamespace(
        passage=replace(KAZAKH, text=HOSTILE), counterpart=RUSSIAN, previous=before, next=after, column=None
    )
    monkeypatch.setattr(FakeLibrary, "passage", lambda library, identifier: view)


@pytest.mark.parametrize(
    ("language", "status", "citation"),
    [
        ("kk", "жұмыс аудармасы, ресми емес", "1-қаулы"),
        ("ru", "рабочий перевод, не официальный", "Постановление № 1"),
    ],
)
def test_every_text_says_its_language(client: TestClient, language: str, status: str, citation: str) -> None:
    shown = client.get(PLACE, headers={"Accept-Language": language})
    texts = Elements(shown.text).texts
    assert shown.headers["content-language"] == language
    for expected in (("kk", KAZAKH.text), ("ru", RUSSIAN.text), (language, status), (language, citation)):
        assert expected in texts


@pytest.mark.usefixtures("neighbours")
def test_a_passage_stands_between_its_neighbours_and_is_never_markup(client: TestClient) -> None:
    page = Elements(client.get(PLACE).text)
    links = [attributes for tag, attributes in page.tags if tag == "a"]
    assert links.pop(0) == {"href": "../#/read/D1.kk.10"}
    assert links == [{"rel": "prev", "href": "D1.kk.8"}, {"rel": "next", "href": "D1.kk.13"}]
    texts = [text for _, text in page.texts]
    assert texts.index(HOSTILE) == texts.index(RUSSIAN.text) - 2
    assert "script" not in [tag for tag, _ in page.tags]


def test_the_page_loads_nothing_and_the_browser_may_not_either(client: TestClient) -> None:
    shown = client.get(PLACE)
    policy = shown.headers["content-security-policy"]
    style = shown.text.partition("<style>")[2].partition("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert policy.startswith(f"default-src 'none'; style-src 'sha256-{digest}';")
    tags = Elements(shown.text).tags
    assert not {"script", "link", "img", "iframe"} & {tag for tag, _ in tags}
    assert not [attributes for _, attributes in tags if "style" in attributes or "src" in attributes]


def test_a_place_that_there_is_not_is_a_problem(client: TestClient) -> None:
    unknown = client.get("/p/D1.kk.999")
    assert (unknown.status_code, unknown.json()["type"]) == (404, "/problems/passage-unknown")
