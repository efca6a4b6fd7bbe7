import pytest

from qa_service.evaluation.keyboards import AS_WRITTEN, LATIN, RUSSIAN_LETTERS, typed


def test_russian_letters_stand_for_the_kazakh_ones() -> None:
    assert typed("Әке мен шешенің құқығы", RUSSIAN_LETTERS) == "Аке мен шешенин кукыгы"


def test_latin_is_typed_by_habit() -> None:
    assert typed("Жетім балалардың үйі, 2020 ж.", LATIN) == "Zhetim balalardyn uyi, 2020 zh."


def test_letters_that_people_leave_out_are_left_out() -> None:
    assert typed("альянс объект", LATIN) == "alyans obekt"


def test_what_is_written_stays_as_written() -> None:
    assert typed("құқық", AS_WRITTEN) == "құқық"


def test_an_unknown_habit_is_refused() -> None:
    with pytest.raises(KeyError):
        typed("құқық", "morse")
