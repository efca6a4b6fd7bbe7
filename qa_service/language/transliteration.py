"""Kazakh in Latin letters, as people write it; the habits are rows of `data/latin-styles.tsv`."""

from collections.abc import Mapping
from functools import cache
from importlib import resources

from qa_service.language.alphabet import fold


@cache
def latin_styles() -> Mapping[str, Mapping[str, str]]:
    """For each habit its Latin spelling of every folded Cyrillic letter."""
    text = (resources.files(__package__) / "data" / "latin-styles.tsv").read_text("utf-8")
    header, *rows = [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
    return {
        style: {row[0]: row[column].replace("-", "") for row in rows}
        for column, style in enumerate(header)
        if column
    }


def latinise(text: str, style: str) -> str:
    """Folded `text` with its Cyrillic letters spelled in one of `latin_styles`."""
    spelling = latin_styles()[style]
    return "".join(spelling.get(letter, letter) for letter in fold(text))
