"""The mark that a citation carries: which passage it names, and a digest of the words that stood there."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

DIGEST_LENGTH = 12
"""Hexadecimal digits of the SHA-256 of a text in UTF-8: one chance in 2^48 that a changed text keeps it."""

_MARK = re.compile(rf"\[(?P<id>[\w-]+(?:\.[\w-]+)+)@(?P<digest>[0-9a-f]{{{DIGEST_LENGTH}}})\]")


@dataclass(frozen=True, slots=True)
class Mark:
    """Printed as "[P2100000942.kk.92@0123456789ab]". `id` is a passage's; one cell of a table row has the
    row's id and ".c" with the column, counted from 1."""

    id: str
    digest: str

    def __str__(self) -> str:
        return f"[{self.id}@{self.digest}]"


def digest_of(text: str) -> str:
    """The first digits of the SHA-256 of `text`, verbatim."""
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:DIGEST_LENGTH]


def marks_in(text: str) -> Iterator[tuple[int, Mark]]:
    """Every mark of a text with the offset at which it starts."""
    for match in _MARK.finditer(text):
        yield match.start(), Mark(match["id"], match["digest"])
