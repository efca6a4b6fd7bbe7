"""A search put together from its parts, so that a benchmark can leave one out."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from qa_service.assembly import read_glossary
from qa_service.document.vocabulary import word_forms
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.protocol import Encoded, Encoder, Progress
from qa_service.evaluation.comparison import holds_quote
from qa_service.index.snapshot import Snapshot, open_snapshot
from qa_service.language.detection import Variant
from qa_service.language.glossary import Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.rewriting import Restored
from qa_service.language.spelling import Speller
from qa_service.language.stems import stem_of
from qa_service.search.query import QueryReader
from qa_service.search.search import Hit, Searcher
from qa_service.search.weights import Weights, weights_for
from qa_service.settings import Settings


@dataclass(frozen=True)
class Without:
    """Which parts of reading a query are left out."""

    restoration: bool = False
    speller: bool = False
    glossary: bool = False


NOTHING = Without()


class Unrestored(Restorer):
    """Leaves every query as it was typed."""

    def restore(self, text: str, variant: Variant) -> Restored:
        return Restored(text)


class RememberingEncoder:
    """An encoder that encodes no query twice."""

    def __init__(self, encoder: Encoder) -> None:
        self.name, self.fingerprint, self.dimension = encoder.name, encoder.fingerprint, encoder.dimension
        self._encoder = encoder
        self._one = lru_cache(maxsize=None)(lambda text: encoder.encode_queries([text]))

    def encode_queries(self, texts: Sequence[str]) -> Encoded:
        (text,) = texts
        return self._one(text)

    def encode_passages(self, texts: Sequence[str], progress: Progress | None = None) -> Encoded:
        return self._encoder.encode_passages(texts, progress)

    def count_tokens(self, texts: Sequence[str]) -> list[int]:
        return self._encoder.count_tokens(texts)


@dataclass(frozen=True)
class Parts:
    """What a search is made of."""

    snapshot: Snapshot
    encoder: Encoder
    glossary: Glossary

    @classmethod
    def open(cls, settings: Settings) -> "Parts":
        """Raises what opening a service raises."""
        encoder = load_encoder(settings.model, settings.cache.expanduser(), settings.threads)
        snapshot = open_snapshot(settings.index, encoder.fingerprint)
        return cls(snapshot, encoder, read_glossary(settings.corpus))

    @cached_property
    def forms(self) -> Mapping[str, Mapping[str, int]]:
        """Word forms of the corpus by language."""
        return word_forms(self.snapshot.passages)

    def reader(self, without: Without = NOTHING) -> QueryReader:
        """A reader of queries, as the service has it but for what is left out."""
        restorer = (Unrestored if without.restoration else Restorer)(self.forms["kk"])
        speller = Speller({} if without.speller else self.forms)
        return QueryReader(
            restorer, speller, Glossary.read([], stem_of) if without.glossary else self.glossary
        )

    def searcher(self, reader: QueryReader, weights: Callable[[str], Weights] = weights_for) -> Searcher:
        """A searcher over these parts."""
        return Searcher(self.snapshot, self.encoder, reader, weights=weights)


def shows_evidence(hit: Hit, evidence: Sequence[str]) -> bool:
    """Whether the passage, or its counterpart in another edition, holds one of the quotes."""
    texts = [each.text for each in (hit.passage, hit.counterpart) if each]
    return any(holds_quote(text, evidence) for text in texts)
