"""Whether a cell, a passage or nothing answers: one pure decision, calibrated on data (docs/refusal.md)."""

from enum import Enum, auto

from qa_service.answering.figures.outcome import FigureOutcome, Missing, NoFigure

CERTAIN_FIGURE = 0.5
"""The certainty from which a cell answers rather than a passage."""

CERTAIN_GAP = 0.5
"""The certainty from which a table that lacks what was asked is believed over the text."""


class Decision(Enum):
    """What a reply is made from."""

    FIGURE = auto()
    TEXT = auto()
    GAP = auto()
    NOTHING = auto()


def decide(outcome: FigureOutcome, chance: float, threshold: float) -> Decision:
    """`chance` is that of the hits to hold the answer; below `threshold` they do not support one."""
    supported = chance >= threshold
    if isinstance(outcome, NoFigure):
        return Decision.TEXT if supported else Decision.NOTHING
    if isinstance(outcome, Missing):
        if outcome.certainty >= CERTAIN_GAP:
            return Decision.GAP
        return Decision.TEXT if supported else Decision.NOTHING
    if outcome.certainty >= CERTAIN_FIGURE:
        return Decision.FIGURE
    return Decision.TEXT if supported else Decision.NOTHING
