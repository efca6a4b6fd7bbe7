import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.embedding.text import MAX_CHARACTERS, clean


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        pytest.param("бала\x00құқығы\r\n\tтуралы", "бала құқығы туралы", id="control characters"),
        pytest.param("а\ud800б", "а б", id="lone surrogate"),
        pytest.param(" \u2028 ", "", id="blank"),
        pytest.param("№ 942 қаулы — І", "№ 942 қаулы — І", id="nothing to clean"),
    ],
)
def test_only_what_no_tokenizer_should_see_is_taken_out(text: str, cleaned: str) -> None:
    assert clean(text) == cleaned


def test_text_that_grows_under_normalisation_stays_in_bounds() -> None:
    grown = unicodedata.normalize("NFKC", clean("ﷺ" * 10_000))
    assert len(grown) <= MAX_CHARACTERS


def test_long_text_is_cut() -> None:
    assert clean("а" * (MAX_CHARACTERS + 5)) == "а" * MAX_CHARACTERS


@given(st.text(st.characters(exclude_categories=())))
def test_cleaning_clean_text_changes_nothing(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    clean(text).encode()
