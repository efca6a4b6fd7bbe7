"""How much of each facet a cell has of what is asked: its year, place, age, sex and settlement."""

from collections.abc import Callable, Hashable, Mapping

import numpy as np

from qa_service.answering.figures import ages, periods
from qa_service.answering.figures.catalog import Catalog, Floats
from qa_service.answering.figures.facets import COUNTRY, Facets
from qa_service.answering.figures.periods import Period

PERIOD, PLACES, AGE, SEXES, SETTLEMENTS = "period", "places", "age", "sexes", "settlements"
UNDATED = 0.4
"""How likely a cell of no date is of the year asked for, if that is one of the last ones."""
RECENT = 2
OF_TITLE = 0.95
"""How well a cell is of an age or a sex that only the title of its table says."""


def strengths(asked: Facets, catalog: Catalog, across: frozenset[str]) -> Mapping[str, Floats]:
    """By facet, of every cell: 1 for what is asked, 0 for something else, between for likely the same.

    Facets in `across` are not asked by: any period fits, any place but the whole country.
    """
    asked_periods = () if PERIOD in across else asked.periods
    printed: Mapping[str, Callable[[Hashable], float]] = {
        PLACES: lambda places: _place(asked, places, PLACES in across),
        AGE: lambda age: _age(asked, age),
        SEXES: lambda sexes: _among(asked.sexes, sexes),
        SETTLEMENTS: lambda settlements: _among(asked.settlements, settlements),
    }
    found = {facet: catalog.facets[facet].scored(strength) for facet, strength in printed.items()}
    found |= {
        each: np.maximum(found[each], _of_titles(printed[each], each, catalog)) for each in (AGE, SEXES)
    }
    return found | {PERIOD: catalog.periods.scored(lambda its: _period(asked_periods, its, catalog.latest))}


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


def _of_titles(strength: Callable[[Hashable], float], facet: str, catalog: Catalog) -> Floats:
    """What a table says or implies in its title holds for all its cells that say nothing else."""
    said = ((getattr(grid.scope, facet), *grid.implied[facet]) for grid in catalog.grids)
    titles = np.array([max(map(strength, its)) for its in said], np.float32)
    return titles[catalog.tables] * ~catalog.broken_down[facet] * np.float32(OF_TITLE)
