"""The cells that fit a question best, and what speaks for and against them."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.fit import Fit
from qa_service.answering.figures.strengths import PERIOD, PLACES

Floats = NDArray[np.float32]

ELSEWHERE = 0.1
"""What a cell loses for each thing that is asked for and that it is not, where what is missing is sought."""
_NEVER = np.float32(-9)


@dataclass(frozen=True, slots=True)
class Candidates:
    """`best` is the cell that fits in everything asked, None where no cell does; `margin` is its lead
    over the next cell that stands for something else. `misfit` is the cell whose words fit best though
    it misses what the facets `missed` ask for."""

    best: int | None
    score: float
    coverage: float
    margin: float
    misfit: int | None
    misfit_score: float
    misfit_coverage: float
    missed: tuple[str, ...]


def choose(
    catalog: Catalog, score: Floats, coverage: Floats, fits: Fit, across: frozenset[str]
) -> Candidates:
    """The candidates by `score` and fit; cells that differ only in the facets `across` are no rivals."""
    total = score + fits.gain
    fitting = np.where(fits.holds, total, _NEVER)
    best = int(fitting.argmax())
    same = catalog.kinds == catalog.kinds[best]
    if PERIOD not in across:
        same &= catalog.periods.codes == catalog.periods.codes[best]
    if PLACES in across:
        columns = catalog.column_kinds if PERIOD in across else catalog.column_headings
        same |= columns == columns[best]
    rival = float(np.where(same, _NEVER, fitting).max())
    count = np.sum(list(fits.missed.values()), axis=0)
    open_total = np.where(fits.holds, _NEVER, total + (fits.full - ELSEWHERE) * count)
    misfit = int(open_total.argmax())
    return Candidates(
        best=best if fits.holds[best] else None,
        score=float(fitting[best]),
        coverage=float(coverage[best]),
        margin=float(fitting[best]) - rival,
        misfit=None if fits.holds.all() else misfit,
        misfit_score=float(open_total[misfit]),
        misfit_coverage=float(coverage[misfit]),
        missed=tuple(facet for facet, flags in fits.missed.items() if flags[misfit]),
    )
