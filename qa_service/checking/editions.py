"""All that the documents say in one language, ready to be compared with sentences."""

import re
from collections.abc import Sequence
from decimal import Decimal

import numpy as np

from qa_service.checking.facts import Fact
from qa_service.checking.judging import Judgement, judge
from qa_service.checking.postings import Scores
from qa_service.checking.records import Finding, Kind, Mention, Sentence, Verdict
from qa_service.checking.subjects import subjects_of
from qa_service.language.glossary import Glossary

CITED = 1.0
"""What a fact gains in a place that a footnote names: its words need not agree any more."""
LOOKED_AT = 400
"""Facts that fit best, among which other values are sought; equal ones are sought among all."""
_ELSEWHERE = (Verdict.DIFFERS, Verdict.SAME)
_ROW = re.compile(r"\.r\d+$")


class EditionFacts:
    """The facts of the editions in one language with their word index."""

    def __init__(self, facts: Sequence[Fact], glossary: Glossary) -> None:
        self._facts = facts
        self._subjects = subjects_of(facts, glossary)
        self._places: dict[str, list[int]] = {}
        self._values: dict[str | Decimal, list[int]] = {}
        for number, fact in enumerate(facts):
            identifier = fact.place.passage.id
            for place in {identifier, _ROW.sub("", identifier)}:
                self._places.setdefault(place, []).append(number)
            for value in _values_of(fact.mention):
                self._values.setdefault(value, []).append(number)

    def gains(self, passages: Sequence[str], most: float) -> Scores:
        """What each fact gains because the search found its passage: `most` in the first of these ids."""
        gains: Scores = np.zeros(len(self._facts), dtype=np.float32)
        for rank, each in enumerate(reversed(passages), start=1):
            gains[self._places.get(each, [])] = most * rank / len(passages)
        return gains

    def within(self, passages: Sequence[str]) -> list[int]:
        """The positions of the facts of these passages; those of a table are those of its rows too."""
        return sorted({number for each in passages for number in self._places.get(each, ())})

    def finding(self, sentence: Sentence, mention: Mention, gains: Scores, cited: list[int]) -> Finding:
        """The verdict, from the cited places first, then from everywhere."""
        fit = self._subjects.fit(sentence, mention)
        among = self._candidates(mention, fit + gains)
        everywhere = self._judged(sentence, mention, fit, gains, among)
        if not cited:
            return everywhere
        there = self._judged(sentence, mention, fit, gains + CITED, cited, cited=True)
        if there.verdict is Verdict.NOT_FOUND:
            return everywhere
        return everywhere if (there.verdict, everywhere.verdict) == _ELSEWHERE else there

    def _candidates(self, mention: Mention, fit: Scores) -> list[int]:
        if mention.step or mention.kind is Kind.DATE:
            return list(range(len(self._facts)))
        equal = [self._values.get(value, []) for value in _values_of(mention)]
        best = np.argsort(-fit)[:LOOKED_AT].tolist()
        return sorted({*best, *(number for numbers in equal for number in numbers)})

    def _judged(
        self,
        sentence: Sentence,
        mention: Mention,
        fit: Scores,
        gains: Scores,
        among: list[int],
        cited: bool = False,
    ) -> Finding:
        others = [other for other in sentence.mentions if other is not mention]
        facts = [self._facts[number] for number in among]
        judged = judge(mention, others, facts, fit[among], gains[among])
        return _finding(sentence, mention, facts, judged, cited)


def _values_of(mention: Mention) -> tuple[str | Decimal, ...]:
    """What equal mentions are found by."""
    return tuple(mention.readings) or (mention.name,)


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
