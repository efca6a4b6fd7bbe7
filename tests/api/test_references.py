"""What the documents refer to, over HTTP."""

import pytest
from fastapi.testclient import TestClient

PLACES = [{"passage": "D1.kk.10", "lines": [10, 12], "highlights": [[0, 7]]}]


def test_every_reference_comes_with_all_its_places(client: TestClient) -> None:
    article, act = client.get("/v1/references?language=en").json()["references"]
    assert article["number"] == "20"
    assert act == {
        "kind": "act",
        "label": "Law No. 501-V of 8 April 2016",
        "number": "501-V",
        "code": None,
        "date": "2016-04-08",
        "places": PLACES,
    }


def test_one_kind_can_be_asked_for(client: TestClient) -> None:
    kinds = [entry["kind"] for entry in client.get("/v1/references?kind=act").json()["references"]]
    assert kinds == ["act"]


@pytest.mark.parametrize(
    ("language", "label"), [("kk", "Конвенцияның 20-бабы"), ("ru", "статья 20 Конвенции")]
)
def test_labels_are_in_the_language_that_the_reader_asks_for(
    client: TestClient, language: str, label: str
) -> None:
    asked = client.get(f"/v1/references?language={language}").json()
    accepted = client.get("/v1/references", headers={"Accept-Language": language}).json()
    assert asked == accepted
    assert (asked["language"], asked["references"][0]["label"]) == (language, label)


@pytest.mark.parametrize("parameter", ["kind=chapter", "language=de"])
def test_a_kind_or_language_that_there_is_not_is_refused(client: TestClient, parameter: str) -> None:
    refused = client.get(f"/v1/references?{parameter}")
    assert (refused.status_code, refused.json()["type"]) == (422, "/problems/request-invalid")
