"""Printed values as whole numbers."""

import re

WHOLE = re.compile(r"-?\d+(?: \d{3})*")
ABSENT = ("", "-", ".")


def whole_amounts(value: str) -> tuple[int, ...] | None:
    """The whole numbers of a value, one or, in "701/888", two; None for shares and rates.

    A blank cell or a dash is an empty tuple: nothing to count.
    """
    if value in ABSENT:
        return ()
    parts = value.split("/")
    if not all(WHOLE.fullmatch(part) for part in parts):
        return None
    return tuple(int(part.replace(" ", "")) for part in parts)


def whole_digits(value: str) -> int:
    """How many digits stand before the decimal comma of the value's first number; 0 when it has none."""
    number = re.match(r"-?([\d ]+)", value)
    return len(number[1].replace(" ", "")) if number else 0


def added(amounts: list[tuple[int, ...]]) -> tuple[int, ...]:
    """The amounts added up part by part; empty ones do not count."""
    return tuple(sum(parts) for parts in zip(*filter(None, amounts), strict=True))
