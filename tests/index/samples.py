"""A small corpus and an encoder whose vectors anyone can foresee."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from qa_service.document.records import Corpus, Document, Edition, Kind, Passage, Status
from qa_service.embedding.protocol import Encoded, Floats, Progress
from qa_service.index.manifest import MANIFEST
from qa_service.sealed import SEAL, sha256

WIDTH = 16
TEXTS = (
    "Балалар саны өсті. Мектептер салынды.",
    "Жәрдемақы мөлшері көбейді.",
    "Асырап алу сот арқылы жүреді; қорғаншылық органы қатысады.",
)


def make_passage(number: int, text: str, kind: Kind = Kind.PARAGRAPH) -> Passage:
    path = ("I. БӨЛІМ", "Жалпы шаралар")
    identity = f"d.kk.{number}"
    return Passage(identity, "d", "kk", Status.OFFICIAL, kind, text, (number, number), path)


def make_corpus(texts: Sequence[str] = TEXTS) -> Corpus:
    passages = tuple(make_passage(number, text) for number, text in enumerate(texts, start=1))
    edition = Edition("kk", Status.OFFICIAL, "kk.txt", passages, outline=())
    return Corpus((Document("d", {"kk": "Құжат"}, {"kk": "Құжат"}, None, None, {}, (edition,)),))


def words(text: str, language: str = "kk") -> list[str]:
    return [word.strip(".;()").lower() for word in text.split()]


@dataclass
class WordEncoder:
    """A word's vector hangs on its letters alone; a text's is the mean of its words'."""

    fingerprint: str = "word-encoder"
    name: str = "words"
    dimension: int = WIDTH
    encoded: list[str] = field(default_factory=list)

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        tokens = tuple(np.stack([_word_vector(word) for word in text.split() or [""]]) for text in texts)
        return Encoded(np.stack([_unit(rows.mean(axis=0)) for rows in tokens]), tokens)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        self.encoded += texts
        if progress:
            progress(len(texts))
        return self.encode_queries(texts)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return [len(text.split()) for text in texts]


def _word_vector(word: str) -> Floats:
    seed = int.from_bytes(hashlib.sha256(word.strip(".;()").lower().encode()).digest()[:4])
    return _unit(np.random.default_rng(seed).normal(size=WIDTH))


def _unit(vector: np.ndarray[tuple[int, ...], np.dtype[np.float64 | np.float32]]) -> Floats:
    return np.asarray(vector / np.linalg.norm(vector), dtype=np.float32)


def change_manifest(snapshot: Path, key: str, value: object) -> None:
    """Makes a sealed snapshot look as if another build had made it."""
    file = snapshot / MANIFEST
    file.write_text(json.dumps(json.loads(file.read_text()) | {key: value}))
    reseal(snapshot)


def reseal(folder: Path) -> None:
    listed = json.loads((folder / SEAL).read_text())
    for name in listed:
        listed[name] = ((folder / name).stat().st_size, sha256(folder / name))
    (folder / SEAL).write_text(json.dumps(listed))
