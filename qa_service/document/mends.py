"""Recorded repairs of the extraction: words that a removed link displaced go back to their place."""

from collections.abc import Sequence
from pathlib import Path

from qa_service.corpus_files import read_rows
from qa_service.document.records import Mend
from qa_service.errors import CorpusUnreadable


def read_mends(root: Path, name: str) -> tuple[Mend, ...]:
    """The mends of a file with the columns line, before, after, reason; raises CorpusUnreadable."""
    rows = read_rows(root, name, ("line", "before", "after", "reason"), blank=("after",))
    return tuple(Mend(row.number("line"), row["before"], row["after"], row["reason"]) for row in rows)


def apply_mends(lines: Sequence[str], mends: Sequence[Mend], file: str) -> list[str]:
    """The mended lines. Raises CorpusUnreadable for a stale mend: `before` must stand once on its line."""
    mended = list(lines)
    for mend in mends:
        if not 1 <= mend.line <= len(mended) or mended[mend.line - 1].count(mend.before) != 1:
            raise CorpusUnreadable(
                file=file, reason=f"stale mend: line {mend.line} does not read {mend.before!r} once"
            )
        mended[mend.line - 1] = mended[mend.line - 1].replace(mend.before, mend.after)
    return mended


def mends_within(mends: Sequence[Mend], first: int, last: int) -> tuple[Mend, ...]:
    """The mends of a span of lines."""
    return tuple(mend for mend in mends if first <= mend.line <= last)
