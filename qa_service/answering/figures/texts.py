"""The texts of all rows, columns and titles, numbered, so that they can be scored at once."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.cells import Heading
from qa_service.answering.figures.facets import read_facets
from qa_service.language.stems import stems

Indexes = NDArray[np.int64]

Key = tuple[int, str, str]
"""(table, language, text): the same words in two tables are two texts."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """For each heading the numbers of its `texts`, and of the innermost in each language that has words.

    Rows are filled up with the number after the last text, which stands for one that holds nothing.
    """

    texts: Indexes
    speaking: Indexes


@dataclass(frozen=True, slots=True)
class Texts:
    """`words` are (language, words) of every text, `tables` where it stands; `parents` say of each
    heading what stands above it: rows of one table, or columns, of one parent are beside each other."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[int, ...]
    headings: Arranged
    titles: Arranged
    parents: tuple[Hashable, ...]


def read_texts(catalog: Catalog) -> Texts:
    """The texts of a catalog's headings and titles."""
    titles = [(number, grid.scope) for number, grid in enumerate(catalog.grids)]
    headings = list(zip(_tables(catalog), catalog.headings, strict=True))
    keys = dict.fromkeys(key for placed in (headings, titles) for each in placed for key in _keys(*each))
    numbers = {key: number for number, key in enumerate(keys)}
    words = tuple((language, _words(text, language)) for _, language, text in numbers)
    return Texts(
        words=words,
        tables=tuple(table for table, _, _ in numbers),
        headings=_arranged(headings, numbers, words),
        titles=_arranged(titles, numbers, words),
        parents=_parents(catalog, headings),
    )


def _tables(catalog: Catalog) -> list[int]:
    """The table of each heading: of all rows, then of all columns."""
    rows = [number for number, grid in enumerate(catalog.grids) for _ in grid.rows]
    return rows + [number for number, grid in enumerate(catalog.grids) for _ in grid.columns]


def _keys(table: int, heading: Heading) -> list[Key]:
    return [(table, language, text) for language, texts in heading.texts.items() for text in texts]


def _words(text: str, language: str) -> tuple[str, ...]:
    """What a text says, without its idle words unless it has no others."""
    facets = read_facets(text, language)
    return tuple(word for word in facets.words if word not in facets.idle) or facets.words


def _arranged(
    placed: Iterable[tuple[int, Heading]],
    numbers: Mapping[Key, int],
    words: Sequence[tuple[str, tuple[str, ...]]],
) -> Arranged:
    texts: list[list[int]] = []
    speaking: list[list[int]] = []
    for table, heading in placed:
        by_language = [
            [numbers[table, language, text] for text in its] for language, its in heading.texts.items()
        ]
        texts.append([number for its in by_language for number in its])
        speaking.append(
            [next((number for number in its if _speaks(words[number])), len(words)) for its in by_language]
        )
    return Arranged(_filled(texts, len(words)), _filled(speaking, len(words)))


def _speaks(said: tuple[str, tuple[str, ...]]) -> bool:
    language, words = said
    return any(stems(word, language) for word in words)


def _filled(rows: Sequence[Sequence[int]], blank: int) -> Indexes:
    width = max(map(len, rows), default=0)
    return np.array([[*row, *[blank] * (width - len(row))] for row in rows], dtype=np.int64)


def _parents(catalog: Catalog, headings: Sequence[tuple[int, Heading]]) -> tuple[Hashable, ...]:
    rows = sum(len(grid.rows) for grid in catalog.grids)
    return tuple((table, at < rows, its.kind[1:]) for at, (table, its) in enumerate(headings))
