from statistics import StatisticsError

import pytest

from qa_service.evaluation.metrics import (
    calibration_error,
    confidence_bins,
    first_rank,
    mean_reciprocal_rank,
    share,
    success_at,
)

RANKS = [1, 2, None, 6]


def test_success_counts_questions_found_within_the_depth() -> None:
    assert success_at(RANKS, 1) == 0.25
    assert success_at(RANKS, 5) == 0.5
    assert success_at(RANKS, 10) == 0.75


def test_the_reciprocal_rank_fades_with_depth_and_stops_below_it() -> None:
    assert mean_reciprocal_rank(RANKS, 10) == pytest.approx((1 + 1 / 2 + 0 + 1 / 6) / 4)
    assert mean_reciprocal_rank(RANKS, 5) == pytest.approx((1 + 1 / 2) / 4)


def test_the_first_true_flag_gives_the_rank() -> None:
    assert first_rank([False, False, True, True]) == 3
    assert first_rank([False]) is None


def test_a_share_of_nothing_is_refused() -> None:
    with pytest.raises(StatisticsError):
        share([])


def test_answers_fall_into_the_bin_of_their_confidence() -> None:
    bins = confidence_bins([(0.0, False), (0.05, True), (0.1, True), (0.95, True), (1.0, False)])
    assert [one.count for one in bins] == [2, 1, 0, 0, 0, 0, 0, 0, 0, 2]
    assert [bins[0].right, bins[1].right, bins[2].right, bins[9].right] == [0.5, 1.0, None, 0.5]
    assert (bins[9].low, bins[9].high) == (0.9, 1.0)


def test_a_confidence_outside_the_scale_is_counted_at_its_end() -> None:
    assert [one.count for one in confidence_bins([(-0.2, True), (1.7, True)], bins=2)] == [1, 1]


def test_the_calibration_error_weighs_bins_by_their_answers() -> None:
    bins = confidence_bins([(0.25, True), (0.25, False), (0.75, True), (0.75, True)], bins=2)
    assert calibration_error(bins) == pytest.approx((2 * 0.25 + 2 * 0.25) / 4)
    assert calibration_error(confidence_bins([])) == 0
