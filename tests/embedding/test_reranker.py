"""Any CrossEncoder can be the reranker; here a tiny one that is made on the spot."""

from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import CrossEncoder
from tokenizers import Tokenizer
from tokenizers.models import WordLevel
from tokenizers.pre_tokenizers import Whitespace
from tokenizers.processors import TemplateProcessing
from transformers import BertConfig, BertForSequenceClassification, PreTrainedTokenizerFast

from qa_service.embedding.reranker import load_reranker
from qa_service.errors import ModelUnavailable

SPECIAL = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = ["бала", "құқық", "мектеп", "закон", "ребенок"]
QUERY = "бала құқық"
TEXTS = ["мектеп", "бала құқық закон", "", "ребенок " * 600, "\ud800 қате\x00таңба"]


def saved_model(folder: Path, labels: int) -> Path:
    torch.manual_seed(11)
    numbers = {word: number for number, word in enumerate([*SPECIAL, *WORDS])}
    config = BertConfig(
        vocab_size=len(numbers),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        id2label={number: str(number) for number in range(labels)},
    )
    BertForSequenceClassification(config).save_pretrained(folder)
    _tokenizer(numbers).save_pretrained(folder)
    return folder


def _tokenizer(numbers: dict[str, int]) -> PreTrainedTokenizerFast:
    engine = Tokenizer(WordLevel(numbers, unk_token="[UNK]"))
    engine.pre_tokenizer = Whitespace()
    engine.post_processor = TemplateProcessing(
        single="[CLS] $A [SEP]",
        pair="[CLS] $A [SEP] $B:1 [SEP]:1",
        special_tokens=[(name, numbers[name]) for name in ("[CLS]", "[SEP]")],
    )
    names = dict(
        zip(("pad_token", "unk_token", "cls_token", "sep_token", "mask_token"), SPECIAL, strict=True)
    )
    return PreTrainedTokenizerFast(  # type: ignore[no-untyped-call]  # untyped in transformers
        tokenizer_object=engine, model_max_length=64, **names
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return saved_model(tmp_path_factory.mktemp("reranker"), labels=1)


def test_without_a_name_there_is_no_reranker(tmp_path: Path) -> None:
    assert load_reranker("", tmp_path) is None


def test_scores_are_those_of_the_model_for_any_text(folder: Path, tmp_path: Path) -> None:
    reranker = load_reranker(str(folder), tmp_path)
    assert reranker is not None
    scores = reranker.scores(QUERY, TEXTS)
    assert scores.shape == (len(TEXTS),)
    assert scores.dtype == np.float32
    expected = CrossEncoder(str(folder), device="cpu").predict([(QUERY, text) for text in TEXTS[:4]])
    np.testing.assert_allclose(scores[:4], expected, atol=1e-6)


def test_no_texts_have_no_scores(folder: Path, tmp_path: Path) -> None:
    reranker = load_reranker(str(folder), tmp_path)
    assert reranker is not None
    assert reranker.scores(QUERY, []).shape == (0,)


def test_a_model_that_is_not_there_is_unavailable(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable) as raised:
        load_reranker(str(tmp_path / "nothing"), tmp_path)
    assert raised.value.values["model"] == str(tmp_path / "nothing")


def test_a_model_that_sorts_pairs_into_classes_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ModelUnavailable, match="3 values"):
        load_reranker(str(saved_model(tmp_path / "classes", labels=3)), tmp_path)
