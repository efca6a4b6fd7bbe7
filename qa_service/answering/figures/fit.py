"""How the cells fit what a question asks by: its year, place, age, sex, settlement and kind of figure."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from qa_service.answering.figures.catalog import Catalog, Flags, Floats
from qa_service.answering.figures.facets import Cue, Facets
from qa_service.answering.figures.measures import gain_by_measure
from qa_service.answering.figures.strengths import AGE, PERIOD, SETTLEMENTS, SEXES, strengths

MISFIT = 0.5
"""What a cell loses that is something else than asked; less where it is likely the same."""
UNSAID = 0.1
"""What a cell loses that stands for a part of which the question says nothing."""
BLANK = 0.05
"""What a cell loses that holds nothing: people ask for what is known."""
CHILDREN = 0.15
"""What the cells of a table that speaks of all children gain where those are asked for by their age."""
TOTAL = 0.1
"""What a row or column of totals gains where the question asks for all."""
LATEST = 0.02
"""What the latest year gains over the earliest one where no year is asked for."""


@dataclass(frozen=True, slots=True)
class Fit:
    """`missed` flags by facet the cells that stand for something else than asked; `gain` is what all
    that adds to a cell's score, `full` what it loses for each thing missed."""

    missed: Mapping[str, Flags]
    gain: Floats
    full: float = MISFIT

    @property
    def holds(self) -> Flags:
        """The cells that miss nothing."""
        return np.asarray(~np.logical_or.reduce(list(self.missed.values())))


def fit(asked: Facets, catalog: Catalog, across: frozenset[str] = frozenset()) -> Fit:
    """The fit of every cell; facets in `across` are not asked by."""
    found = strengths(asked, catalog, across)
    gain = MISFIT * (sum(found.values()) - np.float32(len(found)))
    gain += gain_by_measure(asked, catalog) - BLANK * catalog.blanks - UNSAID * _unsaid(asked, catalog)
    if any(age.childhood for age in asked.ages):
        gain += CHILDREN * _of_children(catalog)
    if Cue.TOTAL in asked.cues:
        gain += TOTAL * catalog.totals
    if not asked.periods or PERIOD in across:
        gain += LATEST * _recency(catalog)
    return Fit({facet: each == 0 for facet, each in found.items()}, gain.astype(np.float32))


def _unsaid(asked: Facets, catalog: Catalog) -> Floats:
    """For each cell the parts that it stands for and of which the question says nothing."""
    said = {AGE: asked.ages, SEXES: asked.sexes, SETTLEMENTS: asked.settlements}
    parts = [catalog.broken_down[facet] for facet, its in said.items() if not its]
    return np.asarray(np.sum([*parts, _narrower(asked, catalog)], axis=0), np.float32)


def _narrower(asked: Facets, catalog: Catalog) -> Flags:
    """The cells of tables about one age or one sex of which the question says nothing."""
    narrow = [
        bool((not asked.ages and scope.age and not scope.age.childhood) or (not asked.sexes and scope.sexes))
        for scope in (grid.scope for grid in catalog.grids)
    ]
    return np.array(narrow, np.bool_)[catalog.tables]


def _of_children(catalog: Catalog) -> Flags:
    said = [
        any(heading.age and heading.age.childhood for heading in (*grid.rows, *grid.columns, grid.scope))
        for grid in catalog.grids
    ]
    return np.array(said, np.bool_)[catalog.tables]


def _recency(catalog: Catalog) -> Floats:
    years = [value.last if value else 0 for value in catalog.periods.values]
    low = min(filter(None, years), default=0)
    width = max(1, max(years, default=0) - low)
    return np.array([max(0, year - low) / width for year in years], np.float32)[catalog.periods.codes]
