"""Feedback between what goes over the wire and what is kept."""

from dataclasses import asdict

from qa_service.feedback.records import Judgement
from qa_service.replies.schemas.feedback import Feedback, FeedbackReply, JudgementEntry
from qa_service.search.query import checked


def judgement_of(sent: Feedback) -> Judgement:
    """What to keep of a body. Raises QueryInvalid for a question that nobody could have asked."""
    return Judgement(
        question=checked(sent.question),
        language=sent.language,
        verdict=sent.verdict,
        answered=sent.answered,
        remark=sent.remark.strip(),
        answer=sent.answer,
        figure=sent.figure.value if sent.figure else None,
        cell=sent.figure.cell if sent.figure else None,
        passages=tuple(sent.passages),
    )


def feedback_reply(found: tuple[Judgement, ...], limit: int) -> FeedbackReply:
    """A page of judgements, `limit` of which were asked for."""
    entries = [JudgementEntry(**asdict(each)) for each in found]
    return FeedbackReply(judgements=entries, next=found[-1].id if len(found) == limit else None)
