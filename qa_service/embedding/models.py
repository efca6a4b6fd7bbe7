"""Any embedding model, by hub name or folder, over sentence-transformers and torch.

Nothing but `over_torch` imports this.
"""

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path
from threading import Lock
from typing import Any

import numpy as np
import torch
from numpy.typing import NDArray
from sentence_transformers import SentenceTransformer
from sentence_transformers.util import batch_to_device

from qa_service.embedding.model import Features, Tokens
from qa_service.errors import ModelUnavailable

_Batch = dict[str, Any]


class SentenceModel:
    """A SentenceTransformer with its own prompts as a Model."""

    def __init__(self, name: str, model: SentenceTransformer) -> None:
        self.prompts: Mapping[str, str] = {use: text or "" for use, text in model.prompts.items()}
        self.special_ids: NDArray[Any] = np.array(sorted(model.tokenizer.all_special_ids))
        self._name = name
        self._model = model
        # Tokenizers of the library tokenizers hold their settings for truncation while they run.
        self._tokenizing = Lock()

    def cut(self, texts: list[str], prompt: str) -> Tokens:
        return _tokens(self._preprocess(texts, prompt))

    @torch.inference_mode()
    def read(self, texts: list[str], prompt: str) -> Features:
        batch = batch_to_device(self._preprocess(texts, prompt), self._model.device)
        features = self._model(batch)
        if "token_embeddings" not in features:
            raise ModelUnavailable(model=self._name, reason="it gives no token vectors")
        rows, wholes = (_array(features[name]) for name in ("token_embeddings", "sentence_embedding"))
        return Features(_tokens(features), rows, wholes)

    def _preprocess(self, texts: list[str], prompt: str) -> _Batch:
        with self._tokenizing:
            return self._model.preprocess(texts, prompt=prompt)


def named_model(name: str, cache: Path, threads: int) -> tuple[SentenceModel, str]:
    """A model by hub name or folder, and its fingerprint. Raises ModelUnavailable."""
    torch.set_num_threads(threads)
    try:
        model = SentenceTransformer(name, cache_folder=str(cache), device="cpu")
    except (OSError, ValueError, KeyError, ImportError, RuntimeError) as fault:
        raise ModelUnavailable(model=name, reason=str(fault).strip().split("\n")[0]) from fault
    return SentenceModel(name, model), fingerprint(model)


def fingerprint(model: SentenceTransformer) -> str:
    """Over every weight, the prompts and the limit of length."""
    digest = hashlib.sha256(json.dumps([model.prompts, model.max_seq_length], sort_keys=True).encode())
    for name, weights in sorted(model.state_dict().items()):
        digest.update(name.encode())
        digest.update(weights.contiguous().view(torch.uint8).numpy().tobytes())
    return digest.hexdigest()


def _tokens(features: Mapping[str, Any]) -> Tokens:
    ids, mask = (_array(features[name]) for name in ("input_ids", "attention_mask"))
    return Tokens(ids, mask.astype(np.bool_))


def _array(tensor: torch.Tensor) -> NDArray[Any]:
    whole = tensor.float() if tensor.is_floating_point() else tensor
    return whole.cpu().numpy()
