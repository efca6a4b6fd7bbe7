"""Measures of retrieval, answers and confidence: pure functions on plain values.

Every measure refuses an empty list (statistics.StatisticsError, a ValueError): a share of nothing is
not a figure.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

BINS = 10


@dataclass(frozen=True, slots=True)
class Bin:
    """Answers whose confidence lies in [low, high), the last bin with its end; `right` is a share of
    `count`, None where the bin is empty."""

    low: float
    high: float
    count: int
    right: float | None


def share(flags: Sequence[bool]) -> float:
    """The part of `flags` that is true, 0 to 1."""
    return fmean(flags)


def first_rank(flags: Sequence[bool]) -> int | None:
    """The place of the first true flag, counted from 1; None where there is none."""
    return next((place for place, flag in enumerate(flags, start=1) if flag), None)


def success_at(ranks: Sequence[int | None], depth: int) -> float:
    """S@k: the share of questions whose first relevant passage stands among the first `depth`."""
    return share([rank is not None and rank <= depth for rank in ranks])


def mean_reciprocal_rank(ranks: Sequence[int | None], depth: int) -> float:
    """MRR@k (Voorhees, TREC-8, 1999): the mean of 1/rank; what stands below `depth` counts nothing."""
    return fmean(1 / rank if rank is not None and rank <= depth else 0.0 for rank in ranks)


def confidence_bins(answers: Sequence[tuple[float, bool]], bins: int = BINS) -> tuple[Bin, ...]:
    """The reliability table (Guo et al., ICML 2017): equal bins over [0, 1] of (confidence, right).

    A confidence outside [0, 1] is counted in the nearest bin.
    """
    grouped: list[list[bool]] = [[] for _ in range(bins)]
    for confidence, right in answers:
        grouped[min(bins - 1, max(0, int(confidence * bins)))].append(right)
    return tuple(
        Bin(place / bins, (place + 1) / bins, len(group), share(group) if group else None)
        for place, group in enumerate(grouped)
    )


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error (Guo et al., ICML 2017): how far, on average over the answers, a
    bin's share of right answers lies from the middle of the bin."""
    total = sum(one.count for one in bins)
    gaps = (one.count * abs(one.right - (one.low + one.high) / 2) for one in bins if one.right is not None)
    return sum(gaps) / total if total else 0.0
