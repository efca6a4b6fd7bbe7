"""Makes a snapshot of a corpus and makes it current."""

import os
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from qa_service.document.records import Corpus
from qa_service.embedding.protocol import Encoder
from qa_service.errors import IndexDamaged, IndexMismatch, IndexMissing
from qa_service.index.contents import Analyze, Progress, collect
from qa_service.index.embedded import Vectors
from qa_service.index.snapshot import POINTER, open_vectors
from qa_service.sealed import SEAL, exclusive, sync, write_sealed

# The current one and the one before it, which a server may be opening.
KEPT = 2


@dataclass(frozen=True)
class Report:
    """What a build did; `megabytes` is the size of the snapshot's folder."""

    generation: str
    passages: int
    embedded: int
    reused: int
    seconds: float
    megabytes: float

    def __str__(self) -> str:
        return (
            f"{self.generation}: {self.passages} passages, {self.embedded} embedded, "
            f"{self.reused} taken over, {self.megabytes:.1f} MB, {self.seconds:.1f} s"
        )


def build(
    corpus: Corpus,
    encoder: Encoder,
    folder: Path,
    analyze: Analyze,
    progress: Progress = lambda done, total: None,
) -> Report:
    """Writes a snapshot below `folder` and makes it current.

    `analyze(text, language)` gives the tokens of the lexical index; `progress` is told how many
    passages have their vectors, and of how many. Vectors of unchanged passages come from the
    snapshot that was current. A build that fails or is killed leaves that one current; a second
    build at the same time waits for the first. Raises StorageFull when the disk is full,
    CorpusUnreadable when there is no passage.
    """
    started = time.monotonic()
    with exclusive(folder):
        contents = collect(corpus, encoder, _previous(folder), progress)
        made = folder / contents.generation
        write_sealed(made, lambda aside: contents.write(aside, encoder, analyze))
        _make_current(folder, made.name)
        _remove_old(folder)
    return Report(
        made.name,
        passages=len(contents.passages),
        embedded=contents.embedded,
        reused=len(contents.passages) - contents.embedded,
        seconds=time.monotonic() - started,
        megabytes=sum(file.stat().st_size for file in made.rglob("*")) / 2**20,
    )


def _previous(folder: Path) -> Mapping[str, Vectors]:
    """Vectors of the current snapshot; none when it cannot be used, since all can be made anew."""
    try:
        return open_vectors(folder).by_key()
    except (IndexMissing, IndexMismatch, IndexDamaged):
        return {}


def _make_current(folder: Path, generation: str) -> None:
    aside = folder / f".{POINTER}"
    with aside.open("w") as opened:
        opened.write(generation)
        opened.flush()
        os.fsync(opened.fileno())
    aside.replace(folder / POINTER)
    sync(folder)


def _remove_old(folder: Path) -> None:
    """Names begin with the time they were built; what a server has opened stays readable to it."""
    for old in sorted(seal.parent for seal in folder.glob(f"*/{SEAL}"))[:-KEPT]:
        shutil.rmtree(old, ignore_errors=True)
