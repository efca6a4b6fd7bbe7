"""Answers written by a model: its sentences come as they hold, and whatever goes wrong ends in an outcome."""

import logging
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from qa_service.answering.records import Answer
from qa_service.document.records import Document
from qa_service.language.glossary import Glossary
from qa_service.writing.cells import answering_cells
from qa_service.writing.circuit import Circuit
from qa_service.writing.prompt import languages, prompt
from qa_service.writing.protocol import Model, ModelFailed
from qa_service.writing.reading import drafts
from qa_service.writing.records import Draft, Event, Failure, Written, collected
from qa_service.writing.sources import Source, SourceReader
from qa_service.writing.verification import Verifier

logger = logging.getLogger(__name__)

MOST_SENTENCES = 30
"""Of one answer, where five are asked for: who writes more is not answering, and each takes time to check."""

NOT_THE_SERVERS = (Failure.CUT_SHORT,)
"""Failures that tell nothing against the server: the model wrote too much."""


class Writer:
    """Has answers written from the passages of a corpus; safe to call from several threads."""

    def __init__(
        self, model: Model, circuit: Circuit, documents: Iterable[Document], glossary: Glossary
    ) -> None:
        self.model = model
        self.circuit = circuit
        self.glossary = glossary
        self._sources = SourceReader(documents)

    def writing(self, question: str, language: str, answer: Answer, shown: int) -> "Writing | None":
        """The writing of an answer, not yet begun; None in a language that is not written in.

        The model is given the first `shown` of the answer's citations, so that numbers count in them.
        """
        if language not in languages():
            return None
        return Writing(self, question, language, answer, self._sources.read(answer.citations[:shown]))


@dataclass(frozen=True, slots=True)
class Writing:
    """One answer to be written: slow work that waits for a server, so it needs a thread of its own."""

    writer: Writer
    question: str
    language: str
    answer: Answer
    sources: Sequence[Source]

    @property
    def model(self) -> str:
        """The name of the model that writes."""
        return self.writer.model.name

    def written(self) -> Written:
        """The outcome, once all is written or the time is up."""
        return collected(self.events())

    def events(self) -> Iterator[Event]:
        """Each sentence as soon as it is whole and checked, once; a failure is the last event."""
        if not self.writer.circuit.admits():
            yield Failure.RESTING
            return
        verifier = self._verifier()
        try:
            until = time.monotonic() + self.writer.model.seconds
            yield from map(verifier.verified, _bounded(drafts(self._pieces()), until))
        except ModelFailed as failed:
            yield failed.failure

    def _pieces(self) -> Iterator[str]:
        """The model's reply. Raises ModelFailed; the circuit learns how the server did."""
        figure = self.answer.wording.text if self.answer.figures else ""
        try:
            yield from self.writer.model.pieces(prompt(self.question, self.sources, self.language, figure))
        except ModelFailed as failed:
            self._note(failed)
            raise
        self.writer.circuit.worked()

    def _note(self, failed: ModelFailed) -> None:
        logger.warning("the model did not write to its end: %s %s", failed.failure, failed.detail)
        if failed.failure in NOT_THE_SERVERS:
            self.writer.circuit.worked()
        else:
            self.writer.circuit.failed()

    def _verifier(self) -> Verifier:
        cells = answering_cells(self.sources, self.answer.figures, self.language)
        return Verifier(self.sources, self.language, self.writer.glossary, cells)


def _bounded(written: Iterable[Draft], until: float) -> Iterator[Draft]:
    """The same without repetitions. Raises ModelFailed where there are too many, or the time is up."""
    told: set[Draft] = set()
    for draft in written:
        if time.monotonic() > until:
            raise ModelFailed(Failure.SLOW)
        if draft not in told:
            if len(told) == MOST_SENTENCES:
                raise ModelFailed(Failure.CUT_SHORT)
            told.add(draft)
            yield draft
