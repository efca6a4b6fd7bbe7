"""The verdict on a mention: what the report says of the same subject, unit and years."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from qa_service.checking.comparing import comparable, equals, like_size, likeness, same_unit, telling_digits
from qa_service.checking.facts import Fact
from qa_service.checking.postings import Scores
from qa_service.checking.records import Kind, Mention

Flags = NDArray[np.bool_]

DOUBT = 0.08
"""What a fact loses whose sentence names the year of the draft, but nearer to another figure."""
MARGINS_NEAR = (0.04, 0.06, 0.08, 0.12, 0.2)
MARGINS_FAR = (0.06, 0.1, 0.2, 0.3, 0.6)
"""By how much another value of the same passage or table, or of any other, may fit better than an equal
one of one, two, ... five or more digits: long numbers are not equal by chance."""
LEAST_SAME = (0.4, 0.35, 0.24, 0.15, 0.1)
"""The fit that an equal value of so many digits needs."""
LIKENESS = 0.3
"""What a value that is much like the draft's gains among those that contradict it."""
LEAST_DIFFERENT = 0.5
"""The fit that another value needs to contradict, with what it gains by likeness."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """The positions of the facts that confirm and that contradict a mention, None where there is none."""

    same: int | None
    other: int | None


def judge(
    mention: Mention, others: Sequence[Mention], facts: Sequence[Fact], fit: Scores, gains: Scores
) -> Judgement:
    """Which fact confirms the mention, or else which one says something else of the same thing.

    What `others`, the rest of the sentence, say rightly is no contradiction. `gains` are added to `fit`
    where a place was found or cited; that helps to confirm, but is no reason to doubt an equal value.
    """
    alike = np.array([comparable(mention, fact.mention) for fact in facts], dtype=np.bool_)
    equal = np.array([equals(mention, fact.mention) for fact in facts], dtype=np.bool_)
    years = np.array([year_fit(mention, fact) for fact in facts], dtype=np.float32)
    scores = fit - years
    gained = scores + gains
    same = _best(gained, equal & alike)
    contrary = ~equal & np.array([_could_contradict(mention, others, fact) for fact in facts], dtype=np.bool_)
    rivals = np.where(contrary, scores, -np.inf)
    if same is not None and _confirmed(mention, facts, gained[same], same, rivals):
        return Judgement(same, None)
    slips = np.array([likeness(mention, fact.mention) for fact in facts], dtype=np.float32)
    told = gained + LIKENESS * slips
    return Judgement(None, _best(told, contrary & (told >= LEAST_DIFFERENT)))


def _best(scores: Scores, among: Flags) -> int | None:
    ranked = np.where(among, scores, -np.inf)
    best = int(np.argmax(ranked)) if len(ranked) else 0
    return best if len(ranked) and np.isfinite(ranked[best]) else None


def _confirmed(
    mention: Mention, facts: Sequence[Fact], score: float, same: int, rivals: NDArray[np.floating]
) -> bool:
    digits = min(telling_digits(mention) + bool(mention.unit), len(LEAST_SAME)) - 1
    place = _whole(facts[same])
    near = np.array([_whole(fact) == place for fact in facts], dtype=np.bool_)
    return bool(
        score >= LEAST_SAME[digits]
        and score + MARGINS_NEAR[digits] >= np.max(rivals, where=near, initial=-np.inf)
        and score + MARGINS_FAR[digits] >= np.max(rivals, initial=-np.inf)
    )


def _whole(fact: Fact) -> str | int:
    """The table or the passage that a fact stands in."""
    return fact.place.passage.table or fact.place.passage.id


def _could_contradict(mention: Mention, others: Sequence[Mention], fact: Fact) -> bool:
    """Whether another value may be the true one: of the same unit and of like size, and no mere label."""
    found = fact.mention
    if not comparable(mention, found) or any(equals(other, found) for other in others):
        return False
    if mention.kind is not Kind.FIGURE:
        return True
    is_label = fact.place.passage.table is not None and fact.place.column is None
    if is_label and not found.unit:
        return False
    return same_unit(mention, found) and like_size(mention, found)


def year_fit(mention: Mention, fact: Fact) -> float:
    """0 where the years agree, a little where that is in doubt, infinite where they do not."""
    if mention.kind is not Kind.FIGURE or not mention.years:
        return 0.0
    if len(mention.years) > 1 and len(fact.mention.years) > 1:
        return 0.0 if mention.years == fact.mention.years else float("inf")
    if mention.years & fact.mention.years:
        return 0.0
    if mention.years & fact.setting.years or not fact.setting.years:
        return DOUBT
    return float("inf")
