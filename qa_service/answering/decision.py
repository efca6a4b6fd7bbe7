"""Whether a cell, a passage or nothing answers: pure decisions, calibrated on data (docs/refusal.md)."""

from dataclasses import dataclass
from enum import Enum, auto
from math import exp, log

from qa_service.answering.figures.outcome import FigureOutcome, Missing, NoFigure

FIGURE_BIAS = -0.28
FIGURE_WEIGHTS = (1.15, 0.7, 0.41, -0.19)
"""Logistic regression on tests/questions over `figure_evidence`, by `benchmarks/figure_chance.py`."""

LIKELY_FIGURE = 0.4
"""The chance from which a cell answers."""

SURE_FIGURE = 0.7
"""Below this chance a passage that answers surely goes before the cell."""

SURE_TEXT = 0.9
"""The chance from which a passage surely answers: it also goes before what a table lacks."""

CERTAIN_GAP = 0.5
"""The certainty from which a table that lacks what was asked is believed over the text."""


class Decision(Enum):
    """What a reply is made from."""

    FIGURE = auto()
    TEXT = auto()
    GAP = auto()
    NOTHING = auto()


@dataclass(frozen=True, slots=True)
class Backing:
    """What the hits say for a cell: one over the rank of the first hit of its table, and of any
    table; 0 where there is none."""

    its_table: float
    any_table: float


def figure_chance(certainty: float, backing: Backing, text_chance: float) -> float:
    """The chance that the finder's cell is the one asked for, in (0, 1)."""
    evidence = figure_evidence(certainty, backing, text_chance)
    total = FIGURE_BIAS + sum(weight * value for weight, value in zip(FIGURE_WEIGHTS, evidence, strict=True))
    return 1 / (1 + exp(-total))


def figure_evidence(certainty: float, backing: Backing, text_chance: float) -> tuple[float, ...]:
    """The finder's certainty as log-odds, both ranks of the backing, and the text's chance as log-odds."""
    return _log_odds(certainty), backing.its_table, backing.any_table, _log_odds(text_chance)


def decide(outcome: FigureOutcome, text: float, threshold: float) -> Decision:
    """`text` is the chance that the hits answer; below `threshold` they do not support an answer. The
    certainty of `outcome` is the chance of its cell."""
    supported = text >= threshold
    if isinstance(outcome, Missing) and outcome.certainty >= CERTAIN_GAP and text < SURE_TEXT:
        return Decision.GAP
    if isinstance(outcome, Missing | NoFigure) or outcome.certainty < LIKELY_FIGURE:
        return Decision.TEXT if supported else Decision.NOTHING
    if outcome.certainty < SURE_FIGURE and text >= SURE_TEXT:
        return Decision.TEXT
    return Decision.FIGURE


def _log_odds(chance: float) -> float:
    bounded = min(max(chance, 1e-4), 1 - 1e-4)
    return log(bounded / (1 - bounded))
