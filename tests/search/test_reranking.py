from collections.abc import Sequence

import numpy as np
import pytest

from qa_service.embedding.protocol import Floats
from qa_service.search.fusion import RANK_CONSTANT, reciprocal_ranks
from qa_service.search.reranking import reranked


class Longest:
    """Prefers long texts."""

    name = "longest"

    def scores(self, query: str, texts: Sequence[str]) -> Floats:
        return np.array([len(query + text) for text in texts], np.float32)


def test_both_orders_count_alike() -> None:
    scores = reciprocal_ranks([np.array([0, 1, 2]), np.array([2, 1, 0])])
    assert scores[1] == pytest.approx(2 / (RANK_CONSTANT + 2))
    assert scores[0] == scores[2] == pytest.approx(1 / (RANK_CONSTANT + 1) + 1 / (RANK_CONSTANT + 3))


def test_a_passage_that_the_reranker_prefers_rises() -> None:
    texts = ["a", "bb", "cc", "d", "eeeee"]
    order = reranked(Longest(), "", texts).tolist()
    assert order.index(4) < 3
    assert sorted(order) == [0, 1, 2, 3, 4]


def test_where_both_agree_the_order_stays() -> None:
    assert reranked(Longest(), "", ["ccc", "bb", "a"]).tolist() == [0, 1, 2]


def test_nothing_found_stays_nothing() -> None:
    assert reranked(Longest(), "query", []).tolist() == []
