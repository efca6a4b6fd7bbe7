"""What the documents say to an issue: each of its demands is asked, and the answers are put together."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, zip_longest
from typing import Protocol

from qa_service.answering.records import Answer, NoAnswer, Reply
from qa_service.search.query import Query
from qa_service.sheets.demands import questions
from qa_service.sheets.evidence import Source, evidence_of
from qa_service.sheets.records import Evidence, Finding, Issue, Kind, Status

PASSAGES_ASKED = 3
"""Passages asked for with each demand."""
ONE_ROW = 2
"""Lines of a grid that holds a single row below its header."""
NEAR = 0.15
"""The chance to hold the answer from which passages that do not support one still count as a part."""
MOST_SUPPORTING = 8
MOST_NEAREST = 3


class Service(Protocol):
    """What a sheet is made with."""

    @property
    def library(self) -> Source:
        """What is cited and whose tables are shown."""

    def ask(self, text: str, limit: int) -> tuple[Query, Reply]:
        """The reply to a question. Raises QueryInvalid."""


def assess(issue: Issue, language: str, service: Service) -> Finding:
    """The status of an issue and its evidence, the best first.

    Covered where every demand is answered, partly where some are, or may be. Passages that answer come first;
    a few that are only nearest follow where something is left unanswered.
    """
    replies = [service.ask(question, PASSAGES_ASKED)[1] for question in questions(issue, language)]
    shown = [(reply, evidence_of(reply, service.library)) for reply in replies]
    supporting = _merged([found for reply, found in shown if isinstance(reply, Answer)])
    nearest = _merged([found for reply, found in shown if isinstance(reply, NoAnswer)])
    known = {_identity(each) for each in supporting}
    more = [each for each in nearest if _identity(each) not in known]
    return Finding(_status(replies), _numbered([*supporting[:MOST_SUPPORTING], *more[:MOST_NEAREST]]))


def _status(replies: Sequence[Reply]) -> Status:
    if all(isinstance(reply, Answer) for reply in replies):
        return Status.COVERED
    # An issue is wider than a question: what comes near may be a part of what it asks for.
    near = any(isinstance(reply, Answer) or reply.confidence >= NEAR for reply in replies)
    return Status.PARTLY if near else Status.NOTHING


def _merged(groups: Sequence[Sequence[Evidence]]) -> list[Evidence]:
    """The groups in turn, best of each first, every piece once; no row beside its whole table."""
    turns = chain.from_iterable(zip_longest(*groups))
    found: dict[tuple[Kind, str, str], Evidence] = {}
    for each in turns:
        if each is not None:
            found.setdefault(_identity(each), each)
    whole = {each.table for each in found.values() if len(each.grid) > ONE_ROW}
    return [each for each in found.values() if each.table not in whole or len(each.grid) != ONE_ROW]


def _identity(evidence: Evidence) -> tuple[Kind, str, str]:
    return evidence.kind, evidence.passage, evidence.place


def _numbered(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    return tuple(replace(each, number=number) for number, each in enumerate(evidence, start=1))
