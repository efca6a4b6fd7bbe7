"""What the OpenAPI document says beyond the routes: problems, and examples in both languages."""

import json
from importlib.resources import files
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.models import Example
from pydantic.json_schema import models_json_schema

from qa_service.api.problems import MEDIA_TYPE
from qa_service.replies.schemas import Problem

COMPONENTS = "#/components/schemas/{model}"
PROBLEM: dict[str, Any] = {
    "description": "An RFC 9457 problem in the language of the request.",
    "content": {MEDIA_TYPE: {"schema": {"$ref": COMPONENTS.format(model="Problem")}}},
}
KEYS: dict[str, Any] = {
    "bearer": {"type": "http", "scheme": "bearer"},
    "key": {"type": "apiKey", "in": "header", "name": "X-API-Key"},
}
"""How a client shows its API key, where the service wants one."""
ANY_PROBLEM: dict[int | str, dict[str, Any]] = {"4XX": PROBLEM, "5XX": PROBLEM}
EXAMPLES: dict[str, dict[str, Example]] = json.loads(
    files("qa_service.api").joinpath("examples.json").read_text(encoding="utf-8")
)
"""By request field; the words stand in examples.json."""


class Application(FastAPI):
    """FastAPI would describe a problem as application/json; here it has its own media type."""

    def openapi(self) -> dict[str, Any]:
        """The document at /openapi.json."""
        described = super().openapi()
        _, schemas = models_json_schema([(Problem, "serialization")], ref_template=COMPONENTS)
        described["components"]["schemas"].update(schemas["$defs"])
        described["components"]["securitySchemes"] = KEYS
        described["security"] = [{}, *({name: []} for name in KEYS)]
        return described
