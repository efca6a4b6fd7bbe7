"""How many requests a client may send in a minute; the one room of the library `limits`."""

import time
from ipaddress import IPv6Address, ip_address
from math import floor

from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import SlidingWindowCounterRateLimiter

from qa_service.errors import RateExceeded


class Rates:
    """Counts in the memory of this process, over a window that slides; what is a minute old is forgotten."""

    def __init__(self) -> None:
        self._limiter = SlidingWindowCounterRateLimiter(MemoryStorage())

    def take(self, who: str, per_minute: int) -> None:
        """Counts a request of a client. Raises RateExceeded where it has sent as many as it may; 0: never."""
        limit = RateLimitItemPerMinute(per_minute) if per_minute else None
        if limit is not None and not self._limiter.hit(limit, who):
            reset = self._limiter.get_window_stats(limit, who).reset_time
            # At the very moment of the reset there is no room yet.
            raise RateExceeded(seconds=max(0, floor(reset - time.time())) + 1)


def client_of(address: str) -> str:
    """What counts as one client: an IPv4 address, or the network of an IPv6 address, for a single
    customer has 2^64 of these.

    >>> client_of("2001:db8::1"), client_of("10.0.0.1")
    ('2001:db8::/64', '10.0.0.1')
    """
    try:
        parsed = ip_address(address)
    except ValueError:
        return address
    if not isinstance(parsed, IPv6Address):
        return address
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return f"{IPv6Address(int(parsed) >> 64 << 64)}/64"
