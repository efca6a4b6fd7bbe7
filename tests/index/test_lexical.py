import math
from pathlib import Path

import numpy as np
import pytest

from qa_service.index.lexical import LENGTH_WEIGHT, SATURATION, Field, LexicalIndex

BODIES = [["бала", "бала", "мект"], ["сот"], ["мект", "сот", "жәрд"]]
QUESTIONS = [[], ["айып"], []]


@pytest.fixture
def index() -> LexicalIndex:
    return LexicalIndex.build({Field.BODY: BODIES, Field.QUESTION: QUESTIONS})


def test_scores_follow_the_formula(index: LexicalIndex) -> None:
    inverse_frequency = math.log(1 + (3 - 1 + 0.5) / (1 + 0.5))
    mean_length = 7 / 3
    norm = SATURATION * (1 - LENGTH_WEIGHT + LENGTH_WEIGHT * 3 / mean_length)
    expected = [inverse_frequency * 2 / (2 + norm), 0, 0]
    np.testing.assert_allclose(index.scores({"бала": 1.0}), expected, rtol=1e-5)


def test_a_token_counts_by_its_weight(index: LexicalIndex) -> None:
    both = index.scores({"бала": 1.0, "жәрд": 0.25})
    np.testing.assert_allclose(both, index.scores({"бала": 1.0}) + 0.25 * index.scores({"жәрд": 1.0}))


def test_questions_are_a_field_of_their_own(index: LexicalIndex) -> None:
    assert index.scores({"айып": 1.0}, Field.QUESTION).argmax() == 1
    assert not index.scores({"айып": 1.0}, Field.BODY).any()


@pytest.mark.parametrize("tokens", [{}, {"жоқ": 1.0}, {"": 1.0}], ids=["none", "unknown", "blank"])
def test_nothing_known_scores_nothing(index: LexicalIndex, tokens: dict[str, float]) -> None:
    scores = index.scores(tokens)
    assert scores.shape == (3,)
    assert scores.dtype == np.float32
    assert not scores.any()


def test_a_field_without_any_token_is_no_fault() -> None:
    index = LexicalIndex.build({Field.BODY: BODIES, Field.QUESTION: [[], [], []]})
    assert not index.scores({"бала": 1.0}, Field.QUESTION).any()


def test_a_saved_index_scores_the_same(index: LexicalIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "lexical")
    loaded = LexicalIndex.load(tmp_path / "lexical")
    for field in Field:
        tokens = {"мект": 1.0, "жалп": 0.5}
        np.testing.assert_array_equal(loaded.scores(tokens, field), index.scores(tokens, field))
