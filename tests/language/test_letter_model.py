from qa_service.language.letter_model import LetterModel, Reading
from qa_service.language.transliteration import russian_key_readings

MODEL = LetterModel({"қамқоршы": 5, "қорғау": 9, "көмек": 4, "мектеп": 9, "мектепте": 3, "балаларды": 2})


def test_an_unseen_word_is_read_by_the_letters_of_seen_ones() -> None:
    assert MODEL.likeliest(russian_key_readings("коргаушы")) == "қорғаушы"
    assert MODEL.likeliest(russian_key_readings("мектептерде")) == "мектептерде"


def test_a_costly_reading_loses_to_a_free_one() -> None:
    choices = [[Reading(1, "к", 9.0), Reading(1, "қ")], [Reading(1, "о")]]
    assert MODEL.likeliest(choices) == "қо"


def test_two_typed_letters_may_be_one() -> None:
    choices = [[Reading(2, "қ"), Reading(1, "к")], [], [Reading(1, "о")]]
    assert MODEL.likeliest(choices) == "қо"


def test_letters_that_nothing_stands_for_have_no_reading() -> None:
    assert MODEL.likeliest([[Reading(2, "қ")], [Reading(1, "о")], []]) is None
