import numpy as np
import pytest

from qa_service.index.dense import DenseIndex, DenseKind
from qa_service.index.vectors import PartIndex


def test_a_passage_scores_by_its_best_part_and_one_without_parts_by_the_lowest() -> None:
    vectors = np.eye(3, dtype=np.float32)
    index = PartIndex(DenseIndex.build(vectors, DenseKind.EXACT), np.array([0, 0, 2]), passages=4)
    scores = index.scores(np.array([0.1, 0.8, 0.6], np.float32))
    assert scores.tolist() == pytest.approx([0.8, 0.1, 0.6, 0.1])
    assert index.of(0).tolist() == vectors[:2].tolist()
    assert len(index.of(1)) == 0


def test_without_any_parts_every_passage_scores_alike() -> None:
    index = PartIndex(DenseIndex.build(np.empty((0, 3), np.float32), DenseKind.EXACT), np.array([], int), 2)
    assert len(set(index.scores(np.ones(3, np.float32)).tolist())) == 1
