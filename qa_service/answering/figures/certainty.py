"""The chance that a chosen cell is the one asked for."""

from math import exp

from qa_service.answering.figures.candidates import Candidates
from qa_service.answering.figures.facets import Cue, Facets

CUES = frozenset({Cue.QUANTITY, Cue.COUNT, Cue.FIGURE, Cue.PERCENT, Cue.RATE, Cue.MONEY, Cue.AVERAGE})
"""Words by which a question asks for a figure."""

WORDLESS = 0.6
"""The coverage of a question that has nothing but facets."""
WIDEST = 0.25
"""Margins beyond this one say no more."""

BIAS = -6.69
WEIGHTS = (2.9, 1.95, 2.96, 0.38, 3.05, 1.62, -0.17)
"""Logistic regression on the questions of tests/questions: `benchmarks/figures.py --fit` fits them again."""


def features(asked: Facets, chosen: Candidates, settled: bool, worded: bool) -> tuple[float, ...]:
    """What speaks for the best cell, each between 0 and about 1.

    `settled` says that its period was asked for or is the only one, `worded` that the question has
    words besides its facets.
    """
    named = sum(map(bool, (asked.places, asked.ages, asked.sexes, asked.settlements)))
    return (
        chosen.coverage if worded else WORDLESS,
        chosen.score,
        min(chosen.margin, WIDEST) / WIDEST * (chosen.coverage if worded else WORDLESS),
        float(bool(asked.cues & CUES)),
        float(settled),
        min(named, 2) / 2,
        max(0.0, chosen.misfit_score - chosen.score),
    )


def certainty(values: tuple[float, ...]) -> float:
    """The chance from `features`."""
    return 1 / (1 + exp(-BIAS - sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))))
