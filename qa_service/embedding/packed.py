"""Reads the packed weights file (magic `E5S1`) of the bundled model.

Little-endian: hyper-parameters; SentencePiece pieces (offsets, scores, one blob of UTF-8); a table of
code points with what each is normalised to; a directory of tensors; the tensors, as float32 or as
blocks of 32 weights of 4 bits. A block is a float16 scale and 16 bytes: byte j holds weight j in its
low half and weight j + 16 in its high half, and a weight is worth (q - 8) * scale.
"""

import struct
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

MAGIC = b"E5S1"
BLOCK = 32
_BLOCK_LAYOUT = np.dtype([("scale", "<f2"), ("halves", "u1", BLOCK // 2)])


class PackedFileError(ValueError):
    """The bytes do not follow the layout."""


@dataclass(frozen=True)
class Shape:
    """Hyper-parameters of the BERT encoder."""

    hidden: int
    layers: int
    heads: int
    intermediate: int
    vocabulary: int
    positions: int
    token_types: int
    epsilon: float


@dataclass(frozen=True)
class Pieces:
    """The unigram vocabulary: `texts[i]` is the piece of token id i, `scores[i]` its log probability."""

    texts: tuple[str, ...]
    scores: tuple[float, ...]
    begin: int
    end: int
    pad: int
    unknown: int


@dataclass(frozen=True)
class Quantised:
    """4-bit weights of one matrix: `scales` (rows, blocks), `quants` (rows, blocks, 32) uint8 below 16."""

    scales: NDArray[np.float16]
    quants: NDArray[np.uint8]

    def floats(self) -> NDArray[np.float32]:
        """The weights themselves, (rows, columns)."""
        values = (self.quants.astype(np.float32) - 8) * self.scales.astype(np.float32)[..., None]
        return values.reshape(len(values), -1)


@dataclass(frozen=True)
class Packed:
    """What the file holds. `normalisation` maps a character to what it is read as ("" drops it)."""

    shape: Shape
    pieces: Pieces
    normalisation: Mapping[str, str]
    vectors: Mapping[str, NDArray[np.float32]]
    matrices: Mapping[str, Quantised]


class _Cursor:
    def __init__(self, data: bytes) -> None:
        self.data = data
        self.place = 0

    def values(self, layout: str) -> tuple[Any, ...]:
        found = struct.unpack_from("<" + layout, self.data, self.place)
        self.place += struct.calcsize("<" + layout)
        return found

    def array(self, dtype: str, count: int) -> NDArray[Any]:
        found = np.frombuffer(self.data, dtype, count, self.place)
        self.place += found.nbytes
        return found

    def take(self, size: int) -> bytes:
        self.place += size
        return self.data[self.place - size : self.place]


def read_packed(data: bytes) -> Packed:
    """Takes the file apart. Raises PackedFileError when it does not follow the layout."""
    cursor = _Cursor(data)
    if cursor.take(4) != MAGIC:
        raise PackedFileError("magic")
    try:
        cursor.values("I")
        shape = _read_shape(cursor)
        pieces, normalisation = _read_pieces(cursor), _read_normalisation(cursor)
        return Packed(shape, pieces, normalisation, *_read_tensors(cursor, shape))
    except (struct.error, ValueError, UnicodeDecodeError) as fault:
        raise PackedFileError(str(fault)) from fault


def _read_shape(cursor: _Cursor) -> Shape:
    hidden, layers, heads, intermediate, vocabulary, positions, token_types = cursor.values("7i")
    epsilon, block = cursor.values("fi")
    if block != BLOCK:
        raise PackedFileError(f"blocks of {block}")
    return Shape(hidden, layers, heads, intermediate, vocabulary, positions, token_types, epsilon)


def _read_pieces(cursor: _Cursor) -> Pieces:
    count, begin, end, pad, unknown, size = cursor.values("5iQ")
    offsets = cursor.array("<u4", count + 1)
    scores = cursor.array("<f4", count)
    blob = cursor.take(size)
    texts = (blob[offsets[i] : offsets[i + 1]].decode() for i in range(count))
    return Pieces(tuple(texts), tuple(scores.tolist()), begin, end, pad, unknown)


def _read_normalisation(cursor: _Cursor) -> dict[str, str]:
    count, _ = cursor.values("iI")
    table = {}
    for _ in range(count):
        point, length = cursor.values("IB")
        table[chr(point)] = "".join(map(chr, cursor.values(f"{length}I")))
    return table


def _read_tensors(
    cursor: _Cursor, shape: Shape
) -> tuple[dict[str, NDArray[np.float32]], dict[str, Quantised]]:
    vectors, matrices = {}, {}
    for _ in range(cursor.values("i")[0]):
        name = cursor.take(cursor.values("H")[0]).decode()
        kind, count, offset, _ = cursor.values("BIQQ")
        if kind == 0:
            vectors[name] = np.frombuffer(cursor.data, "<f4", count, offset)
        else:
            columns = shape.intermediate if name.endswith("fo.w") else shape.hidden
            matrices[name] = _read_quantised(cursor.data, offset, count, columns)
    return vectors, matrices


def _read_quantised(data: bytes, offset: int, count: int, columns: int) -> Quantised:
    blocks = np.frombuffer(data, _BLOCK_LAYOUT, count // BLOCK, offset)
    quants = np.concatenate([blocks["halves"] & 0x0F, blocks["halves"] >> 4], axis=1)
    per_row = columns // BLOCK
    return Quantised(blocks["scale"].reshape(-1, per_row), quants.reshape(-1, per_row, BLOCK))
