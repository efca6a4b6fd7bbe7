import pytest

from qa_service.language.transliteration import latin_key, latin_readings, latin_styles, latinise


@pytest.mark.parametrize(
    ("style", "spelled"),
    [
        ("habitual", "zhetim balanyn kukygy"),
        ("chat", "jetim balanin quqigi"),
        ("spelled", "zhetim balanyng quqyghy"),
        ("official", "jetim balanyñ qūqyğy"),
        ("accented", "jetim balanyń quqyǵy"),
    ],
)
def test_each_habit_spells_kazakh_its_own_way(style: str, spelled: str) -> None:
    assert latinise("жетім баланың құқығы", style) == spelled


def test_every_habit_spells_every_letter() -> None:
    letters = "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"
    for spelling in latin_styles().values():
        assert set(letters) <= set(spelling)


@pytest.mark.parametrize("word", ["құқығы", "әлеуметтік", "жұмысшының", "шағым", "үйінде", "түрмеде"])
def test_all_habits_of_a_word_share_one_key(word: str) -> None:
    assert len({latin_key(latinise(word, style)) for style in latin_styles()}) == 1


def test_words_that_differ_beyond_habit_have_different_keys() -> None:
    assert latin_key("bala") != latin_key("balta")
    assert latin_key("sany") != latin_key("shany")


def test_every_spelling_of_a_letter_can_be_read_back() -> None:
    for spelling in latin_styles().values():
        for letter, typed in spelling.items():
            if typed and letter != "щ":
                readings = {each.letters for each in latin_readings(typed)[0] if each.length == len(typed)}
                assert letter in readings, (letter, typed)
