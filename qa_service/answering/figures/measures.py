"""The kind of figure that a question asks for: a number, a share, a rate, money."""

from collections.abc import Hashable

from qa_service.answering.figures.catalog import Catalog, Floats
from qa_service.answering.figures.facets import Cue, Facets

GAIN = {"same": 0.1, "number": 0.05, "other": -0.2, "unsaid": -0.1, "unlikely": -0.25}
"""By how the kind of a cell's figure stands to what is asked."""


def gain_by_measure(asked: Facets, catalog: Catalog) -> Floats:
    """What every cell gains or loses by the kind of figure that it holds."""
    return catalog.facets["measures"].scored(lambda printed: _gain(asked, printed))


def _gain(asked: Facets, printed: Hashable) -> float:
    stands = printed if isinstance(printed, frozenset) else frozenset()
    named = asked.measures - {Cue.COUNT} or asked.measures
    if not stands:
        return GAIN["unsaid"] if Cue.PERCENT in named else 0.0
    if named:
        return GAIN["same" if named & stands - {Cue.COUNT} else "number" if named & stands else "other"]
    if not stands <= {Cue.PERCENT, Cue.RATE}:
        return 0.0
    if Cue.QUANTITY in asked.cues:
        return GAIN["unlikely"]
    return GAIN["same"] / 2 if Cue.FIGURE in asked.cues else 0.0
