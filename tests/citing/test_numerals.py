import re

import pytest

from qa_service.citing.numerals import ROMAN, value_of


@pytest.mark.parametrize(
    ("numeral", "value"),
    [("i", 1), ("iii", 3), ("iv", 4), ("vii", 7), ("ix", 9), ("xiv", 14), ("8", 8), ("vi.", 6)],
)
def test_a_numeral_has_its_value(numeral: str, value: int) -> None:
    assert value_of(numeral) == value


@pytest.mark.parametrize("word", ["", "vi a", "iiii", "mix", "l"])
def test_a_word_of_other_letters_is_no_numeral(word: str) -> None:
    assert not re.fullmatch(ROMAN, word)
