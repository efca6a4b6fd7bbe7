"""How well the words of a question name a cell: by its row, its column and its table."""

from collections.abc import Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.text_index import EXACT, Word, index_texts
from qa_service.answering.figures.texts import read_texts
from qa_service.answering.figures.words import WordReader
from qa_service.language.glossary import Glossary

Floats = NDArray[np.float32]
Indexes = NDArray[np.int64]

COVERAGE, ROW, COLUMN, TITLE, HEAD = 0.6, 0.15, 0.15, 0.15, 0.1
"""Shares of the score: of the question's words found, of each heading's and the title's words asked
for, and of what is counted. The result hangs little on them: each may be half or double."""
OF_TITLE = 0.75
"""What a word counts that stands in the title only."""
TELLING = 1.0
"""The least weight that the words of a question must have to be found in full: common ones say little."""
TOGETHER, ALL_ASKED = 0.3, 0.9
"""What a row or column loses that is asked for, with that share of its words, together with one beside it."""


class TextScorer:
    """Scores all cells of a catalog by words; made once."""

    def __init__(self, catalog: Catalog, glossaries: Sequence[Glossary]) -> None:
        self._catalog = catalog
        self._texts = read_texts(catalog)
        self._index = index_texts(self._texts.words, self._texts.tables, self._texts.everyday)
        self._totals = np.array([heading.total for heading in catalog.headings])
        self.reader = WordReader(self._index, glossaries)

    def score(self, words: Sequence[Word]) -> tuple[Floats, Floats]:
        """(score, share of the question's words that the cell's texts hold) of every cell."""
        held, asked = self._index.hits(words)
        blank = np.zeros((len(words), 1), np.float32)
        held, asked = np.hstack([held, blank]), np.append(asked, np.float32(0))
        weights = np.array([word.weight for word in words], np.float32)
        heads = np.array([word.head for word in words], np.bool_)
        coverage = self._coverage(held, weights)
        score = COVERAGE * coverage + self._asked(asked) + HEAD * self._heads(held, weights * heads)
        score -= TOGETHER * self._of_cells(self._together(held, asked), np.add)
        return np.asarray(score, np.float32), coverage

    def _of_cells(self, headings: NDArray[np.generic], combined: np.ufunc) -> Floats:
        """What rows and columns have, combined for the cells; headings are the last axis."""
        rows, columns = self._catalog.row_headings, self._catalog.column_headings
        return np.asarray(combined(headings[..., rows], headings[..., columns]), np.float32)

    def _coverage(self, held: Floats, weights: Floats) -> Floats:
        """The share of the words that the texts of the row, of the column or the title hold."""
        if not len(weights):
            return np.zeros(len(self._catalog.rows), np.float32)
        headings = self._of_cells(held[:, self._texts.headings.texts].max(axis=2), np.maximum)
        titles = OF_TITLE * held[:, self._texts.titles.texts].max(axis=2)[:, self._catalog.tables]
        return np.asarray(weights @ np.maximum(headings, titles) / max(weights.sum(), TELLING), np.float32)

    def _asked(self, asked: Floats) -> Floats:
        """The shares of row, column and title that are asked for, weighted.

        A heading without words, or of a total, is asked for as much as its title.
        """
        titles = asked[self._texts.titles.speaking].max(axis=1)[self._catalog.tables]
        speaking = self._texts.headings.speaking
        shares = asked[speaking].max(axis=1)
        open_ended = (speaking[:, 0] == len(self._texts.words)) | self._totals
        whole = np.asarray(TITLE * titles, np.float32)
        for part, headings in ((ROW, self._catalog.row_headings), (COLUMN, self._catalog.column_headings)):
            own = shares[headings]
            whole += part * np.where(open_ended[headings], np.maximum(own, titles), own)
        return whole

    def _heads(self, held: Floats, weights: Floats) -> Floats:
        """How well the innermost row or column, or a title with nothing under it, says what is counted."""
        if not weights.any():
            return np.zeros(len(self._catalog.rows), np.float32)
        shares = weights / weights.sum()
        speaking = self._texts.headings.speaking
        best = self._of_cells(np.asarray(shares @ held[:, speaking].max(axis=2)), np.maximum)
        titles = np.asarray(shares @ held[:, self._texts.titles.speaking].max(axis=2))
        silent = self._of_cells((speaking == len(self._texts.words)).all(axis=1), np.logical_and)
        return np.asarray(np.where(silent, titles[self._catalog.tables], best), np.float32)

    def _together(self, held: Floats, asked: Floats) -> Floats:
        """1 for the headings asked for in full, each by words of its own, beside others of their parent."""
        headings = self._texts.headings
        full = np.flatnonzero((asked[headings.speaking].max(axis=1) >= ALL_ASKED) & ~self._totals)
        inner = np.asarray((held[:, headings.speaking[full]] >= EXACT).any(axis=2))
        whole = np.asarray((held[:, headings.texts[full]] >= EXACT).any(axis=2))
        several = np.zeros(len(headings.texts), np.float32)
        for one, other in combinations(range(len(full)), 2):
            apart = inner[:, one] & ~whole[:, other], inner[:, other] & ~whole[:, one]
            same_parent = self._texts.parents[full[one]] == self._texts.parents[full[other]]
            if same_parent and all(map(np.any, apart)):
                several[full[[one, other]]] = 1
        return several
