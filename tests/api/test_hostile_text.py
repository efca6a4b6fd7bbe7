"""Script in a question, in a file of the corpus or in a remark stays text, wherever it is shown."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser

import pytest
from fastapi.testclient import TestClient
from httpx2 import Response

from qa_service.api.app import create_app
from qa_service.assembly import build_index, open_service
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.settings import Settings

SCRIPT = "<script>alert('1')</script>"
IMAGE = '</mark></p></title><img src=x onerror="alert(2)">'
TEXT = f"""Балалар {SCRIPT} құқықтары

Балалар {SCRIPT} & "құқықтары" туралы заң 2016 жылы қабылданды.

{IMAGE} балалар үйлерінің саны азайды.

$text ${{text}} {{text}} %s 'onmouseover=' балалар бақшаларының саны өсті.
"""


class Tags(HTMLParser):
    """The start tags of a page, with the names of their attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[str] = []
        self.attributes: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes |= {name for name, _ in attrs}


@pytest.fixture(scope="module")
def client(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The whole service over a document that somebody filled with script."""
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "corpus").mkdir()
    (folder / "corpus" / "hostile.txt").write_text(TEXT, encoding="utf-8")
    places = {name: folder / name for name in ("corpus", "index", "data")}
    own = settings.model_copy(update=places)
    build_index(own, lambda done, total: None)
    supplier = Supplier(lambda: open_service(own), own.index / "CURRENT", own.reload_seconds)
    supplier.open()
    with TestClient(create_app(Host(supplier, Workers(2)), own)) as opened:
        yield opened


def passages(client: TestClient) -> list[str]:
    outline = client.get("/v1/documents/hostile/outline").json()
    ids = [entry for edition in outline["editions"] for entry in _ids(edition)]
    assert len(ids) >= 4
    return ids


def _ids(tree: dict[str, object]) -> list[str]:
    found = [str(each) for each in tree.get("passages", [])]  # type: ignore[attr-defined]
    for section in tree.get("sections", []):  # type: ignore[attr-defined]
        found += _ids(section)
    return found


def assert_harmless(reply: Response) -> None:
    """JSON that no browser takes for a page."""
    assert reply.headers["content-type"] in ("application/json", "application/problem+json")
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["content-security-policy"].startswith("default-src 'none'")
    json.loads(reply.content)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_no_word_of_a_document_becomes_markup_at_its_address(client: TestClient, language: str) -> None:
    shown = []
    for identifier in passages(client):
        reply = client.get(f"/p/{identifier}", headers={"Accept-Language": language})
        assert reply.headers["content-type"].startswith("text/html")
        tags = Tags(reply.text)
        assert not {"script", "img", "iframe", "object"} & set(tags.found)
        assert not {name for name in tags.attributes if name.startswith("on")}
        shown.append(reply.text)
    assert any("&lt;script&gt;alert(&#x27;1&#x27;)&lt;/script&gt;" in page for page in shown)
    assert any("$text ${text} {text} %s" in page for page in shown)


def test_a_document_says_its_words_over_json_as_they_are(client: TestClient) -> None:
    found = client.post("/v1/search", json={"query": "балалар заң 2016 жылы", "limit": 10})
    assert_harmless(found)
    assert any(SCRIPT in hit["passage"]["text"] for hit in found.json()["hits"])
    for identifier in passages(client):
        assert_harmless(client.get(f"/v1/passages/{identifier}"))


@pytest.mark.parametrize("question", [SCRIPT, IMAGE, "</script><svg onload=alert(3)>", "{{7*7}}${7*7}"])
def test_a_question_with_script_is_only_ever_json(client: TestClient, question: str) -> None:
    replies = [
        client.post("/v1/ask", json={"question": question + " ?"}),
        client.post("/v1/search", json={"query": question}),
        client.get("/v1/cite", params={"reference": question}),
        client.post("/v1/check", json={"text": question}),
        client.post("/v1/search", json={"query": question, question: 1}),
        client.get(f"/v1/passages/{question}"),
        client.get(f"/p/{question}"),
        client.get("/v1/tables/" + question),
        client.get("/" + question),
    ]
    for reply in replies:
        assert_harmless(reply)
    completion = {"model": "qa-service", "messages": [{"role": "user", "content": question}]}
    assert_harmless(client.post("/v1/chat/completions", json=completion))


def test_a_remark_with_script_comes_back_as_json_alone(client: TestClient) -> None:
    judged = {"question": SCRIPT, "language": "other", "verdict": "wrong", "answered": False, "remark": IMAGE}
    kept = client.post("/v1/feedback", json=judged)
    assert kept.status_code == 201
    assert_harmless(kept)
    told = client.get("/v1/feedback")
    assert_harmless(told)
    assert IMAGE in json.dumps(told.json(), ensure_ascii=False).replace('\\"', '"')
    page = client.get("/").text
    assert IMAGE not in page
    assert SCRIPT not in page
