"""What the service itself says to people, in three languages; the wording stands in `phrases/*.toml`."""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib import resources

LANGUAGES = ("kk", "ru", "en")


def phrase(key: str, language: str, /, **values: object) -> str:
    """The phrase "<table>.<name>" with its placeholders filled from `values`.

    A query whose language is "other" is answered in English. Values without a placeholder are left
    out. KeyError where there is no such phrase or a placeholder has no value.
    """
    table, _, name = key.partition(".")
    spoken = language if language in LANGUAGES else "en"
    return phrases(spoken)[table][name].format(**values)


@cache
def phrases(language: str) -> Mapping[str, Mapping[str, str]]:
    """All phrases of one of `LANGUAGES`, by table and name."""
    file = resources.files(__package__) / "phrases" / f"{language}.toml"
    return tomllib.loads(file.read_text("utf-8"))
