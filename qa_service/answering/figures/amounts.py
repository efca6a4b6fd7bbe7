"""Printed figures as numbers."""

import re
from decimal import Decimal

_AMOUNT = re.compile(r"[-−]?\d+(\.\d+)?")


def number(value: str) -> Decimal | None:
    """ "17 918 214", "9,58", "66,5%", "-23" as a number; None for a pair, a dash or a blank."""
    plain = "".join(value.split()).removesuffix("%").replace(",", ".")
    return Decimal(plain.replace("−", "-")) if _AMOUNT.fullmatch(plain) else None
