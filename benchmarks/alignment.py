"""How many pairs the aligner gets right once ids are hidden and a tenth of the Russian paragraphs is changed.
Prints JSON.

python -m benchmarks.alignment [CACHE]
"""

import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from benchmarks.disturbance import disturb
from qa_service.document.alignment import align
from qa_service.document.corpus import read_document
from qa_service.document.records import Document, Passage
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.protocol import Encoder, Floats

REPORT = Path(__file__).parents[1] / "corpus/P2100000942"
CACHE = Path("~/.cache/qa-service")
SHARES = (0.1, 0.3)
SEEDS = range(10)


class Vectors:
    """Vectors of passages, each text encoded once."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder
        self._known: dict[str, Floats] = {}

    def of(self, passages: Sequence[Passage]) -> Floats:
        texts = [passage.text for passage in passages]
        unknown = [text for text in dict.fromkeys(texts) if text not in self._known]
        self._known |= zip(unknown, self._encoder.encode_passages(unknown).vectors, strict=True)
        return np.stack([self._known[text] for text in texts])


def main() -> None:
    cache = Path(sys.argv[1] if len(sys.argv) > 1 else CACHE).expanduser()
    vectors = Vectors(load_encoder("bundled", cache))
    report = read_document(REPORT)
    for share in SHARES:
        runs = [run(report, vectors, share, seed) for seed in SEEDS]
        sys.stdout.write(json.dumps({"share_changed": share, **summary(runs)}) + "\n")


def run(report: Document, vectors: Vectors, share: float, seed: int) -> dict[str, float]:
    """Shares of 1: of the pairs made, those that are right; of the right pairs, those made."""
    official = [passage for passage in report.official.passages if passage.table is None]
    disturbed = disturb(report, report.editions[1].passages, share, seed)
    encoded = vectors.of(official), vectors.of(disturbed.passages)
    started = time.perf_counter()
    made = frozenset(align(official, disturbed.passages, *encoded))
    seconds = time.perf_counter() - started
    right = len(made & disturbed.pairs)
    return {"right": right / len(made), "found": right / len(disturbed.pairs), "seconds": seconds}


def summary(runs: Sequence[dict[str, float]]) -> dict[str, object]:
    return {
        "seeds": len(runs),
        "right_mean": round(float(np.mean([each["right"] for each in runs])), 4),
        "right_lowest": round(min(each["right"] for each in runs), 4),
        "found_mean": round(float(np.mean([each["found"] for each in runs])), 4),
        "seconds_median": round(float(np.median([each["seconds"] for each in runs])), 3),
    }


if __name__ == "__main__":
    main()
