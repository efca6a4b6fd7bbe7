"""How long a build takes from nothing and when nothing changed, and what it leaves on disk. Prints JSON.

python -m benchmarks.build [CACHE]
"""

import json
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from benchmarks.encoder import CACHE, resident_megabytes
from qa_service.assembly import read_library
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.protocol import Encoder
from qa_service.index.builder import Report, build
from qa_service.index.embedded import parts_of
from qa_service.index.snapshot import Snapshot, open_snapshot
from qa_service.language.stems import analyze

CORPUS = Path(__file__).parents[1] / "corpus"
SAMPLE = 200


def main() -> None:
    encoder = load_encoder("bundled", Path(sys.argv[1] if len(sys.argv) > 1 else CACHE).expanduser())
    with tempfile.TemporaryDirectory() as folder:
        fresh, fresh_seconds = timed_build(encoder, Path(folder))
        again, again_seconds = timed_build(encoder, Path(folder))
        started = time.perf_counter()
        snapshot = open_snapshot(Path(folder), encoder.fingerprint)
        opening = time.perf_counter() - started
    figures = {
        "passages": fresh.passages,
        "tokens": snapshot.manifest.tokens,
        "build_seconds": round(fresh_seconds, 1),
        "rebuild_unchanged_seconds": round(again_seconds, 2),
        "embedded_again": again.embedded,
        "open_seconds": round(opening, 3),
        "snapshot_mb": round(fresh.megabytes, 1),
        "resident_mb": resident_megabytes(),
    }
    sys.stdout.write(json.dumps(figures | token_figures(encoder, snapshot), indent=1) + "\n")


def timed_build(encoder: Encoder, folder: Path) -> tuple[Report, float]:
    """Reading the corpus is part of it, loading the model is not."""
    started = time.perf_counter()
    report = build(read_library(CORPUS), encoder, folder, analyze)
    return report, time.perf_counter() - started


def token_figures(encoder: Encoder, snapshot: Snapshot) -> dict[str, float]:
    """What the token vectors take, and how far 8 bits turn them (cosine to float32)."""
    chosen = range(0, len(snapshot.passages), max(1, len(snapshot.passages) // SAMPLE))
    texts = [parts_of(snapshot.passages[place]).text for place in chosen]
    cosines = [
        (exact * kept).sum(axis=1) / np.linalg.norm(kept, axis=1)
        for exact, place in zip(encoder.encode_passages(texts).tokens, chosen, strict=True)
        if len(kept := snapshot.tokens.of(place).floats()) == len(exact)
    ]
    size = snapshot.tokens.codes.nbytes + snapshot.tokens.scales.nbytes
    return {
        "token_bytes_per_passage": round(size / len(snapshot.passages)),
        "token_bytes_per_token": round(size / len(snapshot.tokens.codes), 1),
        "lowest_token_cosine": round(float(np.concatenate(cosines).min()), 5),
    }


if __name__ == "__main__":
    main()
