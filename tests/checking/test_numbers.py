from decimal import Decimal

import pytest

from qa_service.checking.numbers import last_digit, readings, rounds_to


@pytest.mark.parametrize(
    ("printed", "values"),
    [
        pytest.param("9,58", {"9.58"}, id="decimal comma"),
        pytest.param("9.58", {"9.58"}, id="decimal point"),
        pytest.param("18 879 552", {"18879552"}, id="spaces"),
        pytest.param("18,879,552", {"18879552"}, id="English thousands"),
        pytest.param("18,879", {"18.879", "18879"}, id="either"),
        pytest.param("0,278", {"0.278"}, id="a fraction is no thousand"),
        pytest.param("1,234.5", {"1234.5"}, id="both signs"),
        pytest.param("1.4.2", set(), id="no number"),
    ],
)
def test_a_printed_number_has_these_values(printed: str, values: set[str]) -> None:
    assert readings(printed) == {Decimal(value) for value in values}


def test_a_rounded_number_is_the_exact_one() -> None:
    step = last_digit("426,8") * 1000
    assert rounds_to(Decimal(426824), Decimal("426800"), step)
    assert not rounds_to(Decimal(426871), Decimal("426800"), step)
    assert not rounds_to(Decimal(7), Decimal(8), Decimal(0))
