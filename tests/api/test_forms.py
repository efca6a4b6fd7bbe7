"""Citations come in the form that the client asks for."""

import pytest
from fastapi.testclient import TestClient

FOOTNOTE = {"kk": "1-қаулы", "ru": "Постановление № 1"}


@pytest.mark.parametrize("form", ["short", "gost", "csl", "bibtex", "link"])
def test_every_call_gives_citations_in_the_form_asked_for(client: TestClient, form: str) -> None:
    searched = client.post("/v1/search", json={"query": "дети", "form": form}).json()
    asked = client.post("/v1/ask", json={"question": "дети?", "form": form}).json()
    placed = client.get("/v1/cite", params={"reference": "20-бап", "form": form}).json()
    shown = client.get("/v1/passages/D1.kk.10", params={"form": form}).json()
    table = client.get("/v1/tables/6", params={"form": form}).json()
    assert searched["hits"][0]["passage"]["citation"] == {"ru": f"{form} D1.ru.7"}
    assert asked["citations"][0]["passage"]["counterpart"]["citation"] == {"ru": f"{form} D1.kk.10"}
    assert asked["figure"]["citation"] == {"ru": f"{form} D1.kk.t6.r1.c1"}
    assert placed["hits"][0]["passage"]["citation"] == {"ru": f"{form} D1.kk.10"}
    assert shown["passage"]["citation"] == {"ru": f"{form} D1.kk.10"}
    assert table["citation"] == {"ru": f"{form} D1.kk.t6"}


def test_a_footnote_is_given_where_no_form_is_asked_for(client: TestClient) -> None:
    assert client.get("/v1/passages/D1.kk.10").json()["passage"]["citation"] == FOOTNOTE


def test_a_form_that_there_is_not_is_refused_by_name(client: TestClient) -> None:
    refused = client.get("/v1/passages/D1.kk.10?form=apa")
    assert refused.status_code == 422
    assert refused.json()["errors"][0]["field"] == "form"
    assert client.post("/v1/search", json={"query": "дети", "form": "apa"}).status_code == 422


def test_rows_of_a_table_name_themselves(client: TestClient) -> None:
    table = client.get("/v1/tables/6").json()
    assert table["passage"] == "D1.kk.t6"
    assert [row["passage"] for row in table["rows"]] == ["D1.kk.t6.r1"]


def test_places_can_be_limited_and_are_counted(client: TestClient) -> None:
    reply = client.get("/v1/cite", params={"reference": "20-бап", "limit": 1}).json()
    assert (reply["found"], len(reply["hits"])) == (1, 1)
    assert client.get("/v1/cite?reference=20&limit=0").status_code == 422
