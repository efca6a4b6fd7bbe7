"""What a language model is told of the server, its tools and their arguments: descriptions.toml."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files

DESCRIPTIONS: Mapping[str, Mapping[str, str]] = tomllib.loads(
    files("qa_service.mcp").joinpath("descriptions.toml").read_text(encoding="utf-8")
)
"""By tool, and of the server itself."""
