"""How well the words of a question name a cell: by its row, its column and its table."""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.cells import Heading
from qa_service.answering.figures.facets import read_facets
from qa_service.answering.figures.words import EXACT, TextIndex, Word, WordReader, index_texts
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stems

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]

COVERAGE, ROW, COLUMN, TITLE, HEAD = 0.6, 0.15, 0.15, 0.15, 0.1
"""Shares of the score: of the question's words found, of each heading's and the title's words asked
for, and of what is counted."""
TELLING = 1.0
"""The least weight that the words of a question must have to be found in full: common ones say little."""
TOGETHER, ALL_ASKED = 0.3, 0.9
"""What a row or column loses that is asked for, with that share of its words, together with one beside it."""
OF_TITLE, OF_OUTER = 0.75, 1.0
"""What a word counts that stands in the title, or in a heading above the innermost one."""


@dataclass(frozen=True, slots=True)
class _Texts:
    """For each heading its texts in `texts`, with the strength of each, and the innermost that has words.

    Rows are filled up with the number of a text that holds nothing.
    """

    texts: Indexes
    strengths: Floats
    speaking: Indexes


class TextScorer:
    """Scores all cells of a catalog by words; made once."""

    def __init__(self, catalog: Catalog, glossaries: Sequence[Glossary]) -> None:
        self._catalog = catalog
        self._numbers: dict[tuple[int, str, str], int] = {}
        scopes = [grid.scope for grid in catalog.grids]
        tables = _table_of_headings(catalog)
        for heading, table in zip((*catalog.headings, *scopes), (*tables, *range(len(scopes))), strict=True):
            for language, text in _each(heading):
                self._numbers.setdefault((table, language, text), len(self._numbers))
        read = [(language, _words(text, language)) for _, language, text in self._numbers]
        self._has_words = [any(stems(word, language) for word in words) for language, words in read]
        self._index: TextIndex = index_texts(read, [table for table, _, _ in self._numbers])
        self._headings = self._arranged(catalog.headings, tables)
        self._titles = self._arranged(scopes, range(len(scopes)))
        self._totals = np.array([heading.total for heading in catalog.headings])
        self._parents = _parents(catalog, tables)
        self.reader = WordReader(self._index, glossaries)

    def score(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """(score, share of the question's words that the cell's texts hold) of every cell, in [0, 1]."""
        held, asked = self._index.hits(words)
        blank = np.zeros((len(words), 1), np.float32)
        held, asked = np.hstack([held, blank]), np.append(asked, np.float32(0))
        titles = asked[self._titles.speaking].max(axis=1)[self._catalog.tables]
        rows = self._asked(asked, self._catalog.row_headings, titles)
        columns = self._asked(asked, self._catalog.column_headings, titles)
        coverage = self._coverage(held, np.array([word.weight for word in words], np.float32))
        heads = self._heads(held, np.array([word.weight * word.head for word in words], np.float32))
        together = self._together(held, asked)
        score = COVERAGE * coverage + ROW * rows + COLUMN * columns + TITLE * titles + HEAD * heads
        score -= TOGETHER * together[self._catalog.row_headings]
        score -= TOGETHER * together[self._catalog.column_headings]
        return np.asarray(score, np.float32), coverage

    def _together(self, held: Floats, asked: Floats) -> Floats:
        """1 for the headings asked for in full, each by words of its own, beside others of their parent."""
        speaking = self._headings.speaking
        full = np.flatnonzero((asked[speaking].max(axis=1) >= ALL_ASKED) & ~self._totals)
        inner = np.asarray((held[:, speaking[full]] >= EXACT).any(axis=2))
        whole = np.asarray((held[:, self._headings.texts[full]] >= EXACT).any(axis=2))
        several = np.zeros(len(speaking), np.float32)
        for one, other in combinations(range(len(full)), 2):
            apart = inner[:, one] & ~whole[:, other], inner[:, other] & ~whole[:, one]
            if self._parents[full[one]] == self._parents[full[other]] and all(map(np.any, apart)):
                several[full[[one, other]]] = 1
        return several

    def _heads(self, held: Floats, weights: Floats) -> Floats:
        """How well the innermost row or column, or a title with nothing under it, says what is counted."""
        if not weights.any():
            return np.zeros(len(self._catalog.rows), np.float32)
        shares = weights / weights.sum()
        inner = np.asarray(shares @ held[:, self._headings.speaking].max(axis=2), np.float32)
        best = np.maximum(inner[self._catalog.row_headings], inner[self._catalog.column_headings])
        silent = (self._headings.speaking == len(self._numbers)).all(axis=1)
        titles = np.asarray(shares @ held[:, self._titles.speaking].max(axis=2))[self._catalog.tables]
        alone = silent[self._catalog.row_headings] & silent[self._catalog.column_headings]
        return np.asarray(np.where(alone, titles, best), np.float32)

    def _coverage(self, held: Floats, weights: Floats) -> Floats:
        if not len(weights):
            return np.zeros(len(self._catalog.rows), np.float32)
        by_heading = (held[:, self._headings.texts] * self._headings.strengths).max(axis=2)
        by_title = OF_TITLE * held[:, self._titles.texts].max(axis=2)
        best = np.maximum(
            np.maximum(
                by_heading[:, self._catalog.row_headings], by_heading[:, self._catalog.column_headings]
            ),
            by_title[:, self._catalog.tables],
        )
        return np.asarray(weights @ best / max(weights.sum(), TELLING), np.float32)

    def _asked(self, asked: Floats, headings: Indexes, titles: Floats) -> Floats:
        """The share of the heading's words; without words, or for a total, at least that of its title."""
        speaking = self._headings.speaking[headings]
        shares = asked[speaking].max(axis=1)
        open_ended = (speaking.min(axis=1) == len(self._numbers)) | self._totals[headings]
        return np.asarray(np.where(open_ended, np.maximum(shares, titles), shares), np.float32)

    def _arranged(self, headings: Sequence[Heading], tables: Iterable[int]) -> _Texts:
        numbers = [
            {
                language: [self._numbers[table, language, text] for text in texts]
                for language, texts in its.texts.items()
            }
            for its, table in zip(headings, tables, strict=True)
        ]
        none = len(self._numbers)
        strengths = [
            [strength for texts in its.values() for strength in self._depths(texts)] for its in numbers
        ]
        speaking = [
            [next((text for text in texts if self._has_words[text]), none) for texts in its.values()]
            for its in numbers
        ]
        return _Texts(
            _filled([[text for texts in its.values() for text in texts] for its in numbers], none).astype(
                np.int64
            ),
            _filled(strengths, 0).astype(np.float32),
            _filled(speaking, none).astype(np.int64),
        )

    def _depths(self, texts: Sequence[int]) -> list[float]:
        """The innermost text with words counts in full."""
        inner = next((text for text in texts if self._has_words[text]), None)
        return [1.0 if text == inner else OF_OUTER for text in texts]


def _parents(catalog: Catalog, tables: Sequence[int]) -> list[Hashable]:
    """What stands above each heading; rows of one table, or columns, of one parent are beside each other."""
    rows = sum(len(grid.rows) for grid in catalog.grids)
    return [
        (table, place < rows, heading.kind[1:])
        for place, (table, heading) in enumerate(zip(tables, catalog.headings, strict=True))
    ]


def _words(text: str, language: str) -> tuple[str, ...]:
    """What a text says, without its idle words unless it has no others."""
    facets = read_facets(text, language)
    return tuple(word for word in facets.words if word not in facets.idle) or facets.words


def _each(heading: Heading) -> list[tuple[str, str]]:
    return [(language, text) for language, texts in heading.texts.items() for text in texts]


def _filled(rows: Sequence[Sequence[float]], blank: float) -> NDArray[np.float64]:
    width = max(map(len, rows), default=0)
    return np.array([[*row, *[blank] * (width - len(row))] for row in rows], dtype=np.float64)


def _table_of_headings(catalog: Catalog) -> list[int]:
    rows = [number for number, grid in enumerate(catalog.grids) for _ in grid.rows]
    return rows + [number for number, grid in enumerate(catalog.grids) for _ in grid.columns]
