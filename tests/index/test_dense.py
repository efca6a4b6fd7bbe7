from pathlib import Path

import numpy as np
import pytest

from qa_service.embedding.protocol import Floats
from qa_service.index.dense import EXACT_UP_TO, DenseIndex, DenseKind, choose_kind


@pytest.fixture
def vectors() -> Floats:
    rows = np.random.default_rng(3).normal(size=(500, 24))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def test_search_is_exact_while_the_corpus_is_small() -> None:
    assert choose_kind(EXACT_UP_TO) is DenseKind.EXACT
    assert choose_kind(EXACT_UP_TO + 1) is DenseKind.GRAPH


@pytest.mark.parametrize("kind", DenseKind)
def test_the_nearest_come_first_with_their_cosines(vectors: Floats, kind: DenseKind) -> None:
    found, cosines = DenseIndex.build(vectors, kind).search(vectors[7], 5)
    expected = np.argsort(-(vectors @ vectors[7]))[:5]
    assert found.tolist() == expected.tolist()
    np.testing.assert_allclose(cosines, (vectors @ vectors[7])[expected], atol=1e-6)


def test_exact_scores_are_the_cosine_of_every_vector(vectors: Floats) -> None:
    scores = DenseIndex.build(vectors, DenseKind.EXACT).scores(vectors[0])
    np.testing.assert_allclose(scores, vectors @ vectors[0], atol=1e-6)


def test_vectors_that_a_graph_does_not_reach_score_lowest(vectors: Floats) -> None:
    scores = DenseIndex.build(vectors, DenseKind.GRAPH).scores(vectors[0])
    assert scores.shape == (500,)
    assert scores.argmax() == 0


@pytest.mark.parametrize("kind", DenseKind)
def test_a_saved_index_finds_the_same(vectors: Floats, kind: DenseKind, tmp_path: Path) -> None:
    built = DenseIndex.build(vectors, kind)
    built.save(tmp_path / "vectors.faiss")
    loaded = DenseIndex.load(tmp_path / "vectors.faiss")
    np.testing.assert_array_equal(loaded.vectors(), vectors)
    assert loaded.search(vectors[9], 9)[0].tolist() == built.search(vectors[9], 9)[0].tolist()
