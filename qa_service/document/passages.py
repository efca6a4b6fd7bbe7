"""Placed paragraphs into passages with ids."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from string import ascii_lowercase

from qa_service.document.mends import mends_within
from qa_service.document.outline import Levelled, Placed, Role
from qa_service.document.pieces import Piece, pieces_of
from qa_service.document.records import Kind, Mend, Passage, Status

RUNNING = (Role.TEXT, Role.MATTER)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where passages come from."""

    document: str
    language: str
    status: Status
    mends: tuple[Mend, ...] = ()


def passages_of(placed: Sequence[Placed], origin: Origin) -> list[Levelled]:
    """Every passage in the order of the text, with its heading level."""
    started: Counter[str] = Counter()
    return [
        (where.level, _passage(piece, where, origin, started))
        for together, group in groupby(placed, key=_neighbourhood)
        for where, piece in _pieces(list(group), together[0])
    ]


def _neighbourhood(where: Placed) -> tuple[Role, tuple[str, ...], int]:
    """Texts of one section may form a list; everything else stands alone."""
    first = where.entry.paragraph.span[0]
    return where.entry.role, where.path, 0 if where.entry.role in RUNNING else first


def _pieces(group: Sequence[Placed], role: Role) -> Iterator[tuple[Placed, Piece]]:
    if role in RUNNING:
        yield from ((group[0], piece) for piece in pieces_of([where.entry.paragraph for where in group]))
        return
    for where in group:
        kind = Kind.TABLE if role is Role.TABLE else Kind.HEADING
        yield where, Piece(kind, where.entry.paragraph.text, where.entry.paragraph.span)


def _passage(piece: Piece, where: Placed, origin: Origin, started: Counter[str]) -> Passage:
    return Passage(
        id=f"{origin.document}.{origin.language}.{_local_id(piece, where, started)}",
        document=origin.document,
        language=origin.language,
        status=origin.status,
        kind=piece.kind,
        text=piece.text,
        lines=piece.lines,
        path=where.path,
        articles=where.articles,
        observations=where.observations,
        table=where.entry.table,
        context=piece.context,
        mends=mends_within(origin.mends, *piece.lines),
    )


def _local_id(piece: Piece, where: Placed, started: Counter[str]) -> str:
    """The first line or the table's number; a second passage with the same one gets a letter."""
    name = str(piece.lines[0]) if where.entry.table is None else f"t{where.entry.table}"
    started[name] += 1
    return f"{name}{letters(started[name]) if started[name] > 1 else ''}"


def letters(number: int) -> str:
    """A number counted in letters: a, b ... z, aa, ab."""
    rest, last = divmod(number - 1, len(ascii_lowercase))
    return (letters(rest) if rest else "") + ascii_lowercase[last]
