"""The figure check: every mention of a draft, looked up in the report."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from threading import Lock

from qa_service.checking.cells import table_facts
from qa_service.checking.draft import Draft
from qa_service.checking.editions import EditionFacts
from qa_service.checking.facts import Fact, body_facts
from qa_service.checking.records import Finding, Kind, Mention, Sentence
from qa_service.document.records import Corpus, Passage
from qa_service.language.glossary import Glossary
from qa_service.search.query import LONGEST

Search = Callable[[str, int], Sequence[Passage]]
"""The passages that fit a text, best first: (text, limit)."""

NARROWED = 10
"""Passages that a sentence is first looked up in."""
FOUND, FOUND_ALONE = 0.15, 0.6
"""What a fact gains in the passage that is found first; for a sentence in a language of no edition, whose
words fit nothing, the search alone must tell."""


class Checker:
    """Checks drafts against a corpus; safe to call from several threads.

    What the corpus says is gathered at the first check: a server that checks nothing need not wait for it.
    """

    def __init__(self, corpus: Corpus, glossary: Glossary, search: Search) -> None:
        self._corpus = corpus
        self._glossary = glossary
        self._search = search
        self._partners = _partners(corpus)
        self._editions: Mapping[str, EditionFacts] = {}
        self._gathering = Lock()

    def check(self, draft: Draft) -> tuple[Finding, ...]:
        """The findings in the order of the draft."""
        return tuple(finding for sentence in draft.sentences for finding in self._checked(sentence))

    def _checked(self, sentence: Sentence) -> Iterable[Finding]:
        mentions = [mention for mention in sentence.mentions if _stands_alone(mention, sentence)]
        if not mentions:
            return
        editions = self._gathered()
        facts = editions.get(sentence.language) or next(iter(editions.values()))
        most = FOUND if sentence.language in editions else FOUND_ALONE
        found = self._search(sentence.text[:LONGEST], NARROWED)
        gains = facts.gains(self._with_partners(passage.id for passage in found), most)
        cited = facts.within(self._with_partners(sentence.cited))
        for mention in mentions:
            yield facts.finding(sentence, mention, gains, cited)

    def _gathered(self) -> Mapping[str, EditionFacts]:
        """The facts by language, that of the first official edition first."""
        with self._gathering:
            if not self._editions:
                facts: dict[str, list[Fact]] = {}
                for document in self._corpus.documents:
                    for edition in document.editions:
                        found = (*body_facts(edition), *table_facts(edition, document.official))
                        facts.setdefault(edition.language, []).extend(found)
                self._editions = {each: EditionFacts(its, self._glossary) for each, its in facts.items()}
        return self._editions

    def _with_partners(self, ids: Iterable[str]) -> list[str]:
        """The passages, each followed by those of other editions that say the same."""
        return [one for each in ids for one in (each, *self._partners.get(each, ()))]


def _stands_alone(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention is checked by itself: a year that a figure is said of is checked with the figure."""
    if mention.kind is not Kind.DATE or not mention.name.isdigit():
        return True
    return not any(other.kind is Kind.FIGURE and mention.years & other.years for other in sentence.mentions)


def _partners(corpus: Corpus) -> Mapping[str, tuple[str, ...]]:
    """For each passage those of other editions that it is paired with."""
    partners: dict[str, tuple[str, ...]] = {}
    for document in corpus.documents:
        for pair in document.pairs:
            for one in pair.official:
                partners[one] = partners.get(one, ()) + pair.other
            for other in pair.other:
                partners[other] = partners.get(other, ()) + pair.official
    return partners
