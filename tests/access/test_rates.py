"""A client may send what it may, is told when to come again, and then may."""

import time

import pytest

from qa_service.access.rates import Rates, client_of
from qa_service.errors import RateExceeded

MINUTE = 1_800_000_000.0


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [MINUTE + 20]
    monkeypatch.setattr(time, "time", lambda: now[0])
    return now


def sent(rates: Rates, who: str, most: int) -> int:
    """How many requests pass before one is refused."""
    for number in range(1000):
        try:
            rates.take(who, most)
        except RateExceeded:
            return number
    return 1000


def test_each_client_may_send_as_many_as_it_may(clock: list[float]) -> None:
    rates = Rates()
    assert sent(rates, "a", 5) == 5
    assert sent(rates, "b", 7) == 7


def test_whoever_comes_again_when_told_may_send_one(clock: list[float]) -> None:
    rates = Rates()
    sent(rates, "a", 5)
    for _ in range(8):
        with pytest.raises(RateExceeded) as refused:
            rates.take("a", 5)
        seconds = refused.value.values["seconds"]
        assert isinstance(seconds, int)
        assert 1 <= seconds <= 61
        clock[0] += seconds
        rates.take("a", 5)


def test_a_burst_at_the_turn_of_the_minute_is_no_way_round(clock: list[float]) -> None:
    rates = Rates()
    clock[0] = MINUTE + 59
    assert sent(rates, "a", 60) == 60
    clock[0] = MINUTE + 61
    assert sent(rates, "a", 60) <= 2


def test_nothing_is_counted_where_there_is_no_limit(clock: list[float]) -> None:
    assert sent(Rates(), "a", 0) == 1000


@pytest.mark.parametrize(
    ("address", "client"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("2001:db8:1:2::1", "2001:db8:1:2::/64"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("::1", "::/64"),
        ("no address", "no address"),
        ("", ""),
    ],
)
def test_the_addresses_of_one_customer_are_one_client(address: str, client: str) -> None:
    assert client_of(address) == client
