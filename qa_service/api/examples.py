"""Examples for the OpenAPI document, in both languages; the words stand in examples.json."""

import json
from importlib.resources import files

from fastapi.openapi.models import Example

EXAMPLES: dict[str, dict[str, Example]] = json.loads(
    files("qa_service.api").joinpath("examples.json").read_text(encoding="utf-8")
)
