"""Texts that anybody may have written, made fit to be shown on a terminal or opened in a spreadsheet."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Sequence

BYTE_ORDER_MARK = "\ufeff"
FORMULA_SIGNS = ("=", "+", "-", "@", "|", "%")


def plain(text: str) -> str:
    """The text in one line without control characters and marks that turn the direction of writing."""
    kept = (each for each in text if each.isspace() or not unicodedata.category(each).startswith("C"))
    return " ".join("".join(kept).split())


def to_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark; text that a spreadsheet would run is led by an apostrophe."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows([[_harmless(plain(text)) for text in line] for line in lines])
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
