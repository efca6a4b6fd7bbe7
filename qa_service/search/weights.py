"""How much each signal counts: data fitted on the project's own questions (docs/evaluation.md)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

DEFAULT = "kk"


@dataclass(frozen=True, slots=True)
class Weights:
    """`broad` are those of the signals of every unit, `close` of the shortlist's."""

    broad: Mapping[str, float]
    close: Mapping[str, float]


def weights_for(language: str) -> Weights:
    """The weights for queries in this language; other languages take those of DEFAULT."""
    table = _table()
    return Weights(**table.get(language, table[DEFAULT]))


@cache
def _table() -> Mapping[str, Mapping[str, Mapping[str, float]]]:
    return tomllib.loads(resources.files(__package__).joinpath("weights.toml").read_text("utf-8"))
