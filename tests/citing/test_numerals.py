import re

import pytest

from qa_service.citing.numerals import ROMAN, value_of, values_in


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("iii", 3), ("iv", 4), ("vii", 7), ("ix", 9), ("xiv", 14), ("8", 8), ("vi.", 6)],
)
def test_a_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("word", ["", "vi a", "iiii", "mix", "l"])
def test_a_word_of_other_letters_is_no_numeral(word: str) -> None:
    assert not re.fullmatch(ROMAN, word)


@pytest.mark.parametrize(
    ("listed", "values"),
    [
        ("6", (6,)),
        ("iii и v", (3, 5)),
        ("6, 8-10", (6, 8, 9, 10)),
        ("iii - v", (3, 4, 5)),
        ("1-1000", (1, 1000)),
    ],
)
def test_a_list_has_all_its_values_and_those_within_its_ranges(listed: str, values: tuple[int, ...]) -> None:
    assert values_in(listed) == values
