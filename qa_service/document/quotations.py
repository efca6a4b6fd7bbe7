"""Quoted names of two languages, matched by a person's table of names."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_service.corpus_files import read_rows

NOTE = "note"
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


def read_names(root: Path, name: str, language: str, other: str) -> Names:
    """The names of a file with a column for each of the two languages and one of notes; quotation marks are
    part of a name. Raises CorpusUnreadable."""
    matches: dict[str, tuple[str, ...]] = {}
    for row in read_rows(root, name, (language, other, NOTE), blank=(NOTE,)):
        matches[row[language]] = (*matches.get(row[language], ()), row[other])
    return Names(matches)
