"""What a snapshot says of itself."""

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from qa_service import __version__
from qa_service.errors import IndexDamaged
from qa_service.index.dense import EXACT_UP_TO, DenseKind, choose_kind

MANIFEST = "manifest.json"
# Counts up when the files of a snapshot, or what they are computed from, change.
LAYOUT = 3
_PARTS = ("bm25s", "faiss-cpu", "numpy", "onnxruntime", "sentence-transformers")


@dataclass(frozen=True)
class DenseChoice:
    """How vectors are searched, how many there are, and why it was chosen."""

    kind: DenseKind
    vectors: int
    reason: str


@dataclass(frozen=True)
class Manifest:
    """Beside it, the seal lists size and sha256 of every file.

    `vectors` is the FORM of the vectors, `fingerprint` the encoder's, `corpus` the sha256 of corpus.json,
    `built` ISO 8601 in UTC.
    """

    layout: int
    vectors: int
    model: str
    fingerprint: str
    dimension: int
    token_width: int
    corpus: str
    built: str
    versions: dict[str, str]
    passages: int
    tokens: int
    dense: DenseChoice
    sentences: DenseChoice
    questions: DenseChoice


def versions() -> dict[str, str]:
    """Of this service and of the libraries whose files or numbers a snapshot holds."""
    return {"qa-service": __version__} | {part: version(part) for part in _PARTS}


def dense_choice(count: int) -> DenseChoice:
    """How so many vectors are searched, with the reason in words."""
    kind = choose_kind(count)
    side = "at most" if kind is DenseKind.EXACT else "more than"
    return DenseChoice(kind, count, f"{count} vectors are {side} {EXACT_UP_TO}")


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a snapshot's folder. Raises IndexDamaged when there is none that can be read."""
    file = folder / MANIFEST
    try:
        return TypeAdapter(Manifest).validate_json(file.read_bytes())
    except (OSError, ValidationError) as fault:
        raise IndexDamaged(file=str(file), reason=type(fault).__name__) from fault


def write_manifest(manifest: Manifest, folder: Path) -> None:
    """Writes `manifest` into a snapshot's folder."""
    (folder / MANIFEST).write_bytes(TypeAdapter(Manifest).dump_json(manifest, indent=1))
