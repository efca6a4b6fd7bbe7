"""An immutable index on disk, opened as a whole or refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter, ValidationError

from qa_service.document.records import Corpus, Passage
from qa_service.embedding.protocol import Floats
from qa_service.errors import IndexDamaged, IndexMismatch, IndexMissing
from qa_service.index.dense import DenseIndex
from qa_service.index.lexical import LexicalIndex
from qa_service.index.manifest import LAYOUT, Manifest, read_manifest, versions
from qa_service.index.tokens import TokenIndex
from qa_service.sealed import SealError, check_seal

# A file, not a link, so that it is replaced in one step on every file system.
POINTER = "CURRENT"
CORPUS, KEYS, PASSAGES = "corpus.json", "keys.txt", "passages.faiss"
SENTENCES, QUESTIONS = "sentences", "questions"
LEXICAL, TOKENS = "lexical", "tokens"


@dataclass(frozen=True)
class PartIndex:
    """Vectors of parts of passages; `owners[j]` is the index of the passage that part j belongs to, rising.

    `passages` is how many passages there are: some may have no part.
    """

    dense: DenseIndex
    owners: NDArray[np.int64]
    passages: int

    @classmethod
    def load(cls, folder: Path, name: str, passages: int) -> "PartIndex":
        """Reads what `save` wrote under the same name."""
        return cls(DenseIndex.load(folder / f"{name}.faiss"), np.load(folder / f"{name}.npy"), passages)

    def save(self, folder: Path, name: str) -> None:
        """Writes two files of this name into `folder`."""
        self.dense.save(folder / f"{name}.faiss")
        np.save(folder / f"{name}.npy", self.owners)

    def of(self, passage: int) -> Floats:
        """Vectors of one passage's parts, (k, dimension)."""
        first, last = np.searchsorted(self.owners, [passage, passage + 1])
        return self.dense.rows(int(first), int(last - first))

    def scores(self, query: Floats) -> Floats:
        """For every passage the best cosine of its parts to `query`, (n,).

        A passage without parts gets the lowest cosine of all parts.
        """
        cosines = self.dense.scores(query)
        best = np.full(self.passages, cosines.min(initial=1.0), np.float32)
        starts = np.flatnonzero(np.diff(self.owners, prepend=-1))
        if len(starts):
            best[self.owners[starts]] = np.maximum.reduceat(cosines, starts)
        return best


@dataclass(frozen=True)
class Snapshot:
    """Every array is in the order of `passages`. `keys[i]` names what passage i's vectors were made from."""

    generation: str
    manifest: Manifest
    corpus: Corpus
    keys: tuple[str, ...]
    dense: DenseIndex
    sentences: PartIndex
    questions: PartIndex
    tokens: TokenIndex
    lexical: LexicalIndex

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All passages, headings and tables too, document by document and edition by edition."""
        return tuple(passages_of(self.corpus))

    @cached_property
    def places(self) -> Mapping[str, int]:
        """Index of each passage by its id."""
        return {passage.id: place for place, passage in enumerate(self.passages)}


def passages_of(corpus: Corpus) -> Iterator[Passage]:
    """The order of the index."""
    for document in corpus.documents:
        for edition in document.editions:
            yield from edition.passages


def open_snapshot(folder: Path, fingerprint: str) -> Snapshot:
    """The current snapshot below `folder`, for the encoder of this fingerprint.

    Raises IndexMissing, IndexMismatch when another model or version made it, IndexDamaged when any
    file differs from its seal.
    """
    generation = current_generation(folder)
    try:
        return read_snapshot(folder / generation, fingerprint)
    except IndexDamaged:
        # A build may have removed this one between the two steps.
        if current_generation(folder) == generation:
            raise
        return open_snapshot(folder, fingerprint)


def current_generation(folder: Path) -> str:
    """The name of the current snapshot's folder. Raises IndexMissing or IndexDamaged."""
    pointer = folder / POINTER
    try:
        generation = pointer.read_text(encoding="utf-8").strip()
    except FileNotFoundError as fault:
        raise IndexMissing(folder=str(folder)) from fault
    except (OSError, UnicodeDecodeError) as fault:
        raise IndexDamaged(file=str(pointer), reason=type(fault).__name__) from fault
    if not generation or Path(generation).name != generation:
        raise IndexDamaged(file=str(pointer), reason="names no snapshot")
    return generation


def read_snapshot(folder: Path, fingerprint: str) -> Snapshot:
    """One snapshot's folder. Raises IndexMismatch or IndexDamaged."""
    try:
        check_seal(folder)
    except SealError as fault:
        raise IndexDamaged(file=str(folder / fault.file), reason=fault.reason) from fault
    manifest = read_manifest(folder)
    _compare("layout", LAYOUT, manifest.layout)
    _compare("version", versions()["qa-service"], manifest.versions.get("qa-service"))
    _compare("model", fingerprint, manifest.fingerprint)
    dense = DenseIndex.load(folder / PASSAGES)
    return Snapshot(
        generation=folder.name,
        manifest=manifest,
        corpus=_read_corpus(folder / CORPUS),
        keys=tuple((folder / KEYS).read_text().split()),
        dense=dense,
        sentences=PartIndex.load(folder, SENTENCES, len(dense)),
        questions=PartIndex.load(folder, QUESTIONS, len(dense)),
        tokens=TokenIndex.load(folder / TOKENS),
        lexical=LexicalIndex.load(folder / LEXICAL),
    )


def _compare(what: str, expected: object, found: object) -> None:
    if expected != found:
        raise IndexMismatch(what=what, expected=expected, found=found)


def _read_corpus(file: Path) -> Corpus:
    try:
        return TypeAdapter(Corpus).validate_json(file.read_bytes())
    except ValidationError as fault:
        raise IndexMismatch(what="records", expected=LAYOUT, found=str(fault.errors()[0]["loc"])) from fault
