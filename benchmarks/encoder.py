"""How fast the bundled model encodes, beside torch with the same weights, and what it takes. Prints JSON.

python -m benchmarks.encoder [CACHE]
"""

import json
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

import numpy as np
from sentence_transformers import SentenceTransformer

from qa_service.embedding.bundled import bundled_folder
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.protocol import Encoder

REPORT = Path(__file__).parents[1] / "corpus/P2100000942/kk.txt"
CACHE = Path("~/.cache/qa-service")
ROUNDS = 3
QUERIES = 60
PASSAGES = 200


def main() -> None:
    cache = Path(sys.argv[1] if len(sys.argv) > 1 else CACHE).expanduser()
    lines = [line.strip() for line in REPORT.read_text(encoding="utf-8").splitlines() if len(line) > 60]
    encoder = load_encoder("bundled", cache)
    alone = resident_megabytes()
    torch = SentenceTransformer(str(bundled_folder(cache)), device="cpu")
    figures = queries(encoder, torch, [line[:70] for line in lines[:QUERIES]])
    figures |= passages(encoder, torch, lines[: 4 * PASSAGES])
    sys.stdout.write(json.dumps(figures | {"resident_mb_before_torch_model": alone}, indent=1) + "\n")


def queries(encoder: Encoder, torch: SentenceTransformer, texts: Sequence[str]) -> dict[str, float]:
    """Median time of one query, taken by turns so that both meet the same load."""
    rounds = [
        (median_ms(lambda text: encoder.encode_queries([text]), texts), median_ms(torch.encode_query, texts))
        for _ in range(ROUNDS)
    ]
    ours, theirs = (statistics.median(times) for times in zip(*rounds, strict=True))
    agreement = (encoder.encode_queries(texts).vectors * torch.encode_query(list(texts))).sum(axis=1)
    return {
        "query_tokens": float(np.mean(encoder.count_tokens(texts))),
        "query_p50_ms": round(ours, 2),
        "query_p50_ms_torch": round(theirs, 2),
        "times_faster": round(theirs / ours, 2),
        "lowest_cosine_to_torch": round(float(agreement.min()), 5),
    }


def passages(encoder: Encoder, torch: SentenceTransformer, lines: Sequence[str]) -> dict[str, float]:
    """Tokens a second, over passages of four lines."""
    texts = [" ".join(lines[start : start + 4]) for start in range(0, len(lines), 4)]
    tokens = sum(encoder.count_tokens(texts))
    ours = seconds(lambda: encoder.encode_passages(texts))
    theirs = seconds(lambda: torch.encode_document(texts))
    return {
        "passage_tokens_per_second": round(tokens / ours),
        "passage_tokens_per_second_torch": round(tokens / theirs),
    }


def median_ms(task: Callable[[str], object], texts: Sequence[str]) -> float:
    return 1000 * statistics.median(seconds(partial(task, text)) for text in texts)


def seconds(task: Callable[[], object]) -> float:
    started = time.perf_counter()
    task()
    return time.perf_counter() - started


def resident_megabytes(process: int | str = "self") -> float:
    """Memory of a process that lies in RAM, as Linux tells it."""
    lines = Path(f"/proc/{process}/status").read_text().splitlines()
    told = next(line for line in lines if line.startswith("VmRSS"))
    return round(int(told.split()[1]) / 1024, 1)


if __name__ == "__main__":
    main()
