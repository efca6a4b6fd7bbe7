"""Every place of the corpus that a reference names."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from qa_service.answering.records import Citation
from qa_service.citing.find import nearest, places
from qa_service.citing.grammar import typed_grammar
from qa_service.citing.index import EditionIndex, Entry
from qa_service.citing.labels import label
from qa_service.citing.names import names_of
from qa_service.citing.places import Place, merged
from qa_service.citing.references import Reference, Target, read_reference
from qa_service.citing.subjects import named
from qa_service.document.records import Corpus, Document, Passage
from qa_service.language.phrases import phrase


@dataclass(frozen=True, slots=True)
class Lookup:
    """What a reference names. `kind` is a `Target`'s value, None where the reference is not understood;
    without hits `message` says in the reference's language what is nearest."""

    reference: str
    language: str
    kind: str | None
    hits: tuple[Citation, ...] = ()
    message: str | None = None


class ReferenceIndex:
    """What all documents name; built once, then only read."""

    def __init__(self, corpus: Corpus) -> None:
        self._documents = [_DocumentIndex(document) for document in corpus.documents]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """Acts, codes with their articles, articles of the Convention, observations: of official texts."""
        shown = (Target.ACT, Target.LAW, Target.CODE, Target.ARTICLE, Target.OBSERVATION)
        return tuple(
            replace(entry, places=merged(entry.places, document.official.order))
            for document in self._documents
            for entry in document.official.entries
            if entry.target in shown
        )

    def named_in(self, language: str) -> tuple[Entry, ...]:
        """The same, with laws by the titles that the editions in a language give them."""
        titles = (law for document in self._documents for law in document.laws(language))
        return (*(entry for entry in self.entries if entry.target is not Target.LAW), *titles)

    def look_up(self, text: str, language: str) -> Lookup:
        """Every place that `text` refers to, in the order of the documents; the reply is in `language`."""
        reference = read_reference(text)
        if reference is None:
            return Lookup(text, language, None, message=phrase("cite.unread", language))
        hits = tuple(hit for document in self._documents for hit in document.hits(reference, language))
        message = None if hits else self._message(text, reference, language)
        return Lookup(text, language, reference.target.value, hits, message)

    def _message(self, text: str, reference: Reference, language: str) -> str:
        entries = [entry for document in self._documents for entry in document.official.entries]
        named = (document.resolved(reference) for document in self._documents)
        near = next((entry for each in named if (entry := nearest(each, entries))), None)
        if near is None:
            return phrase("cite.absent", language, reference=text)
        return phrase("cite.nearest", language, reference=text, nearest=label(near, language))


class _DocumentIndex:
    """One document: its official edition, which hits come from, and the others beside it."""

    def __init__(self, document: Document) -> None:
        self.official = EditionIndex(document.official)
        self._others = {edition.language: EditionIndex(edition) for edition in document.editions[1:]}
        self._partners = {name: pair.other for pair in document.pairs for name in pair.official}
        self._names = names_of(document, [self.official, *self._others.values()])

    def hits(self, reference: Reference, language: str) -> Iterator[Citation]:
        """A citation for every passage that the reference names, with its counterpart in `language`."""
        if reference.passage:
            yield from self._passage(reference.passage)
            return
        resolved = self.resolved(reference)
        other = self._others.get(language)
        translated = _by_passage(places(resolved, other.entries), other) if other else {}
        for place in merged(places(resolved, self.official.entries), self.official.order):
            partner = self._counterpart(place.passage, other)
            marked = translated.get(partner.id) if partner else None
            spans = marked.highlights if marked else ()
            yield Citation(place.passage, place.highlights, partner, spans)

    def laws(self, language: str) -> Iterator[Entry]:
        """Laws by their titles in a language; in that of the official text where there is no such edition."""
        named = self._others.get(language, self.official).entries
        return (entry for entry in named if entry.target is Target.LAW)

    def resolved(self, reference: Reference) -> Reference:
        """Gives a table, chapter, section or law that is named by its subject its number; a treaty that is no
        law is looked for among the sections."""
        if reference.numbers or reference.target not in self._names:
            return reference
        keys = named(reference.words, self._names[reference.target], reference.target is Target.LAW)
        treaty = reference.target is Target.LAW and typed_grammar().other_treaty.search(reference.words)
        if keys or not (treaty or reference.target is Target.CHAPTER):
            return replace(reference, numbers=keys)
        keys = named(reference.words, self._names[Target.SECTION])
        return replace(reference, target=Target.SECTION, numbers=keys)

    def _passage(self, identifier: str) -> Iterator[Citation]:
        for index in (self.official, *self._others.values()):
            for name, passage in index.passages.items():
                if name.lower() == identifier.lower():
                    yield Citation(passage)

    def _counterpart(self, passage: Passage, other: EditionIndex | None) -> Passage | None:
        names = self._partners.get(passage.id, ()) if other else ()
        found = (other.passages.get(name) for name in names) if other else iter(())
        return next((each for each in found if each), None)


def _by_passage(found: Iterator[Place], index: EditionIndex) -> dict[str, Place]:
    return {place.passage.id: place for place in merged(found, index.order)}
