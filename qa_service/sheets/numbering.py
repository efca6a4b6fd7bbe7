"""Numbers that Word gives to paragraphs by itself (ECMA-376, 17.9): they stand in no text run."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from docx.oxml.ns import qn

_PLACEHOLDER = re.compile(r"%(\d)")
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя"
_LETTERS = {"lowerLetter": _LATIN, "upperLetter": _LATIN.upper(), "russianLower": _RUSSIAN}
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


@dataclass(frozen=True, slots=True)
class _Level:
    form: str
    text: str
    start: int


class Numbering:
    """Counts the numbered paragraphs of one document in their order."""

    def __init__(self, element: Any | None) -> None:
        self._lists = {} if element is None else _lists(element)
        self._counts: dict[tuple[str, int], int] = {}

    def next_number(self, properties: Any | None) -> str:
        """The number of the next paragraph, "" where it has none or a bullet."""
        if properties is None:
            return ""
        number, depth = _value(properties, "numId"), int(_value(properties, "ilvl") or 0)
        abstract, levels = self._lists.get(number or "", ("", {}))
        if depth not in levels:
            return ""
        self._count(abstract, levels, depth)
        return _PLACEHOLDER.sub(
            lambda match: self._printed(abstract, levels, int(match[1]) - 1), levels[depth].text
        )

    def _count(self, abstract: str, levels: Mapping[int, _Level], depth: int) -> None:
        key = (abstract, depth)
        self._counts[key] = self._counts.get(key, levels[depth].start - 1) + 1
        for deeper in [each for each in self._counts if each[0] == abstract and each[1] > depth]:
            del self._counts[deeper]

    def _printed(self, abstract: str, levels: Mapping[int, _Level], depth: int) -> str:
        level = levels.get(depth)
        if level is None or level.form == "bullet":
            return ""
        return printed(self._counts.get((abstract, depth), level.start), level.form)


def printed(count: int, form: str) -> str:
    """A count in one of Word's formats; those that lists of issues do not use are printed as decimals.

    >>> printed(3, "lowerLetter"), printed(14, "upperRoman"), printed(2, "decimal")
    ('c', 'XIV', '2')
    """
    if form in _LETTERS and 1 <= count <= len(_LETTERS[form]):
        return _LETTERS[form][count - 1]
    if form in ("lowerRoman", "upperRoman") and 1 <= count < 40:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return str(count)


def _roman(count: int) -> str:
    letters = ""
    for value, letter in _ROMAN:
        letters += letter * (count // value)
        count %= value
    return letters


def _lists(element: Any) -> dict[str, tuple[str, dict[int, _Level]]]:
    """By numId: the abstract list that counts, and its levels."""
    abstracts = {
        each.get(qn("w:abstractNumId")): _levels(each) for each in element.findall(qn("w:abstractNum"))
    }
    found = {}
    for each in element.findall(qn("w:num")):
        abstract = _value(each, "abstractNumId") or ""
        number = each.get(qn("w:numId"))
        # A list with overrides of its own begins to count anew.
        anew = each.find(qn("w:lvlOverride")) is not None
        found[number] = (f"num {number}" if anew else f"abstract {abstract}", abstracts.get(abstract, {}))
    return found


def _levels(abstract: Any) -> dict[int, _Level]:
    return {
        int(level.get(qn("w:ilvl"))): _Level(
            form=_value(level, "numFmt") or "decimal",
            text="" if _value(level, "numFmt") == "bullet" else _value(level, "lvlText") or "",
            start=int(_value(level, "start") or 1),
        )
        for level in abstract.findall(qn("w:lvl"))
    }


def _value(element: Any, name: str) -> str | None:
    child = element.find(qn(f"w:{name}"))
    return None if child is None else child.get(qn("w:val"))
