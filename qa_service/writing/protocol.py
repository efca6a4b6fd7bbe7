"""What a model is to the rest of the room, without the weight of the package that reaches one."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Protocol

from qa_service.writing.records import Failure


@dataclass(frozen=True, slots=True)
class Prompt:
    """What a model is told: the task, and the data that it is done on."""

    system: str
    user: str


class ModelFailed(Exception):
    """The model was not heard to its end. `detail` is for who runs the service: the kind of fault, with the
    status of a reply, and nothing that a server says, which may hold the key or the question."""

    def __init__(self, failure: Failure, detail: str = "") -> None:
        super().__init__(failure, detail)
        self.failure = failure
        self.detail = detail


class Model(Protocol):
    """A chat model; safe to call from several threads."""

    @property
    def name(self) -> str:
        """What its server calls it."""

    @property
    def seconds(self) -> float:
        """What one answer may take as a whole."""

    def pieces(self, prompt: Prompt) -> Iterator[str]:
        """The reply as it comes. Raises ModelFailed, at the latest when the time is up."""
