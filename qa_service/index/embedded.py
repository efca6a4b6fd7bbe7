"""What of a passage is embedded, and how its vectors are made from its tokens' vectors."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from qa_service.document.records import Kind, Passage
from qa_service.embedding.protocol import Encoder, Floats, Progress
from qa_service.embedding.text import clean
from qa_service.index.tokens import TokenCodes, encode_tokens
from qa_service.language.sentences import sentence_spans

# Passages whose token vectors are in memory at once as float32: 50 MB when each is as long as can be.
GROUP = 64

TABLE_BEGINNING = 400
"""Characters of a table that are embedded: its title and its header."""


@dataclass(frozen=True)
class Parts:
    """A passage as it is embedded: its sentences, then what it stands under.

    The text comes first because a model's limit cuts the end. Of the path only the nearest title is
    taken: with longer paths the passages of a section look alike and the right one is found less
    often.
    """

    sentences: tuple[str, ...]
    under: str
    questions: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return " ".join(part for part in (*self.sentences, self.under) if part)

    def key(self, fingerprint: str) -> str:
        """Equal keys, equal vectors."""
        told = "\x1f".join((fingerprint, *self.sentences, "\x1e", self.under, "\x1e", *self.questions))
        return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


@dataclass(frozen=True)
class Vectors:
    """One passage: `whole` (dimension,), `sentences` (k, dimension) with k >= 1, its tokens, and
    `questions` (q, dimension), encoded as queries are."""

    whole: Floats
    sentences: Floats
    tokens: TokenCodes
    questions: Floats


def parts_of(passage: Passage) -> Parts:
    """Sentences of running text; of a table its beginning, of a row what it is about.

    Figures say little to an encoder, and tables are half of a report.
    """
    if passage.kind is Kind.ROW:
        return Parts((clean(passage.context),), "")
    if passage.kind is Kind.TABLE:
        return Parts((clean(passage.text[:TABLE_BEGINNING]),), "")
    running = passage.kind is not Kind.HEADING
    spans = sentence_spans(passage.text) if running else []
    sentences = tuple(clean(passage.text[start:end]) for start, end in spans)
    about = "; ".join(clean(part) for part in (passage.context, *passage.path[-1:]) if part)
    questions = tuple(map(clean, passage.questions))
    return Parts(sentences or (clean(passage.text),), f"({about})" if about else "", questions)


def embed(parts: Sequence[Parts], encoder: Encoder, progress: Progress) -> list[Vectors]:
    """The vectors of each, in order. `progress` is told how many more are done."""
    order = sorted(range(len(parts)), key=lambda place: len(parts[place].text))
    found: dict[int, Vectors] = {}
    for start in range(0, len(order), GROUP):
        group = order[start : start + GROUP]
        made = _embed_group([parts[place] for place in group], encoder, progress)
        found.update(zip(group, made, strict=True))
    return [found[place] for place in range(len(parts))]


def _embed_group(parts: Sequence[Parts], encoder: Encoder, progress: Progress) -> Iterable[Vectors]:
    encoded = encoder.encode_passages([each.text for each in parts], progress)
    counts = iter(encoder.count_tokens([sentence for each in parts for sentence in each.sentences]))
    questions = [question for each in parts for question in each.questions]
    asked = iter(encoder.encode_queries(questions).vectors if questions else ())
    for each, whole, tokens in zip(parts, encoded.vectors, encoded.tokens, strict=True):
        lengths = [next(counts) for _ in each.sentences]
        rows = np.array([next(asked) for _ in each.questions], np.float32).reshape(-1, len(whole))
        yield Vectors(whole, sentence_vectors(whole, tokens, lengths), encode_tokens(tokens), rows)


def sentence_vectors(whole: Floats, tokens: Floats, lengths: Sequence[int]) -> Floats:
    """Mean of each sentence's token vectors, which know their passage; rows have length 1.

    Late chunking: Günther et al. 2024, https://arxiv.org/abs/2409.04701. Sentences beyond a model's
    limit have no tokens and are left out; `whole` stands where none has any, or where the tokens
    are of another width.
    """
    ends = np.cumsum(lengths)
    spans = zip(ends - lengths, ends, strict=True)
    sums = [tokens[start:end].sum(axis=0) for start, end in spans if start < min(end, len(tokens))]
    if not sums or tokens.shape[1] != len(whole):
        return whole[None]
    rows = np.stack(sums)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)
