"""Builds that are killed step by step, in a small process of their own: a large one forks slowly.

python -m tests.index.killed_builds FOLDER    prints how many passages were served after each, as JSON
"""

import json
import subprocess
import sys
from pathlib import Path

from qa_service.index.builder import build
from qa_service.index.snapshot import open_snapshot
from tests.index.samples import TEXTS, WordEncoder, make_corpus, words
from tests.killing import kill_at_every_step


def served_after_each_kill(folder: Path) -> list[int]:
    """What `main` prints, from a process of its own."""
    command = [sys.executable, "-m", __name__, str(folder)]
    told = subprocess.run(command, check=True, capture_output=True, text=True)
    return list(json.loads(told.stdout))


def main() -> None:
    folder, encoder = Path(sys.argv[1]), WordEncoder()
    corpus = make_corpus(["Жаңа мәтін.", *TEXTS])
    served: list[int] = []
    kill_at_every_step(
        lambda: build(corpus, encoder, folder, words),
        lambda: served.append(len(open_snapshot(folder, encoder.fingerprint).passages)),
    )
    sys.stdout.write(json.dumps(served))


if __name__ == "__main__":
    main()
