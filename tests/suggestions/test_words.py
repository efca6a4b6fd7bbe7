import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.suggestions.words import BEGINNING, FORM, MISTYPED, RESPELLED, WHOLE, Words

KAZAKH_WORDS = ("жетім", "жетімдер", "қорғау", "нәресте", "өлімі", "24", "бап")
RUSSIAN_WORDS = ("сирот", "сироты", "статья", "статьи", "по", "пункт", "младенческая", "501-v")
KAZAKH, RUSSIAN = Words(KAZAKH_WORDS, "kk"), Words(RUSSIAN_WORDS, "ru")
VOCABULARY = {*KAZAKH_WORDS, *RUSSIAN_WORDS}


@pytest.mark.parametrize(
    ("words", "typed", "meant", "certainty"),
    [
        pytest.param(KAZAKH, "жетім", "жетім", WHOLE, id="the word itself"),
        pytest.param(RUSSIAN, "сиротам", "сироты", FORM, id="another form of it"),
        pytest.param(RUSSIAN, "младен", "младенческая", BEGINNING, id="its beginning"),
        pytest.param(RUSSIAN, "501", "501-v", BEGINNING, id="the beginning of a number"),
        pytest.param(KAZAKH, "коргау", "қорғау", RESPELLED, id="typed with Russian letters"),
        pytest.param(KAZAKH, "qorgh", "қорғау", RESPELLED, id="begun in Latin"),
        pytest.param(KAZAKH, "zhetim", "жетім", RESPELLED, id="typed in Latin"),
        pytest.param(KAZAKH, "нәрсте", "нәресте", MISTYPED, id="a letter left out"),
        pytest.param(RUSSIAN, "млоденческ", "младенческая", MISTYPED, id="a wrong letter"),
        pytest.param(RUSSIAN, "млданчес", "", 0.0, id="not two"),
        pytest.param(KAZAKH, "narestw", "нәресте", MISTYPED, id="a wrong letter in Latin"),
    ],
)
def test_a_word_is_known_however_it_is_typed(words: Words, typed: str, meant: str, certainty: float) -> None:
    found = words.meant(typed, False)
    assert found.get(meant, 0.0) == certainty
    assert found or not meant


def test_a_short_word_that_is_done_means_itself_and_an_unknown_one_was_cut_short() -> None:
    assert set(RUSSIAN.meant("по", True)) == {"по"}
    assert set(RUSSIAN.meant("ст", True)) == {"статья", "статьи"}


@given(st.text(max_size=60), st.booleans())
def test_any_text_may_be_typed(typed: str, ended: bool) -> None:
    for words in (KAZAKH, RUSSIAN):
        assert set(words.meant(typed, ended)) <= VOCABULARY


def test_numbers_are_not_mended() -> None:
    assert KAZAKH.meant("2444", False) == {}
