"""A long list, a page at a time, with buttons to turn it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from qa_service.telegram.actions import Action
from qa_service.telegram.outgoing import Button

BEFORE, AFTER = "◀", "▶"

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Page:
    """One of the pages of a list: which (from 0), of how many, with how many items each."""

    number: int
    count: int
    size: int

    @classmethod
    def of(cls, items: int, size: int, asked: int) -> "Page":
        """The page that is asked for, or the last one there is."""
        count = max(1, -(-items // size))
        return cls(min(asked, count - 1), count, size)

    @property
    def first(self) -> int:
        """The number of its first item, from 0."""
        return self.number * self.size

    def on(self, items: Sequence[Item]) -> Sequence[Item]:
        """Its items."""
        return items[self.first : self.first + self.size]

    def turning(self, asks: Callable[[int], Action]) -> tuple[Button, ...]:
        """Buttons to the pages beside it; `asks` makes what asks for a page."""
        before = [Button(BEFORE, asks(self.number - 1))] if self.number else []
        after = [Button(AFTER, asks(self.number + 1))] if self.number + 1 < self.count else []
        return (*before, *after)
