"""What holds for whoever asks, decided once from the settings and the address that is served."""

from dataclasses import dataclass
from ipaddress import ip_address
from typing import Literal

from qa_service.errors import AddressOpen

Mode = Literal["auto", "required", "off"]
ORDINARY_RATE = 600
"""Requests a minute for a client that comes from elsewhere, where nothing else is said: ten a second."""


@dataclass(frozen=True, slots=True)
class Policy:
    """`rate` is in requests a minute for one client, 0 for no limit; a key may have its own."""

    needs_keys: bool
    is_local: bool
    """Only this machine can ask."""
    rate: int


def policy(mode: Mode, rate: str, address: str, is_behind_proxy: bool) -> Policy:
    """What holds at an address, given as numbers.

    Raises AddressOpen where others could ask and it was not said whether they need keys.
    """
    is_local = is_loopback(address) and not is_behind_proxy
    if mode == "auto" and not is_local:
        raise AddressOpen(address=address)
    chosen = (0 if is_local else ORDINARY_RATE) if rate == "auto" else int(rate)
    return Policy(needs_keys=mode == "required", is_local=is_local, rate=chosen)


def is_loopback(address: str) -> bool:
    """Whether an address in numbers can be reached from this machine alone; no name is.

    >>> is_loopback("127.0.0.1"), is_loopback("::1"), is_loopback("0.0.0.0"), is_loopback("localhost")
    (True, True, False, False)
    """
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False
