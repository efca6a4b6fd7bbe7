"""Quoted names of two languages, matched by a person's table of names."""

import csv
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_service.document.source import read_text, split_lines
from qa_service.errors import CorpusUnreadable

QUOTATION_MARK = re.compile(r'["«»“”]')


@dataclass(frozen=True, slots=True)
class Names:
    """What stands between quotation marks in one language, and what may stand for it in the other."""

    matches: Mapping[str, tuple[str, ...]]

    def unmatched(self, text: str, translation: str) -> str:
        """The first name of `text` that has no match left in `translation`; else the quotation marks of both
        that stand at no name of the table; "" where all is matched."""
        for name in sorted(self.matches, key=len, reverse=True):
            if name not in text:
                continue
            text, count = re.subn(_quoted(name), "", text)
            for _ in range(count):
                match = next((other for other in self.matches[name] if f"«{other}»" in translation), None)
                if match is None:
                    return name
                translation = translation.replace(f"«{match}»", "", 1)
        return "".join(QUOTATION_MARK.findall(text + translation))


def _quoted(name: str) -> str:
    """A pattern for the name with its marks. A name that begins with a quotation shares the first mark with
    it; so a source writes that has no second kind of marks."""
    opening = "" if QUOTATION_MARK.match(name) else r'["«“]\s*'
    return rf'{opening}{re.escape(name)}\s*["»”]'


def read_names(root: Path, name: str) -> Names:
    """A table of two columns of names and one of notes, parted by tabs, under one line of their headings.
    Quotation marks belong to the names; lines that begin with # are comments. Raises CorpusUnreadable."""
    matches: dict[str, tuple[str, ...]] = {}
    for row in _rows(read_text(root, name)):
        if len(row) != 3 or not row[0] or not row[1]:
            raise CorpusUnreadable(file=str(root / name), reason=f"row is not two names and a note: {row}")
        matches[row[0]] = (*matches.get(row[0], ()), row[1])
    return Names(matches)


def _rows(text: str) -> Iterator[list[str]]:
    lines = [line for line in split_lines(text) if line.strip() and not line.startswith("#")]
    return iter(list(csv.reader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))[1:])
