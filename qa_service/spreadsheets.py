"""Text and numbers for programs that calculate: what people wrote stays text, and what is printed as a number
is one.

A cell that begins like a formula would be run when the file is opened or the cell is edited
(https://owasp.org/www-community/attacks/CSV_Injection).
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterable, Sequence
from decimal import Decimal

from openpyxl.cell import Cell, WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.worksheet.worksheet import Worksheet

from qa_service.language.visible import visible

BYTE_ORDER_MARK = "\ufeff"
NUMBER = re.compile(r"[-−]?(?:0|[1-9]\d{0,2}(?:[ \u00a0\u2009\u202f]\d{3})+|[1-9]\d*)(?:[.,]\d+)?%?")
SPACES = re.compile(r"[ \u00a0\u2009\u202f]")
FORMULA_SIGNS = frozenset("=+-@")
CONTROLS = ("\t", "\r", "\n")


def printed_number(text: str) -> int | float | None:
    """The number that a cell prints: 17918214 for "17 918 214", 48.4 for "48,4", 0.05 for "5%".

    None where it prints anything else.
    """
    if not NUMBER.fullmatch(text):
        return None
    plain = SPACES.sub("", text).replace("−", "-").replace(",", ".")
    if plain.endswith("%"):
        return float(Decimal(plain.removesuffix("%")) / 100)
    return float(plain) if "." in plain else int(plain)


def could_run(text: str) -> bool:
    """Whether a program could take the text for a formula: it begins with = + - @, in any width and behind
    spaces and hidden marks, or with a tab or the end of a line. A number and a dash alone are none."""
    seen = visible(text)
    if len(seen) < 2 or printed_number(seen) is not None:
        return False
    return text.startswith(CONTROLS) or unicodedata.normalize("NFKC", seen[0]) in FORMULA_SIGNS


def to_csv(lines: Iterable[Sequence[str]]) -> bytes:
    """RFC 4180 in UTF-8 with a byte order mark, without which Excel misreads Kazakh letters. An apostrophe
    leads what could run."""
    written = io.StringIO(newline="")
    csv.writer(written).writerows(
        [f"'{text}" if could_run(text) else text for text in line] for line in lines
    )
    return (BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def _harmless(text: str) -> str:
    return f"'{text}" if could_run(text) else text


def text_cell(sheet: Worksheet, text: str) -> Cell:
    """A cell to append to a sheet: text whatever it begins with, and still text once it is edited."""
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text))
    if text:
        cell.data_type = "s"
        cell.quotePrefix = could_run(text)
    return cell
