"""What a model wrote and what became of it: frozen records that name the decision."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Reason(StrEnum):
    """Why a sentence is struck out."""

    UNCITED = "uncited"
    CITATION_UNKNOWN = "citation-unknown"
    FIGURE_UNFOUNDED = "figure-unfounded"
    FIGURE_CONTRADICTED = "figure-contradicted"
    UNSUPPORTED = "unsupported"
    TURNED_AROUND = "turned-around"
    LANGUAGE = "language"
    MARKUP = "markup"
    TOO_LONG = "too-long"


class Failure(StrEnum):
    """Why a model was not heard to its end. `BUSY` and `RESTING` are this service's own: too many answers
    are being written, or the server failed so often that it is left alone for a while."""

    SLOW = "slow"
    UNREACHABLE = "unreachable"
    REFUSED = "refused"
    OVERLOADED = "overloaded"
    BROKEN = "broken"
    CUT_SHORT = "cut-short"
    BUSY = "busy"
    RESTING = "resting"


@dataclass(frozen=True, slots=True)
class Draft:
    """A whole sentence as the model wrote it: its words without marks, and the numbers that it cites.

    `fault` is what was wrong with it before it could be read at all.
    """

    text: str
    citations: tuple[int, ...] = ()
    fault: Reason | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence that holds. `citations` count in the passages that the model was given, from 1."""

    text: str
    citations: tuple[int, ...]

    @property
    def marked(self) -> str:
        """The sentence with its citations before the full stop: "... сократилось [1][3]."."""
        words = self.text.rstrip(".")
        ending = "." if self.text.endswith(".") or self.text[-1:].isalnum() else ""
        return f"{words} {''.join(f'[{number}]' for number in self.citations)}{ending}"


@dataclass(frozen=True, slots=True)
class Struck:
    """A sentence that does not hold, and why; it is never shown as an answer."""

    text: str
    reason: Reason


Event = Sentence | Struck | Failure
"""What comes of writing, in its order; a failure is the last."""


@dataclass(frozen=True, slots=True)
class Written:
    """The outcome of one writing; without sentences, the quoted answer stands."""

    sentences: tuple[Sentence, ...] = ()
    struck: tuple[Struck, ...] = ()
    failure: Failure | None = None

    @property
    def text(self) -> str:
        """The sentences that hold, with their citations."""
        return " ".join(sentence.marked for sentence in self.sentences)


def collected(events: Iterable[Event]) -> Written:
    """The outcome of writing that is waited for to its end."""
    heard = tuple(events)
    return Written(
        tuple(each for each in heard if isinstance(each, Sentence)),
        tuple(each for each in heard if isinstance(each, Struck)),
        next((each for each in heard if isinstance(each, Failure)), None),
    )
