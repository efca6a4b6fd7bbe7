"""How long a reply was worked on."""

from time import perf_counter


def milliseconds_since(started: float) -> float:
    """Since a moment of `perf_counter`, to a hundredth."""
    return round((perf_counter() - started) * 1000, 2)
