"""The report as it is read, over HTTP and from the real index."""

from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.testclient import TestClient

from qa_service.api.app import create_app
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.service import Service
from qa_service.settings import Settings

PATH = "/v1/documents/P2100000942/passages"


@pytest.fixture(scope="module")
def client(service: Service, settings: Settings) -> Iterator[TestClient]:
    supplier = Supplier(lambda: service, settings.index / "CURRENT", settings.reload_seconds)
    supplier.open()
    with TestClient(create_app(Host(supplier, Workers(2)), settings)) as opened:
        yield opened


def read(client: TestClient, **asked: str) -> Any:
    reply = client.get(PATH, params=asked)
    assert reply.status_code == 200
    return reply.json()


def test_every_heading_of_an_outline_opens_a_section_that_holds_it(client: TestClient) -> None:
    outline = client.get("/v1/documents/P2100000942/outline").json()["editions"][1]["sections"]
    headings = [one["passages"][0] for one in _all_sections(outline)]
    assert len(headings) > 80
    for heading in headings[::7]:
        assert heading in [one["id"] for one in read(client, section=heading)["passages"]]


@pytest.mark.parametrize(("language", "status"), [("kk", "official"), ("ru", "working-translation")])
def test_turning_pages_shows_the_whole_report_once_and_in_order(
    client: TestClient, service: Service, language: str, status: str
) -> None:
    seen: list[Any] = []
    page = read(client, language=language)
    while page["next"]:
        seen += page["passages"]
        page = read(client, section=page["next"], language=language)
    seen += page["passages"]
    lines = [one["source_lines"][0] for one in seen]
    official = service.library.document("P2100000942").official.passages
    assert lines == sorted(lines)
    assert len(seen) > 650
    assert {one["status"] for one in seen} == {status}
    assert {one["table"] for one in seen if one["kind"] == "table"} == {
        each.table for each in official if each.kind == "table"
    }


def test_each_passage_comes_with_its_counterpart_and_citation(client: TestClient) -> None:
    page = read(client, section="P2100000942.kk.1204", language="ru")
    assert page["section"] == "P2100000942.ru.1202"
    assert [one["counterpart"]["language"] for one in page["passages"]] == ["kk"] * len(page["passages"])
    assert all(one["citation"]["kk"] for one in page["passages"])


def test_a_run_starts_where_it_is_told_and_a_cell_opens_its_table(client: TestClient) -> None:
    run = read(client, start="P2100000942.kk.1204", limit="3")
    assert (run["section"], len(run["passages"])) == ("P2100000942.kk.1204", 3)
    page = read(client, section="P2100000942.kk.t6.r9.c4")
    assert "P2100000942.kk.t6" in [one["id"] for one in page["passages"]]


@pytest.mark.parametrize(
    ("path", "asked", "problem"),
    [
        pytest.param(PATH, {"section": "P2100000942.kk.3"}, "passage-unknown", id="line without a passage"),
        pytest.param(PATH, {"section": "../../etc/passwd"}, "passage-unknown", id="no id"),
        pytest.param(PATH, {"language": "en"}, "edition-unknown", id="no such edition"),
        pytest.param("/v1/documents/other/passages", {}, "document-unknown", id="no such document"),
    ],
)
def test_what_is_not_there_is_a_problem(
    client: TestClient, path: str, asked: dict[str, str], problem: str
) -> None:
    reply = client.get(path, params=asked)
    assert (reply.status_code, reply.json()["type"]) == (404, f"/problems/{problem}")


@pytest.mark.parametrize("limit", ["0", "201", "x"])
def test_a_length_out_of_bounds_is_refused(client: TestClient, limit: str) -> None:
    assert client.get(PATH, params={"limit": limit}).status_code == 422


def _all_sections(sections: list[Any]) -> Iterator[Any]:
    for one in sections:
        yield one
        yield from _all_sections(one["sections"])
