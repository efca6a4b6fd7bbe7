"""The script for other sites as it is served; what it does in a browser: tests/web/test_widget.py."""

import json
import re
from importlib.resources import files

from fastapi.testclient import TestClient

WIDGET = files("qa_service").joinpath("web", "widget")


def test_the_script_is_whole_and_shows_nothing_of_itself_to_the_site(client: TestClient) -> None:
    reply = client.get("/widget.js")
    assert reply.headers["content-type"] == "text/javascript; charset=utf-8"
    assert reply.text.startswith('(() => {\n"use strict";')
    assert reply.text.endswith("})();\n")
    for part in ("marks.js", "service.js", "reply.js", "box.js"):
        assert WIDGET.joinpath(part).read_text("utf-8") in reply.text


def test_other_sites_may_load_and_keep_it(client: TestClient) -> None:
    headers = client.get("/widget.js").headers
    assert headers["cross-origin-resource-policy"] == "cross-origin"
    assert headers["cache-control"].startswith("public, max-age=3600")
    again = client.get("/widget.js", headers={"If-None-Match": headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")


def test_its_words_stand_in_both_languages_and_nowhere_in_its_code() -> None:
    words = json.loads(WIDGET.joinpath("words.json").read_text("utf-8"))
    assert list(words) == ["kk", "ru"]
    assert words["kk"].keys() == words["ru"].keys()
    assert [text for texts in words.values() for text in texts.values() if not text.strip()] == []
    for kazakh, russian in zip(words["kk"].values(), words["ru"].values(), strict=True):
        assert set(re.findall(r"\{\w+\}", kazakh)) == set(re.findall(r"\{\w+\}", russian))
    code = "".join(each.read_text("utf-8") for each in WIDGET.iterdir() if each.name.endswith(".js"))
    assert re.findall("[\u0400-\u04ff]+", code) == []


def test_nothing_is_put_into_the_site_as_markup() -> None:
    code = "".join(each.read_text("utf-8") for each in WIDGET.iterdir() if each.name.endswith(".js"))
    assert (
        re.findall(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\b|new Function", code)
        == []
    )
