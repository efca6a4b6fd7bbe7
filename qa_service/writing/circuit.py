"""A server that fails again and again is left alone for a while."""

import time
from collections.abc import Callable
from threading import Lock

FAILURES = 3
"""Failures in a row after which a server is left alone."""
REST_SECONDS = 60.0


class Circuit:
    """Counts failures in a row; safe to use from several threads."""

    def __init__(
        self,
        failures: int = FAILURES,
        rest_seconds: float = REST_SECONDS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._most = failures
        self._rest_seconds = rest_seconds
        self._clock = clock
        self._lock = Lock()
        self._failures = 0
        self._rests_until = 0.0

    def admits(self) -> bool:
        """Whether the server may be asked now; after each rest one call tries it while others wait."""
        with self._lock:
            if self._failures < self._most:
                return True
            if self._clock() < self._rests_until:
                return False
            self._rests_until = self._clock() + self._rest_seconds
            return True

    def worked(self) -> None:
        """The server answered: earlier failures are forgotten."""
        with self._lock:
            self._failures = 0

    def failed(self) -> None:
        """The server failed once more."""
        with self._lock:
            self._failures += 1
            self._rests_until = self._clock() + self._rest_seconds
