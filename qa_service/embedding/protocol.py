"""What an encoder is to the rest of the house, without the weight of the libraries behind it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Progress = Callable[[int], None]


@dataclass(frozen=True)
class Encoded:
    """`vectors` is (n, dimension); `tokens[i]` is (t_i, width), one row for each token of text i.

    All rows have length 1. Special tokens and those of the model's prompt are left out of `tokens`,
    so a blank text has none.
    """

    vectors: Floats
    tokens: tuple[Floats, ...]


class Encoder(Protocol):
    """Turns text into vectors; safe to call from several threads."""

    @property
    def name(self) -> str:
        """The model's name, for people."""

    @property
    def fingerprint(self) -> str:
        """Same weights, prompts and limits, same fingerprint: vectors of equal ones can be compared."""

    @property
    def dimension(self) -> int:
        """Width of `Encoded.vectors`."""

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        """Encodes what people ask, with the model's prompt for queries."""

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        """Encodes what is searched; `progress` is told how many more texts are done."""

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        """How many rows of `Encoded.tokens` each text is worth, up to the model's limit.

        The counts of a text's parts, cut at spaces, add up to that of the text.
        """


class Reranker(Protocol):
    """Judges passages by reading each together with the query; safe to call from several threads."""

    @property
    def name(self) -> str:
        """The model's name, for people."""

    def scores(self, query: str, texts: Sequence[str]) -> Floats:
        """How well each text answers the query, (n,), higher is better; the scale is the model's own."""
