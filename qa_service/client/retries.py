"""When a call is sent again, and how long to wait before."""

from dataclasses import dataclass

import httpx

from qa_service.client.errors import retry_after

Outcome = httpx.Response | httpx.RequestError
"""A reply, or why there is none that can be read."""
LATER = (429, 503)


@dataclass(frozen=True)
class Retries:
    """A call is sent `attempts` times at most, with pauses of `longest` seconds at most.

    The service may ask for a pause (Retry-After of a 429 or 503); one that is longer than `longest` is
    not waited for. Without such a wish the pauses are `first` seconds, then twice as long each time.
    """

    attempts: int = 3
    first: float = 0.5
    longest: float = 30.0

    def pause(self, outcome: Outcome, attempt: int, repeatable: bool) -> float | None:
        """Seconds until a call whose `attempt` (from 1) came out so is sent again; None for never.

        A call that is not `repeatable` is sent again only where the service said that it did nothing.
        """
        if attempt >= self.attempts:
            return None
        growing = min(self.first * 2 ** (attempt - 1), self.longest)
        if isinstance(outcome, httpx.RequestError):
            return growing if repeatable and _may_pass(outcome) else None
        if outcome.status_code not in LATER:
            return None
        asked = retry_after(outcome)
        return growing if asked is None else asked if asked <= self.longest else None


def _may_pass(fault: httpx.RequestError) -> bool:
    """Whether the same call may come out otherwise: not with an address or a reply that nobody can read."""
    return isinstance(fault, httpx.TransportError) and not isinstance(fault, httpx.UnsupportedProtocol)
