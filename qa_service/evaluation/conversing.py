"""How well questions are understood within a conversation."""

from collections.abc import Iterator, Sequence

from qa_service.evaluation import outcomes
from qa_service.evaluation.answering import LIMIT
from qa_service.evaluation.keyboards import AS_WRITTEN
from qa_service.evaluation.questions import CellQuestion, FollowUp, TextQuestion
from qa_service.evaluation.records import Json, Score, Service, Way, shares

OWN = "own"


def follow_ups(service: Service, questions: Sequence[FollowUp]) -> Iterator[Score]:
    """By the language of the question, the share of follow-ups that get their answer, and of questions
    with a subject of their own that are taken as they are."""
    for language in sorted({one.language for one in questions}):
        right: dict[bool, dict[str, bool]] = {True: {}, False: {}}
        for one in (one for one in questions if one.language == language):
            reply = service.ask(one.text, LIMIT, one.earlier)
            right[one.kind == OWN][one.id] = _is_right(reply, one)
        way = Way(language, AS_WRITTEN)
        yield from shares("follow-up understood", way, right[False])
        yield from shares("new subject left alone", way, right[True])


def _is_right(reply: Json, one: FollowUp) -> bool:
    if one.kind == OWN:
        return bool(reply["understood"] == one.text)
    asked = one.model_dump() | {"question": {one.language: one.text}, "row": "", "column": ""}
    if one.kind == "cell":
        return outcomes.is_cell(reply, CellQuestion.model_validate(asked))
    return bool(reply["answered"]) and outcomes.answer_shown(reply, TextQuestion.model_validate(asked))
