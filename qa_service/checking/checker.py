"""The figure check: every mention of a draft, looked up in the report."""

from collections.abc import Callable, Iterable, Mapping, Sequence

import numpy as np

from qa_service.checking.cells import table_facts
from qa_service.checking.draft import Draft
from qa_service.checking.facts import Fact, body_facts
from qa_service.checking.judging import Judgement, judge
from qa_service.checking.records import Finding, Kind, Mention, Sentence, Verdict
from qa_service.checking.subjects import Scores, Subjects, subjects_of
from qa_service.document.records import Corpus, Passage
from qa_service.language.glossary import Glossary

Search = Callable[[str, int], Sequence[Passage]]
"""The passages that fit a text, best first: (text, limit)."""

NARROWED = 10
FOUND = 0.15
"""What a fact gains in the passage that the search finds first; less in the following ones."""


class Checker:
    """Checks drafts against a corpus; safe to call from several threads."""

    def __init__(self, corpus: Corpus, glossary: Glossary, search: Search) -> None:
        self._search = search
        facts: dict[str, list[Fact]] = {}
        for document in corpus.documents:
            for edition in document.editions:
                found = (*body_facts(edition), *table_facts(edition, document.official))
                facts.setdefault(edition.language, []).extend(found)
        self._facts = {language: _Facts(its, glossary) for language, its in facts.items()}
        self._pairs = _partners(corpus)

    def check(self, draft: Draft) -> tuple[Finding, ...]:
        """The findings in the order of the draft."""
        return tuple(finding for sentence in draft.sentences for finding in self._checked(sentence))

    def _checked(self, sentence: Sentence) -> Iterable[Finding]:
        mentions = [mention for mention in sentence.mentions if stands_alone(mention, sentence)]
        if not mentions:
            return
        facts = self._facts.get(sentence.language) or next(iter(self._facts.values()))
        gains = facts.gains(
            self._with_partners(passage.id for passage in self._search(sentence.text, NARROWED))
        )
        cited = facts.within(self._with_partners(sentence.cited))
        for mention in mentions:
            yield facts.finding(sentence, mention, gains, cited)

    def _with_partners(self, ids: Iterable[str]) -> list[str]:
        """The passages, each followed by those of other editions that say the same."""
        return [one for each in ids for one in (each, *self._pairs.get(each, ()))]


def stands_alone(mention: Mention, sentence: Sentence) -> bool:
    """Whether a mention is checked by itself: a year that a figure is said of is checked with the figure."""
    if mention.kind is not Kind.DATE or not mention.name.isdigit():
        return True
    return not any(other.kind is Kind.FIGURE and mention.years & other.years for other in sentence.mentions)


class _Facts:
    """The facts of one edition with their word index."""

    def __init__(self, facts: Sequence[Fact], glossary: Glossary) -> None:
        self.all = facts
        self.subjects: Subjects = subjects_of(facts, glossary)
        self._places: dict[str, list[int]] = {}
        for number, fact in enumerate(facts):
            self._places.setdefault(fact.place.passage.id, []).append(number)

    def gains(self, ids: Sequence[str]) -> Scores:
        """What each fact gains because the search found its passage."""
        gains = np.zeros(len(self.all), dtype=np.float32)
        for rank, each in enumerate(reversed(ids), start=1):
            gains[self._places.get(each, [])] = FOUND * rank / len(ids)
        return gains

    def within(self, ids: Sequence[str]) -> list[int]:
        """The positions of the facts of these passages."""
        return sorted(number for each in ids for number in self._places.get(each, ()))

    def finding(self, sentence: Sentence, mention: Mention, gains: Scores, cited: Sequence[int]) -> Finding:
        """The verdict, from the cited places first, then from everywhere."""
        fit = self.subjects.fit(sentence, mention) + gains
        others = [other for other in sentence.mentions if other is not mention]
        judged = judge(mention, others, self.all, fit)
        if cited:
            # A footnote names the place, so its words need not agree any more.
            there = judge(mention, others, [self.all[number] for number in cited], fit[cited] + 1)
            if there.same is not None or judged.same is None:
                return _finding(sentence, mention, [self.all[number] for number in cited], there, cited=True)
        return _finding(sentence, mention, self.all, judged, cited=False)


def _finding(
    sentence: Sentence, mention: Mention, facts: Sequence[Fact], judged: Judgement, cited: bool
) -> Finding:
    if judged.same is not None:
        fact, verdict = facts[judged.same], Verdict.SAME
    elif judged.other is not None:
        fact, verdict = facts[judged.other], Verdict.DIFFERS
    else:
        return Finding(sentence, mention, Verdict.NOT_FOUND)
    return Finding(sentence, mention, verdict, fact.printed, fact.place, cited)


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
