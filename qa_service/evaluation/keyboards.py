"""Kazakh as people type it without a Kazakh keyboard; the habits are columns of `keyboards.tsv`.

These spellings are the evaluation's own, apart from those that the service restores, so that the two
can be held against each other.
"""

from collections.abc import Mapping
from functools import cache
from importlib import resources

AS_WRITTEN = "as written"
RUSSIAN_LETTERS = "russian letters"
LATIN = "latin"


def typed(text: str, habit: str) -> str:
    """`text` in the spelling of one habit. Raises KeyError for a habit that there is not."""
    return text if habit == AS_WRITTEN else text.translate(_keys()[habit])


@cache
def _keys() -> Mapping[str, Mapping[int, str]]:
    table = (resources.files(__package__) / "keyboards.tsv").read_text("utf-8").splitlines()
    header, *rows = [line.split("\t") for line in table if not line.startswith("#")]
    return {habit: _spelling(column, rows) for column, habit in enumerate(header) if column}


def _spelling(column: int, rows: list[list[str]]) -> Mapping[int, str]:
    small = {row[0]: row[column].strip("-") for row in rows}
    capital = {letter.upper(): spelling.capitalize() for letter, spelling in small.items()}
    return str.maketrans(small | capital)
