"""What runs below an encoder: a model that reads a batch of texts, whatever library it is made of."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Protocol

import numpy as np
from numpy.typing import NDArray

from qa_service.embedding.protocol import Floats


@dataclass(frozen=True, slots=True)
class Tokens:
    """A batch cut into tokens, (n, t): their ids, and where a text of the batch has one."""

    ids: NDArray[Any]
    mask: NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Features:
    """A batch read: `rows` (n, t, width) for the tokens, `wholes` (n, dimension) for the texts; of any
    length."""

    tokens: Tokens
    rows: Floats
    wholes: Floats


class Model(Protocol):
    """A model; safe to call from several threads."""

    @property
    def prompts(self) -> Mapping[str, str]:
        """What it wants before a text, by the name of the purpose."""

    @property
    def special_ids(self) -> NDArray[Any]:
        """The ids of tokens that stand for no text."""

    def cut(self, texts: list[str], prompt: str) -> Tokens:
        """The tokens of each text with the prompt before it, up to the model's limit."""

    def read(self, texts: list[str], prompt: str) -> Features:
        """The vectors of each text with the prompt before it."""


@dataclass(frozen=True)
class Workers:
    """How many batches of passages are encoded at once, and what makes the model for them."""

    make_model: Callable[[], Model]
    count: int
