"""An immutable index on disk, opened as a whole or refused."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa_service.document.records import Corpus, Passage
from qa_service.errors import IndexDamaged, IndexMismatch, IndexMissing
from qa_service.index.lexical import LexicalIndex
from qa_service.index.manifest import LAYOUT, Manifest, read_manifest, versions
from qa_service.index.vectors import FORM, VectorIndexes, read_vectors
from qa_service.sealed import SealError, check_seal

# A file, not a link, so that it is replaced in one step on every file system.
POINTER = "CURRENT"
CORPUS, LEXICAL = "corpus.json", "lexical"


@dataclass(frozen=True)
class Snapshot(VectorIndexes):
    """Every array is in the order of `passages`."""

    generation: str
    manifest: Manifest
    corpus: Corpus
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
    manifest = _sealed_manifest(folder)
    _compare("layout", LAYOUT, manifest.layout)
    _compare("version", versions()["qa-service"], manifest.versions.get("qa-service"))
    _compare("model", fingerprint, manifest.fingerprint)
    return Snapshot(
        **vars(read_vectors(folder)),
        generation=folder.name,
        manifest=manifest,
        corpus=_read_corpus(folder / CORPUS),
        lexical=LexicalIndex.load(folder / LEXICAL),
    )


def open_vectors(folder: Path) -> VectorIndexes:
    """Those of the current snapshot below `folder`, whatever version of the service made it and for whatever
    model: their keys name all that they hang on. Raises the Index errors."""
    made = folder / current_generation(folder)
    _compare("vectors", FORM, _sealed_manifest(made).vectors)
    return read_vectors(made)


def _sealed_manifest(folder: Path) -> Manifest:
    try:
        check_seal(folder)
    except SealError as fault:
        raise IndexDamaged(file=str(folder / fault.file), reason=fault.reason) from fault
    return read_manifest(folder)


def _compare(what: str, expected: object, found: object) -> None:
    if expected != found:
        raise IndexMismatch(what=what, expected=expected, found=found)


def _read_corpus(file: Path) -> Corpus:
    try:
        return TypeAdapter(Corpus).validate_json(file.read_bytes())
    except ValidationError as fault:
        raise IndexMismatch(what="records", expected=LAYOUT, found=str(fault.errors()[0]["loc"])) from fault
