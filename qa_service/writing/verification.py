"""The verdict on a sentence that a model wrote: it holds, or why it does not."""

from collections.abc import Sequence

from qa_service.checking.facts import Fact
from qa_service.language.alphabet import letter_words
from qa_service.language.detection import detect
from qa_service.language.glossary import Glossary
from qa_service.writing.contrasts import turns_around
from qa_service.writing.figures import fault_in_figures
from qa_service.writing.records import Draft, Reason, Sentence, Struck
from qa_service.writing.sources import Source
from qa_service.writing.words import known, support

FEW_WORDS = 3
"""Words by which no language can be told for sure."""


class Verifier:
    """Holds drafts against the sources of one answer, in the language of the question.

    `cells` are the facts that answer, where a table does.
    """

    def __init__(
        self, sources: Sequence[Source], language: str, glossary: Glossary, cells: Sequence[Fact] = ()
    ) -> None:
        self._sources = {source.number: source for source in sources}
        self._language = language
        self._glossary = glossary
        self._cells = cells

    def verified(self, draft: Draft) -> Sentence | Struck:
        """The draft as a sentence that holds, or struck out."""
        reason = self._fault(draft)
        return Struck(draft.text, reason) if reason else Sentence(draft.text, draft.citations)

    def _fault(self, draft: Draft) -> Reason | None:
        if draft.fault:
            return draft.fault
        if not draft.citations:
            return Reason.UNCITED
        if not all(number in self._sources for number in draft.citations):
            return Reason.CITATION_UNKNOWN
        if not self._is_in_language(draft.text):
            return Reason.LANGUAGE
        cited = [self._sources[number] for number in draft.citations]
        fault = fault_in_figures(draft.text, self._language, cited, self._cells)
        return fault or self._fault_in_words(draft.text, cited)

    def _is_in_language(self, text: str) -> bool:
        return len(letter_words(text)) < FEW_WORDS or detect(text) == self._language

    def _fault_in_words(self, text: str, cited: Sequence[Source]) -> Reason | None:
        if not support(text, self._language, known(cited), self._glossary).holds:
            return Reason.UNSUPPORTED
        told = [each.words for source in cited for each in source.texts if each.language == self._language]
        return Reason.TURNED_AROUND if told and turns_around(text, told, self._language) else None
