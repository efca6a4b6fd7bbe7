"""How often answers are given, shown, exact and rightly refused."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qa_service.evaluation import outcomes
from qa_service.evaluation.questions import CellQuestion, TextQuestion, Unanswerable
from qa_service.evaluation.records import Json, Score, Service, Way, shares

LIMIT = 5


@dataclass(frozen=True, slots=True)
class Answered:
    """Scores of one kind of question, and (confidence, right) of every reply that gave an answer."""

    scores: tuple[Score, ...]
    confidences: tuple[tuple[float, bool], ...]


def texts(service: Service, questions: Sequence[TextQuestion], way: Way) -> Answered:
    """The share of questions answered, and of those with a short answer that the reply points at."""
    replies = _replies(service, questions, way)
    right = {one.id: _is_shown(replies[one.id], one) for one in questions}
    short = {one.id: right[one.id] for one in questions if one.answers}
    answered = shares("answered", way, _are_answered(replies))
    return Answered((*answered, *shares("answer shown", way, short)), _confidences(replies, right))


def cells(service: Service, questions: Sequence[CellQuestion], way: Way) -> Answered:
    """The shares of questions answered with the very cell, and with another one as if it were right."""
    replies = _replies(service, questions, way)
    exact = {one.id: outcomes.is_cell(replies[one.id], one) for one in questions}
    wrong = {one.id: outcomes.is_wrong_and_certain(replies[one.id], one) for one in questions}
    scores = (
        *shares("cell exact", way, exact),
        *shares("cell wrong and certain", way, wrong, expected=False),
    )
    return Answered(scores, _confidences(replies, exact))


def refusals(service: Service, questions: Sequence[Unanswerable], way: Way) -> Answered:
    """The share of unanswerable questions refused, of all and by type."""
    replies = _replies(service, questions, way)
    refused = {case: not reply["answered"] for case, reply in replies.items()}
    scores = shares("refused", way, refused)
    for kind in sorted({one.type for one in questions}):
        mine = {one.id: refused[one.id] for one in questions if one.type == kind}
        scores += shares(f"refused, {kind}", way, mine)
    return Answered(scores, _confidences(replies, dict.fromkeys(replies, False)))


def _replies(
    service: Service, questions: Sequence[TextQuestion | CellQuestion | Unanswerable], way: Way
) -> dict[str, Json]:
    return {one.id: service.ask(way.words(one.question), LIMIT) for one in questions}


def _is_shown(reply: Json, question: TextQuestion) -> bool:
    return bool(reply["answered"]) and outcomes.answer_shown(reply, question)


def _are_answered(replies: Mapping[str, Json]) -> dict[str, bool]:
    return {case: bool(reply["answered"]) for case, reply in replies.items()}


def _confidences(replies: Mapping[str, Json], right: Mapping[str, bool]) -> tuple[tuple[float, bool], ...]:
    return tuple((reply["confidence"], right[case]) for case, reply in replies.items() if reply["answered"])
