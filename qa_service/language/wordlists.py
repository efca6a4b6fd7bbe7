"""The word lists beside the code: plain text, words apart by blanks, lines that open with # are remarks."""

from functools import cache
from importlib import resources


@cache
def word_list(name: str) -> tuple[str, ...]:
    """The words of `data/<name>.txt` in their order."""
    text = (resources.files(__package__) / "data" / f"{name}.txt").read_text("utf-8")
    lines = (line for line in text.splitlines() if not line.startswith("#"))
    return tuple(word for line in lines for word in line.split())
