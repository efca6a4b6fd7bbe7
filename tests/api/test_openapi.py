"""The description, the page in docs/ and the routes say the same."""

from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI

from qa_service.api.openai_errors import ROUTES as OPENAI_ROUTES
from qa_service.api.problems import MEDIA_TYPE, SLUG_OF_STATUS, STATUS_OF_ERROR
from qa_service.replies.schemas import AskRequest, SearchRequest

PAGE = (Path(__file__).parents[2] / "docs" / "api.md").read_text(encoding="utf-8")


@pytest.fixture
def paths(app: FastAPI) -> dict[str, dict[str, Any]]:
    return dict(app.openapi()["paths"])


def test_the_page_names_every_route(paths: dict[str, dict[str, Any]]) -> None:
    calls = [f"{method.upper()} {path}" for path, methods in paths.items() for method in methods]
    shown = [call.replace("{identifier}", "{id}") for call in calls]
    assert [call for call in shown if f"`{call}" not in PAGE] == []


def test_the_page_names_every_problem() -> None:
    slugs = (
        {error.slug for error in STATUS_OF_ERROR}
        | set(SLUG_OF_STATUS.values())
        | {"internal", "request-invalid"}
    )
    assert [slug for slug in slugs if slug not in PAGE] == []


@pytest.mark.parametrize(("path", "request_model"), [("/v1/search", SearchRequest), ("/v1/ask", AskRequest)])
def test_a_text_has_examples_in_both_languages_that_are_accepted(
    paths: dict[str, dict[str, Any]], path: str, request_model: type[SearchRequest | AskRequest]
) -> None:
    examples = paths[path]["post"]["requestBody"]["content"]["application/json"]["examples"]
    assert set(examples) == {"kk", "ru"}
    for example in examples.values():
        assert request_model.model_validate(example["value"])


def test_every_route_describes_its_reply_and_its_problems(paths: dict[str, dict[str, Any]]) -> None:
    for path, methods in paths.items():
        for described in methods.values():
            done = next(reply for status, reply in described["responses"].items() if status.startswith("2"))
            assert any(each.get("schema") for each in done["content"].values()), path
            theirs = path.startswith(OPENAI_ROUTES)
            expected = "application/json" if theirs else MEDIA_TYPE
            assert list(described["responses"]["4XX"]["content"]) == [expected]


def test_the_description_holds_the_schema_of_a_problem(app: FastAPI) -> None:
    assert "Problem" in app.openapi()["components"]["schemas"]
