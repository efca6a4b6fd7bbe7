"""The chance that a chosen cell is the one asked for."""

from math import exp

from qa_service.answering.figures.candidates import Candidates
from qa_service.answering.figures.facets import Facets

WORDLESS = 0.6
"""The coverage of a question that has nothing but facets."""
WIDEST = 0.25
"""Margins beyond this one say no more."""

BIAS = -6.95
WEIGHTS = (3.72, 1.82, 2.38, 3.34, 2.91)
"""Logistic regression on the questions of tests/questions: `benchmarks/figures.py --fit` fits them again."""


def features(asked: Facets, chosen: Candidates, settled: bool, worded: bool) -> tuple[float, ...]:
    """What speaks for the best cell, each between 0 and about 1.

    `settled` says that its period was asked for or is the only one, `worded` that the question has
    words besides its facets.
    """
    named = sum(map(bool, (asked.places, asked.ages, asked.sexes, asked.settlements)))
    coverage = chosen.coverage if worded else WORDLESS
    return (
        coverage,
        chosen.score,
        coverage * min(chosen.margin, WIDEST) / WIDEST,
        float(settled),
        min(named, 2) / 2,
    )


def certainty(values: tuple[float, ...]) -> float:
    """The chance from `features`."""
    return 1 / (1 + exp(-BIAS - sum(weight * value for weight, value in zip(WEIGHTS, values, strict=True))))
