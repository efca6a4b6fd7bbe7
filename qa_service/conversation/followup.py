"""What a question means within a conversation: a follow-up made whole, or the question as it is."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Understood:
    """`question` stands alone; `language` is the one to reply in, None where the question tells it."""

    question: str
    language: str | None = None


class Conversation:
    """Understands follow-up questions; keeps nothing between two calls and is safe in several threads."""

    def understood(self, earlier: Sequence[str], text: str) -> Understood:
        """`text` as a question that stands alone, after the `earlier` questions of one person, oldest
        first and as they were typed. A question with a subject of its own comes back unchanged."""
        return Understood(text)
