"""What can be asked of one snapshot: every edge calls this and nothing below it."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from qa_service.answering.answer import Answerer
from qa_service.answering.figures.finder import FigureFinder
from qa_service.answering.records import Answer, Reply
from qa_service.checking.checker import Checker
from qa_service.checking.draft import Draft
from qa_service.checking.records import Finding
from qa_service.citing.index import Entry
from qa_service.citing.lookup import Lookup, ReferenceIndex
from qa_service.citing.pointing import names_a_number, pointed
from qa_service.conversation.followup import Conversation
from qa_service.document.records import Passage
from qa_service.document.vocabulary import word_forms
from qa_service.embedding.protocol import Encoder, Reranker
from qa_service.index.snapshot import Snapshot
from qa_service.language.detection import detect
from qa_service.language.glossary import Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.spelling import Speller
from qa_service.language.terms import LANGUAGES
from qa_service.library import CITATIONS_KEPT, Library
from qa_service.search.query import LONGEST, Query, QueryReader, checked
from qa_service.search.search import Searcher, SearchResult
from qa_service.suggestions.gathering import suggestions_in
from qa_service.suggestions.records import Suggestion
from qa_service.suggestions.suggester import Suggester
from qa_service.tables.attachment import tables_of
from qa_service.writing.writer import Writer, Writing

HITS_READ = 10
"""Hits that an answer is weighed by, however few are asked for."""


class Service:
    """Answers from one snapshot; `library` has its documents to read.

    Every method of both is CPU work and safe to call from several threads.
    """

    writer: Writer | None = None

    def __init__(
        self,
        snapshot: Snapshot,
        encoder: Encoder,
        glossary: Glossary,
        reranker: Reranker | None = None,
        writer: Writer | None = None,
    ) -> None:
        self.writer = writer
        self.generation = snapshot.generation
        self.snapshot = snapshot
        self.library = Library(snapshot.corpus)
        forms = word_forms(snapshot.passages)
        self._reader = QueryReader(Restorer(forms["kk"]), Speller(forms), glossary)
        self._conversation = Conversation(self._reader.read, glossary)
        self._searcher = Searcher(snapshot, encoder, self._reader, reranker)
        self._glossary = glossary
        self._checker = Checker(snapshot.corpus, glossary, self._passages)

    # Made when they are first needed, each by one thread: a command that asks one thing waits for no other.
    @cached_property
    def _answerer(self) -> Answerer:
        return Answerer(self.snapshot, FigureFinder(tables_of(self.snapshot.corpus), self._glossary))

    @cached_property
    def _references(self) -> ReferenceIndex:
        return ReferenceIndex(self.snapshot.corpus)

    @cached_property
    def _suggesters(self) -> Mapping[str, Suggester]:
        named, corpus = self._references.named_in, self.snapshot.corpus
        return {each: Suggester(suggestions_in(corpus, named(each), each), each) for each in LANGUAGES}

    def warm_up(self) -> None:
        """Makes what answers, looks up and searches need, so that no first request waits for it."""
        for passage in self.snapshot.passages[:CITATIONS_KEPT]:
            self.library.citation(passage)
        self.ask(self.snapshot.passages[0].text[:LONGEST], 1)
        self.references()
        self.suggest("", LANGUAGES[0], 1)

    def search(self, text: str, limit: int) -> SearchResult:
        """The passages that fit `text`. Raises QueryInvalid."""
        return self._searcher.search(text, limit)

    def understood(self, earlier: Sequence[str], text: str) -> str:
        """`text` as a question that stands alone, after the `earlier` questions of the same person.

        These are as they were typed, the oldest first; "а в 2019 году?" after "Сколько сирот было в 2018
        году?" is "Сколько сирот было в 2019 году?". A question with a subject of its own comes back
        unchanged. Raises QueryInvalid.
        """
        return self._conversation.understood(earlier, text).question

    def is_courtesy(self, text: str) -> bool:
        """Whether `text` says nothing but thanks or a greeting. Raises QueryInvalid."""
        return self._conversation.is_courtesy(text)

    def ask(self, text: str, limit: int, earlier: Sequence[str] = ()) -> tuple[Query, Reply]:
        """The question as it was understood, and the answer or a refusal with the nearest passages.

        `earlier` are the questions before it (see `understood`); the reply is in the language of `text`.
        Raises QueryInvalid.
        """
        asked = self._conversation.understood(earlier, text)
        result = self._searcher.search(asked.question, max(limit, HITS_READ), asked.language)
        query, reply = result.query, self._answerer.answer(result)
        if names_a_number(query.text):
            reply = pointed(reply, self._references.look_up(query.text, query.language))
        return query, reply

    def writing(self, query: Query, reply: Reply, limit: int) -> Writing | None:
        """The writing of an answer from the first `limit` of its citations, not yet begun.

        None where there is no writer, or nothing to write: what the documents do not answer, no model does.
        """
        if self.writer is None or not isinstance(reply, Answer):
            return None
        return self.writer.writing(query.text, query.language, reply, limit)

    def cite(self, reference: str, language: str | None = None) -> Lookup:
        """Every place that a reference names, with its counterparts in `language`, else in that of the
        reference, which "№ 501-V" does not tell. Kazakh may be typed in Latin. Raises QueryInvalid."""
        text = checked(reference)
        found = self._references.look_up(text, language or detect(text))
        if found.kind is None:
            restored = self._reader.read(text).restored
            again = self._references.look_up(restored, language or detect(restored))
            found = again if again.kind else found
        return found

    def references(self) -> tuple[Entry, ...]:
        """Everything that the documents refer to, with all its places."""
        return self._references.entries

    def suggest(self, typed: str, language: str, limit: int) -> tuple[Suggestion, ...]:
        """What fits a text that is still being typed; in another language where nothing does in this."""
        order = sorted(self._suggesters, key=lambda each: each != language)
        found = (self._suggesters[each].suggest(typed, limit) for each in order)
        return next(filter(None, found), ())

    def check(self, draft: Draft) -> tuple[Finding, ...]:
        """What the documents say of each figure, date, law and article of a draft."""
        return self._checker.check(draft)

    def _passages(self, text: str, limit: int) -> Sequence[Passage]:
        return [hit.passage for hit in self.search(text, limit).hits]
