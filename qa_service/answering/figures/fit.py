"""How the cells fit what a question asks by: its year, place, age, sex, settlement and kind of figure."""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures import ages, periods
from qa_service.answering.figures.catalog import Catalog, Column, Flags, Value
from qa_service.answering.figures.cells import Grid
from qa_service.answering.figures.facets import COUNTRY, Cue, Facets
from qa_service.answering.figures.periods import Period

Floats = NDArray[np.float32]

PERIOD, PLACES = "period", "places"
MISFIT = 0.5
"""What a cell loses that is something else than asked; less where it is likely the same."""
UNDATED = 0.4
"""How likely a cell of no date is of the year asked for, if that is one of the last ones."""
RECENT = 2
UNSAID = 0.1
"""What a cell loses that stands for a part of which the question says nothing."""
MEASURE = {"same": 0.1, "number": 0.05, "other": -0.2, "unsaid": -0.1, "unlikely": -0.25}
"""What a cell gains or loses by the kind of figure that it holds."""
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
    """The fit of every cell.

    Facets in `across` are not asked by: any period fits, any place but the whole country.
    """
    strengths = {
        PERIOD: _spread(
            catalog.periods,
            lambda printed: _period(() if PERIOD in across else asked.periods, printed, catalog.latest),
        ),
        PLACES: _spread(catalog.facets["places"], lambda printed: _place(asked, printed, PLACES in across)),
        "age": _spread(catalog.facets["age"], lambda printed: _age(asked, printed)),
        "sexes": _spread(catalog.facets["sexes"], lambda printed: _among(asked.sexes, printed)),
        "settlements": _spread(
            catalog.facets["settlements"], lambda printed: _among(asked.settlements, printed)
        ),
    }
    for facet in ("age", "sexes"):
        strengths[facet] = np.maximum(strengths[facet], _of_titles(asked, facet, catalog))
    gain = sum((MISFIT * (each - 1) for each in strengths.values()), np.zeros(len(catalog.rows), np.float32))
    missed = {facet: each == 0 for facet, each in strengths.items()}
    for facet, said in (("age", asked.ages), ("sexes", asked.sexes), ("settlements", asked.settlements)):
        gain -= UNSAID * (catalog.broken_down[facet] if not said else 0)
    gain += _measure(asked, catalog)
    gain -= BLANK * catalog.blanks
    if any(age.childhood for age in asked.ages):
        gain += CHILDREN * _of_children(catalog)
    gain -= UNSAID * _narrower(asked, catalog)
    if Cue.TOTAL in asked.cues:
        gain += TOTAL * catalog.totals
    if not asked.periods or PERIOD in across:
        gain += LATEST * _recency(catalog)
    return Fit(missed, gain.astype(np.float32))


def _spread(facet: Column[Value], strength: Callable[[Value], float]) -> Floats:
    return np.array([strength(value) for value in facet.values], np.float32)[facet.codes]


def _period(asked: tuple[Period, ...], printed: Period | None, latest: int) -> float:
    """A table without dates is likely of the last years that the tables know."""
    if not asked:
        return 1.0
    if printed is None:
        recent = latest - RECENT < asked[0].last <= latest and not asked[0].day
        return UNDATED if recent else 0.0
    return periods.same(asked[0], printed)


def _place(asked: Facets, printed: Hashable, each: bool) -> float:
    """A name of two places means the first; where none is named, the whole country is meant."""
    named = {readings[0] for readings in asked.places} - {COUNTRY}
    stands = printed if isinstance(printed, frozenset) else frozenset()
    if each:
        return float(bool(stands - {COUNTRY}))
    if named:
        return float(bool(named & stands))
    return float(not stands or COUNTRY in stands)


def _age(asked: Facets, printed: Hashable) -> float:
    named = [age for age in asked.ages if not age.childhood]
    if not named:
        return 1.0
    return max(ages.same(age, printed) for age in named) if isinstance(printed, ages.Age) else 0.0


def _among(asked: frozenset[str], printed: Hashable) -> float:
    return float(not asked or bool(asked & (printed if isinstance(printed, frozenset) else frozenset())))


def _of_titles(asked: Facets, facet: str, catalog: Catalog) -> Floats:
    """What a table says or implies in its title holds for all its cells that say nothing else."""
    strength = _age if facet == "age" else lambda all_asked, printed: _among(all_asked.sexes, printed)
    titles = [max(strength(asked, each) for each in _said_of(grid, facet)) for grid in catalog.grids]
    return np.array(titles, np.float32)[catalog.tables] * ~catalog.broken_down[facet] * np.float32(0.95)


def _said_of(grid: Grid, facet: str) -> list[Hashable]:
    implied = [age for each in grid.implied for age in each.ages] if facet == "age" else []
    sexes = [each.sexes for each in grid.implied if each.sexes] if facet == "sexes" else []
    return [getattr(grid.scope, facet), *implied, *sexes]


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


def _measure(asked: Facets, catalog: Catalog) -> Floats:
    return _spread(catalog.facets["measures"], lambda printed: _measured(asked, printed))


def _measured(asked: Facets, printed: Hashable) -> float:
    stands = printed if isinstance(printed, frozenset) else frozenset()
    named = asked.measures - {Cue.COUNT} or asked.measures
    if not stands:
        return MEASURE["unsaid"] if Cue.PERCENT in named else 0.0
    if named:
        return MEASURE["same" if named & stands - {Cue.COUNT} else "number" if named & stands else "other"]
    if not stands <= {Cue.PERCENT, Cue.RATE}:
        return 0.0
    if Cue.QUANTITY in asked.cues:
        return MEASURE["unlikely"]
    return MEASURE["same"] / 2 if Cue.FIGURE in asked.cues else 0.0


def _recency(catalog: Catalog) -> Floats:
    years = [value.last if value else 0 for value in catalog.periods.values]
    low = min(filter(None, years), default=0)
    width = max(1, max(years, default=0) - low)
    return np.array([max(0, year - low) / width for year in years], np.float32)[catalog.periods.codes]
