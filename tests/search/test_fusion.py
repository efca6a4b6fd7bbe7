import numpy as np
import pytest

from qa_service.search.fusion import best_first, standardise, weighted_sum


def scores(*values: float) -> np.ndarray[tuple[int], np.dtype[np.float32]]:
    return np.array(values, dtype=np.float32)


def test_standardised_scores_have_zero_mean_and_unit_spread() -> None:
    assert standardise(scores(1, 2, 3)) == pytest.approx([-1.2247449, 0, 1.2247449])


def test_a_signal_that_does_not_vary_says_nothing_whatever_stands_beside_it() -> None:
    both = standardise(np.stack([scores(5, 5, 5), scores(1, 2, 3)]))
    assert both[0].tolist() == [0, 0, 0]
    assert both[1].tolist() == standardise(scores(1, 2, 3)).tolist()


def test_the_weighted_sum_adds_each_signal_by_its_weight() -> None:
    signals = {"dense": scores(1, 0), "lexical": scores(0, 1), "unused": scores(9, 9)}
    assert weighted_sum(signals, {"dense": 2, "lexical": 0.5}).tolist() == [2, 0.5]


def test_a_weight_without_its_signal_is_refused() -> None:
    with pytest.raises(KeyError):
        weighted_sum({"dense": scores(1)}, {"lexical": 1})


def test_the_best_come_first_and_equal_scores_keep_their_order() -> None:
    assert best_first(scores(1, 3, 3, 2), 3).tolist() == [1, 2, 3]
