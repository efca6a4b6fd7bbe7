"""The texts of all rows, columns and titles, numbered, so that they can be scored at once."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.cells import TITLE, Grid
from qa_service.answering.figures.facets import read_facets
from qa_service.answering.figures.headings import Heading
from qa_service.language.stems import stems

Indexes = NDArray[np.int64]

Key = tuple[int, str, str]
"""(table, language, text): the same words in two tables are two texts."""
Called = tuple[Key, ...]
"""A printed text, and after it what people call it."""
Path = tuple[Called, ...]
"""The texts of a row, a column or a title in one language, the innermost first."""


@dataclass(frozen=True, slots=True)
class Arranged:
    """For each heading the numbers of its `texts`, and of the innermost in each language that has words
    with what people call it.

    Rows are filled up with the number after the last text, which stands for one that holds nothing.
    """

    texts: Indexes
    speaking: Indexes


@dataclass(frozen=True, slots=True)
class Texts:
    """`words` are (language, words) of every text, `tables` where it stands, `everyday` whether it is
    not printed there; `parents` say of each heading what stands above it: rows of one table, or columns,
    of one parent are beside each other."""

    words: tuple[tuple[str, tuple[str, ...]], ...]
    tables: tuple[int, ...]
    everyday: tuple[bool, ...]
    headings: Arranged
    titles: Arranged
    parents: tuple[Hashable, ...]


def read_texts(catalog: Catalog) -> Texts:
    """The texts of a catalog's headings and titles, with their everyday names."""
    placed = list(zip(_tables(catalog), catalog.headings, strict=True))
    headings = [_paths(table, catalog.grids[table], each) for table, each in placed]
    titles = [_paths(table, grid, grid.scope, TITLE) for table, grid in enumerate(catalog.grids)]
    called = [each for paths in (*headings, *titles) for path in paths for each in path]
    printed = {key for key, *_ in called}
    numbers = {key: number for number, key in enumerate(dict.fromkeys(chain.from_iterable(called)))}
    words = tuple((language, _words(text, language)) for _, language, text in numbers)
    return Texts(
        words=words,
        tables=tuple(table for table, _, _ in numbers),
        everyday=tuple(key not in printed for key in numbers),
        headings=_arranged(headings, numbers, words),
        titles=_arranged(titles, numbers, words),
        parents=_parents(catalog, placed),
    )


def _tables(catalog: Catalog) -> list[int]:
    """The table of each heading: of all rows, then of all columns."""
    rows = [number for number, grid in enumerate(catalog.grids) for _ in grid.rows]
    return rows + [number for number, grid in enumerate(catalog.grids) for _ in grid.columns]


def _paths(table: int, grid: Grid, heading: Heading, named: str | None = None) -> list[Path]:
    """The path in each language; its everyday names stand under its own texts or, if given, under `named`."""
    paths = []
    for language, texts in heading.texts.items():
        names = grid.tables[language].everyday
        whole = ((text, *names.get(text if named is None else named, ())) for text in texts)
        paths.append(tuple(tuple((table, language, each) for each in called) for called in whole))
    return paths


def _words(text: str, language: str) -> tuple[str, ...]:
    """What a text says, without its idle words unless it has no others."""
    facets = read_facets(text, language)
    return tuple(word for word in facets.words if word not in facets.idle) or facets.words


def _arranged(
    placed: Sequence[Sequence[Path]],
    numbers: Mapping[Key, int],
    words: Sequence[tuple[str, tuple[str, ...]]],
) -> Arranged:
    texts: list[list[int]] = []
    speaking: list[list[int]] = []
    for paths in placed:
        numbered = [[[numbers[key] for key in called] for called in path] for path in paths]
        texts.append([number for path in numbered for called in path for number in called])
        innermost = [next((its for its in path if _speaks(words[its[0]])), [len(words)]) for path in numbered]
        speaking.append([number for its in innermost for number in its])
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
