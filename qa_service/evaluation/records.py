"""What an evaluation measures, in which ways, and what it says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from qa_service.evaluation.keyboards import AS_WRITTEN, LATIN, RUSSIAN_LETTERS, typed
from qa_service.evaluation.metrics import Bin, share

ALL = "all"

Json = Mapping[str, Any]


class Service(Protocol):
    """What is measured. Replies are those of the HTTP API as plain JSON values, so that a running
    server and a service in this process are measured alike."""

    def search(self, query: str, limit: int) -> Json:
        """The reply to POST /v1/search."""

    def ask(self, question: str, limit: int, history: Sequence[str] = ()) -> Json:
        """The reply to POST /v1/ask."""

    def cite(self, reference: str) -> Json:
        """The reply to GET /v1/cite."""

    def table(self, number: int) -> Json:
        """The reply to GET /v1/tables/{number}. Raises TableUnknown."""


@dataclass(frozen=True, slots=True)
class Way:
    """A language of questions and how it is typed; also where a score belongs."""

    language: str
    habit: str = AS_WRITTEN

    def words(self, question: Mapping[str, str]) -> str:
        """The question in this language, typed this way."""
        return typed(question[self.language], self.habit)


WAYS = (Way("kk"), Way("ru"), Way("kk", RUSSIAN_LETTERS), Way("kk", LATIN))
EVERYWHERE = Way(ALL, ALL)


@dataclass(frozen=True, slots=True)
class Score:
    """One figure: `value` is a share (0 to 1) over `count` cases, `missed` the cases that were not
    right. `language` and `typing` are "all" where the measure does not divide by them."""

    measure: str
    language: str
    typing: str
    value: float
    count: int
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Everything measured in one run; `bins` are over all answers, by the confidence given to them."""

    scores: tuple[Score, ...]
    bins: tuple[Bin, ...]


def shares(measure: str, way: Way, right: Mapping[str, bool], expected: bool = True) -> tuple[Score, ...]:
    """The share of cases that are true, one score, or none without cases.

    `missed` are those that are not `expected`.
    """
    if not right:
        return ()
    missed = tuple(case for case, flag in right.items() if flag is not expected)
    return (Score(measure, way.language, way.habit, share(list(right.values())), len(right), missed),)
