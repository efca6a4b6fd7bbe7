"""When a table speaks of what is asked, but not for that year, place or group; and what it has instead."""

from qa_service.answering.figures.candidates import Candidates
from qa_service.answering.figures.catalog import Catalog
from qa_service.answering.figures.figure import table_in
from qa_service.answering.figures.outcome import Facet, Missing

SPEAKS = 0.5
"""The share of the question's words that a table must hold to be about it."""
BETTER = 0.3
"""By how much a cell's words must fit better than the best cell that has what is asked for."""
TELLING = 1.0
"""The weight of the words that must make that difference: common ones tell no tables apart."""
_MOST = 40


def something_missing(chosen: Candidates, weight: float) -> bool:
    """Whether the cell whose words fit best is not for what is asked, and no other cell comes near it.

    `weight` is that of all words of the question.
    """
    if chosen.misfit is None or chosen.misfit_coverage < SPEAKS:
        return False
    telling = (chosen.misfit_coverage - chosen.coverage) * weight > TELLING
    better = telling and chosen.misfit_score - chosen.score > BETTER
    return chosen.best is None or better


def missing(catalog: Catalog, chosen: Candidates, language: str, blank: int | None = None) -> Missing:
    """What the table of the misfit lacks and has, or that of a `blank` cell."""
    cell = blank if blank is not None else chosen.misfit or 0
    facets = () if blank is not None else tuple(map(Facet, chosen.missed))
    table = table_in(catalog, cell, language)
    return Missing(
        document=catalog.document(cell),
        table=table.number,
        title=table.title,
        facets=facets,
        has=_periods(catalog, cell) if set(facets) <= {Facet.PERIOD} else _rows(catalog, cell, language),
        certainty=chosen.misfit_coverage if blank is None else chosen.coverage,
    )


def _periods(catalog: Catalog, cell: int) -> tuple[str, ...]:
    """The periods for which the table gives this figure."""
    its = catalog.kinds == catalog.kinds[cell]
    codes = {
        int(code)
        for other, code in enumerate(catalog.periods.codes)
        if its[other] and any(map(str.isdigit, catalog.value(other)))
    }
    periods = [period for code in codes if (period := catalog.periods.values[code])]
    return tuple(map(str, sorted(periods, key=lambda period: period.first)))


def _rows(catalog: Catalog, cell: int, language: str) -> tuple[str, ...]:
    """The names of the table's rows, once each."""
    table = table_in(catalog, cell, language)
    return tuple(dict.fromkeys(row.label for row in table.rows))[:_MOST]
