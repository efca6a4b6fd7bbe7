"""A text of a stranger is shown as its letters and does nothing else."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.language.visible import visible


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b]0;owned\x07\x1b[2J", "]0;owned[2J", id="what a terminal obeys"),
        pytest.param("a\u202eb\u2066c\u200bd\u00ade\ufeff", "abcde", id="marks that turn or hide"),
        pytest.param(" бір\r\nекі\t\u2028үш ", "бір екі үш", id="line ends"),
        pytest.param("\ud800a", "a", id="half a character"),
        pytest.param("\u200b\u200e\x00 ", "", id="nothing to be seen"),
        pytest.param("Қазақ тілі — «ә»", "Қазақ тілі — «ә»", id="plain text as it is"),
    ],
)
def test_only_text_is_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(st.text())
def test_what_is_shown_is_one_line_of_printable_letters(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for letter in shown)
    assert visible(shown) == shown
