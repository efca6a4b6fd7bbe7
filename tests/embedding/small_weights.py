"""A packed file of the same layout as the bundled one, small enough to convert in no time."""

import struct
from pathlib import Path

import numpy as np

HIDDEN, LAYERS, HEADS, INTERMEDIATE, POSITIONS = 64, 1, 2, 128, 32
PIECES = ["<s>", "<pad>", "</s>", "<unk>", *(f"▁{letter}" for letter in "абвгд"), *"абвгд", "<mask>"]
_MATRICES = dict.fromkeys(("q", "k", "v", "ao"), HIDDEN) | {"fi": INTERMEDIATE, "fo": HIDDEN}


def write_small_weights(file: Path) -> None:
    """Random weights, always the same."""
    tensors = _tensors(np.random.default_rng(7))
    head = _head()
    place = len(head) + 4 + sum(2 + len(name) + 21 for name in tensors)
    directory, body = [struct.pack("<i", len(tensors))], b""
    for name, (kind, count, data) in tensors.items():
        entry = struct.pack("<BIQQ", kind, count, place + len(body), len(data))
        directory.append(struct.pack("<H", len(name)) + name.encode() + entry)
        body += data
    file.write_bytes(head + b"".join(directory) + body)


def _head() -> bytes:
    texts = [piece.encode() for piece in PIECES]
    sizes = (HIDDEN, LAYERS, HEADS, INTERMEDIATE, len(PIECES), POSITIONS, 2)
    table = b"".join(struct.pack("<IB", point, 0) for point in (1, 2)) + struct.pack("<IBI", 9, 1, 32)
    return b"".join(
        [
            b"E5S1" + struct.pack("<I7ifi", 1, *sizes, 1e-5, 32),
            struct.pack("<5iQ", len(texts), 0, 2, 1, 3, sum(map(len, texts))),
            np.cumsum([0, *map(len, texts)]).astype("<u4").tobytes(),
            np.linspace(-1, -9, len(texts)).astype("<f4").tobytes(),
            b"".join(texts),
            struct.pack("<iI", 3, len(table)) + table,
        ]
    )


def _tensors(random: np.random.Generator) -> dict[str, tuple[int, int, bytes]]:
    def floats(count: int) -> tuple[int, int, bytes]:
        return 0, count, random.normal(size=count).astype("<f4").tobytes()

    def blocks(count: int) -> tuple[int, int, bytes]:
        scale = np.float16(0.05).tobytes()
        return 1, count, b"".join(scale + random.bytes(16) for _ in range(count // 32))

    made = {"emb.word": blocks(len(PIECES) * HIDDEN), "emb.pos": floats(POSITIONS * HIDDEN)}
    made |= {"emb.type": floats(2 * HIDDEN), "emb.ln.w": floats(HIDDEN), "emb.ln.b": floats(HIDDEN)}
    for name, rows in _MATRICES.items():
        columns = INTERMEDIATE if name == "fo" else HIDDEN
        made |= {f"l0.{name}.w": blocks(rows * columns), f"l0.{name}.b": floats(rows)}
    return made | {f"l0.{norm}.{part}": floats(HIDDEN) for norm in ("aln", "oln") for part in "wb"}
