"""Differences between a text and its translation that a person has read and accepted."""

from collections.abc import Set
from dataclasses import dataclass
from pathlib import Path

from qa_service.corpus_files import read_rows
from qa_service.errors import CorpusUnreadable


@dataclass(frozen=True, slots=True)
class Difference:
    """What a check found in the translation of the official passage that begins at `line`."""

    line: int
    check: str
    found: str

    def __str__(self) -> str:
        return f"translation of line {self.line}, {self.check}: {self.found}"


def read_exceptions(root: Path, name: str) -> frozenset[Difference]:
    """The accepted differences of a file with the columns line, check, difference, reason; raises
    CorpusUnreadable."""
    rows = read_rows(root, name, ("line", "check", "difference", "reason"))
    return frozenset(Difference(row.number("line"), row["check"], row["difference"]) for row in rows)


def require_no_others(found: Set[Difference], accepted: Set[Difference], file: Path) -> None:
    """Raises CorpusUnreadable for the first difference that nobody accepted, and for an accepted one that is
    there no more."""
    if unread := found - accepted:
        raise CorpusUnreadable(file=str(file), reason=str(min(unread, key=_place)))
    if stale := accepted - found:
        raise CorpusUnreadable(file=str(file), reason=f"stale exception: {min(stale, key=_place)}")


def _place(difference: Difference) -> tuple[int, str]:
    return difference.line, difference.check
