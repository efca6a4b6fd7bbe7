from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from sentence_transformers import SentenceTransformer

from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.models import fingerprint
from qa_service.embedding.protocol import Encoder
from qa_service.errors import ModelUnavailable

QUERIES = [
    "Балаларға қандай жәрдемақы төленеді?",
    "Какие пособия выплачивают на детей?",
    "child benefits 2020",
    "ЮНИСЕФ",
]
PASSAGE = (
    "Ата-ана қамқорлығынсыз қалған балалар саны бес жылда төмендеді. Олардың көпшілігі отбасында тұрады."
)


@pytest.fixture(scope="module")
def reference(folder: Path) -> SentenceTransformer:
    """The same weights in torch, as any program loads them from the converted folder."""
    return SentenceTransformer(str(folder), device="cpu")


def test_vectors_agree_with_torch_over_the_same_weights(
    encoder: Encoder, reference: SentenceTransformer, lines: list[str]
) -> None:
    queries = encoder.encode_queries(QUERIES).vectors
    passages = encoder.encode_passages(lines[100:140]).vectors
    assert (queries * reference.encode_query(QUERIES)).sum(axis=1).min() >= 0.999
    assert (passages * reference.encode_document(lines[100:140])).sum(axis=1).min() >= 0.999


def test_rows_have_length_one_and_the_declared_width(encoder: Encoder) -> None:
    encoded = encoder.encode_passages([PASSAGE, QUERIES[0]])
    assert encoded.vectors.shape == (2, encoder.dimension)
    assert encoded.vectors.dtype == encoded.tokens[0].dtype == np.float32
    for rows in (encoded.vectors, *encoded.tokens):
        np.testing.assert_allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)


def test_a_batch_gives_the_order_and_the_vectors_of_single_texts(encoder: Encoder) -> None:
    texts = [PASSAGE, "бала", PASSAGE * 3, QUERIES[1]]
    together = encoder.encode_passages(texts)
    for place, text in enumerate(texts):
        alone = encoder.encode_passages([text])
        assert together.vectors[place] @ alone.vectors[0] > 0.999
        assert together.tokens[place].shape == alone.tokens[0].shape


def test_queries_and_passages_get_different_prompts(encoder: Encoder) -> None:
    query, passage = encoder.encode_queries([PASSAGE]), encoder.encode_passages([PASSAGE])
    assert query.vectors[0] @ passage.vectors[0] < 0.9999
    assert query.tokens[0].shape == passage.tokens[0].shape


def test_token_counts_of_parts_add_up_to_the_tokens_of_the_whole(encoder: Encoder) -> None:
    first, second = PASSAGE.split(". ")
    counts = encoder.count_tokens([f"{first}.", second])
    assert sum(counts) == len(encoder.encode_passages([PASSAGE]).tokens[0])
    assert encoder.count_tokens([]) == []


@pytest.mark.parametrize(
    "text",
    ["", " \n", "\x00\x01", "\ud800", "ﷺ" * 1000, "😀" * 500, "مرحبا بالعالم", "<s></s><mask>", "а" * 30_000],
    ids=["empty", "blank", "control", "surrogate", "growing", "emoji", "right to left", "special", "long"],
)
def test_any_text_has_a_vector(encoder: Encoder, text: str) -> None:
    encoded = encoder.encode_queries([text])
    assert np.isfinite(encoded.vectors).all()
    assert len(encoded.tokens[0]) < 512


def test_no_text_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_queries([]).vectors.shape == (0, encoder.dimension)


def test_progress_counts_every_text_once(encoder: Encoder) -> None:
    told: list[int] = []
    encoder.encode_passages([PASSAGE, "бала"] * 40, told.append)
    assert sum(told) == 80
    assert len(told) > 1


def test_threads_do_not_disturb_each_other(encoder: Encoder) -> None:
    expected = encoder.encode_queries(QUERIES).vectors
    with ThreadPoolExecutor(8) as threads:
        found = list(threads.map(lambda query: encoder.encode_queries([query]).vectors[0], QUERIES * 10))
    for place, vector in enumerate(found):
        assert vector @ expected[place % len(QUERIES)] > 0.999


def test_a_model_in_a_folder_is_used_with_its_own_prompts(
    encoder: Encoder, reference: SentenceTransformer, folder: Path, cache: Path
) -> None:
    other = load_encoder(str(folder), cache)
    assert other.fingerprint == fingerprint(reference) != encoder.fingerprint
    ours, theirs = (each.encode_queries(QUERIES) for each in (encoder, other))
    assert (ours.vectors * theirs.vectors).sum(axis=1).min() >= 0.999
    assert [len(tokens) for tokens in ours.tokens] == [len(tokens) for tokens in theirs.tokens]


def test_a_model_that_is_not_there_is_told_by_name(cache: Path) -> None:
    with pytest.raises(ModelUnavailable) as refused:
        load_encoder(str(cache / "nothing" / "here"), cache)
    assert refused.value.values["model"] == str(cache / "nothing" / "here")
