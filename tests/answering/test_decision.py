from itertools import pairwise

import pytest

from qa_service.answering.decision import (
    CERTAIN_GAP,
    LIKELY_FIGURE,
    SURE_FIGURE,
    SURE_TEXT,
    Backing,
    Decision,
    decide,
    figure_chance,
)
from qa_service.answering.figures.outcome import Facet, Found, Missing, NoFigure, Spot
from qa_service.answering.records import Figure

THRESHOLD = 0.4
SPOT = Spot("d", "Кесте", Figure("1", 1.0, None, 1, "РК", "2019", (1, 1)), 1)
UNBACKED = Backing(0.0, 0.0)


def missing(certainty: float) -> Missing:
    return Missing("d", 1, "Кесте", (Facet.PERIOD,), ("2019",), certainty)


@pytest.mark.parametrize(
    ("text", "decision"), [(THRESHOLD, Decision.TEXT), (THRESHOLD - 0.01, Decision.NOTHING)]
)
def test_without_a_figure_the_text_answers_or_nothing_does(text: float, decision: Decision) -> None:
    assert decide(NoFigure(), text, THRESHOLD) is decision
    assert decide(missing(CERTAIN_GAP - 0.01), text, THRESHOLD) is decision
    assert decide(Found(SPOT, LIKELY_FIGURE - 0.01), text, THRESHOLD) is decision


def test_a_gap_that_is_certain_goes_before_a_text_that_is_not_sure() -> None:
    assert decide(missing(CERTAIN_GAP), SURE_TEXT - 0.01, THRESHOLD) is Decision.GAP
    assert decide(missing(CERTAIN_GAP), SURE_TEXT, THRESHOLD) is Decision.TEXT


def test_a_likely_cell_answers_where_the_text_is_not_sure() -> None:
    assert decide(Found(SPOT, LIKELY_FIGURE), SURE_TEXT - 0.01, THRESHOLD) is Decision.FIGURE
    assert decide(Found(SPOT, LIKELY_FIGURE), SURE_TEXT, THRESHOLD) is Decision.TEXT


def test_a_sure_cell_goes_before_a_sure_text() -> None:
    assert decide(Found(SPOT, SURE_FIGURE), 1.0, THRESHOLD) is Decision.FIGURE


def test_a_cell_gains_by_the_finders_certainty_and_by_the_hits_of_its_table() -> None:
    chances = [figure_chance(certainty, UNBACKED, 0.5) for certainty in (0.0, 0.3, 0.6, 1.0)]
    assert all(low < high for low, high in pairwise(chances))
    assert figure_chance(0.5, Backing(1.0, 1.0), 0.5) > figure_chance(0.5, UNBACKED, 0.5)


def test_the_chance_of_a_cell_stays_within_bounds() -> None:
    assert 0 < figure_chance(0.0, UNBACKED, 1.0) < figure_chance(1.0, Backing(1.0, 1.0), 0.0) < 1
