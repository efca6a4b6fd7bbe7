"""Open to this machine, closed to others until somebody says how."""

import pytest

from qa_service.access.policy import ORDINARY_RATE, Mode, Policy, is_loopback, policy
from qa_service.errors import AddressOpen

OPEN = ("0.0.0.0", "::", "10.0.0.5", "192.168.1.2", "::ffff:127.0.0.1", "fe80::1", "example.kz")


@pytest.mark.parametrize("address", ["127.0.0.1", "127.9.9.9", "::1"])
def test_on_this_machine_nobody_needs_a_key_and_nobody_is_held_back(address: str) -> None:
    assert policy("auto", "auto", address, is_behind_proxy=False) == Policy(False, True, 0)


@pytest.mark.parametrize("address", OPEN)
def test_where_others_can_ask_somebody_has_to_say_how(address: str) -> None:
    with pytest.raises(AddressOpen):
        policy("auto", "auto", address, is_behind_proxy=False)


def test_a_proxy_lets_others_ask_on_a_loopback_address() -> None:
    with pytest.raises(AddressOpen):
        policy("auto", "auto", "127.0.0.1", is_behind_proxy=True)
    assert not policy("off", "auto", "127.0.0.1", is_behind_proxy=True).is_local


@pytest.mark.parametrize(("mode", "needed"), [("required", True), ("off", False)])
@pytest.mark.parametrize("address", ["127.0.0.1", *OPEN])
def test_what_was_said_holds_everywhere(mode: Mode, needed: bool, address: str) -> None:
    assert policy(mode, "auto", address, is_behind_proxy=False).needs_keys is needed


@pytest.mark.parametrize(("rate", "expected"), [("auto", ORDINARY_RATE), ("0", 0), ("5", 5)])
def test_a_rate_is_what_was_said_or_the_ordinary_one(rate: str, expected: int) -> None:
    assert policy("off", rate, "0.0.0.0", is_behind_proxy=False).rate == expected


def test_names_are_no_loopback_addresses_for_they_may_lead_anywhere() -> None:
    assert not any(map(is_loopback, ("localhost", "", "127.0.0.1.example.kz", "127.1")))
