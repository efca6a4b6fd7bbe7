"""What the bot remembers: in memory only, so much and so long, and then no more."""

from collections import OrderedDict
from collections.abc import Callable
from time import monotonic
from typing import Generic, TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")
Clock = Callable[[], float]


class Memory(Generic[Key, Value]):
    """Keeps the `most` values used last, each for `seconds` after its last use."""

    def __init__(self, most: int, seconds: float, clock: Clock = monotonic) -> None:
        self._kept: OrderedDict[Key, tuple[float, Value]] = OrderedDict()
        self._most = most
        self._seconds = seconds
        self._clock = clock

    def get(self, key: Key) -> Value | None:
        """What was kept, unless it is forgotten by now."""
        self._forget()
        if key not in self._kept:
            return None
        _, value = self._kept[key]
        self.keep(key, value)
        return value

    def keep(self, key: Key, value: Value) -> None:
        """Takes the place of what was kept under the key."""
        self._kept[key] = (self._clock() + self._seconds, value)
        self._kept.move_to_end(key)
        self._forget()

    def drop(self, key: Key) -> None:
        """Forgets at once."""
        self._kept.pop(key, None)

    def __len__(self) -> int:
        self._forget()
        return len(self._kept)

    def _forget(self) -> None:
        # The one used longest ago stands first, and it ends first.
        while self._kept and (len(self._kept) > self._most or self._oldest_end() <= self._clock()):
            self._kept.popitem(last=False)

    def _oldest_end(self) -> float:
        end, _ = next(iter(self._kept.values()))
        return end
