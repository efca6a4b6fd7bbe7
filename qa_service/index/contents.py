"""Everything a snapshot holds, brought together in memory and written into a folder."""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from pydantic import TypeAdapter

from qa_service.document.records import Corpus, Passage
from qa_service.embedding.protocol import Encoder, Floats
from qa_service.errors import CorpusUnreadable
from qa_service.index import vectors as files
from qa_service.index.dense import DenseIndex, choose_kind
from qa_service.index.embedded import Vectors, embed, parts_of
from qa_service.index.lexical import Field, LexicalIndex
from qa_service.index.manifest import LAYOUT, Manifest, dense_choice, versions, write_manifest
from qa_service.index.snapshot import CORPUS, LEXICAL, passages_of
from qa_service.index.tokens import TokenIndex
from qa_service.index.vectors import PartIndex

Analyze = Callable[[str, str], list[str]]
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Contents:
    """`keys` and `vectors` are in the order of `passages`; `embedded` counts those made anew."""

    corpus_json: bytes
    corpus_hash: str
    built: datetime
    passages: Sequence[Passage]
    keys: Sequence[str]
    vectors: Sequence[Vectors]
    embedded: int

    @property
    def generation(self) -> str:
        """A name that no other build gives."""
        return f"{self.built:%Y%m%dT%H%M%S%f}-{self.corpus_hash[:8]}"

    def write(self, folder: Path, encoder: Encoder, analyze: Analyze) -> None:
        """Writes the files of a snapshot into `folder`."""
        (folder / CORPUS).write_bytes(self.corpus_json)
        (folder / files.KEYS).write_text("\n".join(self.keys))
        tokens = TokenIndex.build([each.tokens for each in self.vectors])
        tokens.save(folder / files.TOKENS)
        lexical_index(self.passages, analyze).save(folder / LEXICAL)
        write_manifest(self._write_dense(folder, encoder, tokens), folder)

    def _write_dense(self, folder: Path, encoder: Encoder, tokens: TokenIndex) -> Manifest:
        rows = np.stack([each.whole for each in self.vectors])
        passages = dense_index(rows)
        passages.save(folder / files.PASSAGES)
        sentences = part_index([each.sentences for each in self.vectors])
        sentences.save(folder, files.SENTENCES)
        questions = part_index([each.questions for each in self.vectors])
        questions.save(folder, files.QUESTIONS)
        return Manifest(
            layout=LAYOUT,
            vectors=files.FORM,
            model=encoder.name,
            fingerprint=encoder.fingerprint,
            dimension=encoder.dimension,
            token_width=tokens.codes.shape[1],
            corpus=self.corpus_hash,
            built=self.built.isoformat(),
            versions=versions(),
            passages=len(rows),
            tokens=len(tokens.codes),
            dense=dense_choice(len(passages)),
            sentences=dense_choice(len(sentences.dense)),
            questions=dense_choice(len(questions.dense)),
        )


def dense_index(rows: Floats) -> DenseIndex:
    """The rows in the kind of index that fits their number."""
    return DenseIndex.build(rows, choose_kind(len(rows)))


def part_index(parts: Sequence[Floats]) -> PartIndex:
    """`parts[i]` (k_i, dimension) belong to passage i; k_i may be 0."""
    owners = np.repeat(np.arange(len(parts)), [len(part) for part in parts])
    return PartIndex(dense_index(np.concatenate(parts)), owners, len(parts))


def lexical_index(passages: Sequence[Passage], analyze: Analyze) -> LexicalIndex:
    """Tokens of text and context, and of the questions, for every passage."""
    bodies = [analyze(f"{passage.context} {passage.text}", passage.language) for passage in passages]
    questions = [analyze(" ".join(passage.questions), passage.language) for passage in passages]
    return LexicalIndex.build({Field.BODY: bodies, Field.QUESTION: questions})


def collect(corpus: Corpus, encoder: Encoder, known: Mapping[str, Vectors], progress: Progress) -> Contents:
    """Takes vectors from `known` by their keys and makes those that are missing.

    Raises CorpusUnreadable when there is no passage.
    """
    passages = list(passages_of(corpus))
    if not passages:
        raise CorpusUnreadable(file="corpus", reason="empty")
    parts = [parts_of(passage) for passage in passages]
    keys = [each.key(encoder.fingerprint) for each in parts]
    missing = {key: each for key, each in zip(keys, parts, strict=True) if key not in known}
    counter = _Counter(progress, len(missing))
    made = dict(zip(missing, embed(list(missing.values()), encoder, counter.add), strict=True))
    vectors = [known[key] if key in known else made[key] for key in keys]
    written = TypeAdapter(Corpus).dump_json(corpus)
    digest = hashlib.sha256(written).hexdigest()
    fresh = sum(key in made for key in keys)
    return Contents(written, digest, datetime.now(UTC), passages, keys, vectors, fresh)


class _Counter:
    """Turns "so many more" into "so many of so many"."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress = progress
        self.total = total
        self.done = 0

    def add(self, more: int) -> None:
        self.done += more
        self.progress(self.done, self.total)
