"""What a line tells before anything is known of its table."""

import pytest

from qa_service.tables.tokens import SourceLine, close_up, read_tokens, spelled


@pytest.mark.parametrize(
    ("printed", "words"),
    [
        ("Ш ы ғ ы с  ", "Шығыс"),
        ("ы ң  ж а л п ы  ", "ың жалпы"),
        ("1,5% 2 7 0  ", "1,5% 270"),
        ("1 0 %  ", "10%"),
    ],
)
def test_letter_spaced_words_and_numbers_are_put_together(printed: str, words: str) -> None:
    assert close_up(printed).split() == words.split()


@pytest.mark.parametrize("printed", ["0 0 0 18 35 458", "4 мбит/с және одан ", "- - 4 2 16 - -"])
def test_single_digits_that_are_values_stay_apart(printed: str) -> None:
    assert close_up(printed) == printed


def test_only_a_line_without_a_closing_space_may_end_within_a_word() -> None:
    lines = (SourceLine(1, "176705"), SourceLine(2, "79"), SourceLine(3, "18 395 "), SourceLine(4, "567"))
    assert [token.wrapped for token in read_tokens(lines)] == [False, True, True, False, False]


def test_a_blank_line_ends_every_word() -> None:
    lines = (SourceLine(1, "100,0%"), SourceLine(2, ""), SourceLine(3, "18"))
    assert not any(token.wrapped for token in read_tokens(lines))


def test_a_label_is_found_whatever_its_line_breaks() -> None:
    tokens = read_tokens((SourceLine(1, "Нұр-Сұл"), SourceLine(2, "тан қ."), SourceLine(3, "3 2")))
    assert spelled(tokens, 0, "Нұр-Сұлтан қ.") == 3
    assert spelled(tokens, 0, "Нұр-Сұлта") == 0
    assert spelled(tokens, 0, "Нұр-Сұлтан қаласы") == 0
