"""A table as a picture, over HTTP."""

from io import BytesIO

import pytest
from fastapi.testclient import TestClient
from PIL import Image

PICTURE = "/v1/tables/6?format=png"


def test_a_table_can_be_had_as_a_picture_that_a_page_can_show(client: TestClient) -> None:
    reply = client.get(PICTURE)
    assert reply.headers["content-type"] == "image/png"
    assert reply.headers["content-disposition"] == 'inline; filename="table-6.png"'
    assert Image.open(BytesIO(reply.content)).width > 300


def test_a_cell_is_marked_where_one_is_named(client: TestClient) -> None:
    assert client.get(f"{PICTURE}&row=1&column=2").content != client.get(PICTURE).content


@pytest.mark.parametrize(
    ("cell", "status", "problem"),
    [
        pytest.param("row=9&column=1", 404, "cell-unknown", id="no such row"),
        pytest.param("row=1&column=99", 404, "cell-unknown", id="no such column"),
        pytest.param("row=1", 422, "request-invalid", id="half a cell"),
        pytest.param("row=0&column=1", 422, "request-invalid", id="counted from nought"),
        pytest.param("row=99999999999999999999&column=1", 404, "cell-unknown", id="astronomical"),
    ],
)
def test_a_cell_that_there_is_not_is_a_problem(
    client: TestClient, cell: str, status: int, problem: str
) -> None:
    reply = client.get(f"{PICTURE}&{cell}")
    assert (reply.status_code, reply.json()["type"]) == (status, f"/problems/{problem}")
