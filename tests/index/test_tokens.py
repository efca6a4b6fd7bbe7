from pathlib import Path

import numpy as np
import pytest

from qa_service.embedding.protocol import Floats
from qa_service.index.tokens import TokenIndex, encode_tokens

WIDTH = 96


def unit_rows(count: int, seed: int) -> Floats:
    rows = np.random.default_rng(seed).normal(size=(count, WIDTH))
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


@pytest.fixture
def passages() -> list[Floats]:
    return [unit_rows(count, seed) for seed, count in enumerate([5, 0, 17, 1, 40])]


@pytest.fixture
def index(passages: list[Floats]) -> TokenIndex:
    return TokenIndex.build([encode_tokens(passage) for passage in passages])


def test_maxsim_is_the_mean_of_the_best_cosine_of_each_query_token(
    index: TokenIndex, passages: list[Floats]
) -> None:
    query = unit_rows(6, seed=99)
    scores = index.maxsim(query, np.array([4, 0, 2]))
    expected = [(query @ passages[place].T).max(axis=1).mean() for place in (4, 0, 2)]
    np.testing.assert_allclose(scores, expected, atol=0.01)


def test_a_passages_own_tokens_score_one(index: TokenIndex, passages: list[Floats]) -> None:
    assert index.maxsim(passages[2], np.array([2]))[0] == pytest.approx(1, abs=0.01)


def test_values_at_the_ends_of_their_range_do_not_overflow() -> None:
    extreme = np.where(np.arange(WIDTH) % 2, 1, -1).astype(np.float32)[None] / np.sqrt(WIDTH)
    index = TokenIndex.build([encode_tokens(extreme), encode_tokens(-extreme)])
    scores = index.maxsim(extreme.astype(np.float32), np.array([0, 1]))
    np.testing.assert_allclose(scores, [1, -1], atol=1e-5)


@pytest.mark.parametrize("candidates", [[1], [], [1, 1]], ids=["no tokens", "none", "none of either"])
def test_passages_without_tokens_score_nothing(index: TokenIndex, candidates: list[int]) -> None:
    scores = index.maxsim(unit_rows(3, seed=5), np.array(candidates, np.int64))
    assert scores.tolist() == [0] * len(candidates)


def test_an_empty_query_scores_nothing(index: TokenIndex) -> None:
    assert index.maxsim(unit_rows(0, seed=0), np.array([0, 2])).tolist() == [0, 0]


def test_eight_bits_lose_next_to_nothing(index: TokenIndex, passages: list[Floats]) -> None:
    kept = index.of(4).floats()
    cosines = (kept * passages[4]).sum(axis=1) / np.linalg.norm(kept, axis=1)
    assert cosines.min() > 0.9999


def test_a_saved_index_is_mapped_and_scores_the_same(index: TokenIndex, tmp_path: Path) -> None:
    index.save(tmp_path / "tokens")
    loaded = TokenIndex.load(tmp_path / "tokens")
    assert isinstance(loaded.codes.base, np.memmap)
    query, candidates = unit_rows(4, seed=1), np.array([0, 2, 4])
    np.testing.assert_array_equal(loaded.maxsim(query, candidates), index.maxsim(query, candidates))
