"""What a reader said of an answer."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """Whether the reader found the reply right; a refusal is right where there is no answer."""

    RIGHT = "right"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Judgement:
    """A verdict on one reply: its `answer` as it was shown, the value and the id of the `cell` where it
    was a `figure`, and the ids of the `passages` that it cited.

    Whoever may send feedback may write anything into it: nothing here is proved, and `question`, `remark`
    and `answer` are to be shown as text and never as anything else. `id` counts from 1, `created` is ISO
    8601 in UTC; a judgement that is not kept yet has neither.
    """

    question: str
    language: str
    verdict: Verdict
    answered: bool
    remark: str = ""
    answer: str | None = None
    figure: str | None = None
    cell: str | None = None
    passages: tuple[str, ...] = ()
    id: int = 0
    created: str = ""
