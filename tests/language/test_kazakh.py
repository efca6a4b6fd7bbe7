import pytest

from qa_service.language.kazakh import endings, kazakh_stem


@pytest.mark.parametrize(
    ("forms", "stem"),
    [
        ("мектеп мектебі мектептеріндегі", "мектеп"),
        ("халық халқына халықтың", "халқ"),
        ("қорғау қорғауды қорғайды", "қорға"),
        ("қор қорлардың қорына", "қор"),
        ("заң заңдар заңына", "заң"),
        ("заңнама заңнамасына", "заңнама"),
    ],
)
def test_forms_go_back_to_one_known_word(forms: str, stem: str) -> None:
    assert {kazakh_stem(form) for form in forms.split()} == {stem}


def test_an_unknown_word_loses_all_its_endings() -> None:
    assert kazakh_stem("блокчейндердегі") == kazakh_stem("блокчейнге") == "блокчейн"


@pytest.mark.parametrize("word", ["", "а", "қр", "501-v", "2020", "аб"])
def test_what_is_too_short_or_no_word_stays(word: str) -> None:
    assert kazakh_stem(word) == word


def test_every_ending_is_folded_and_short_enough_to_be_tried() -> None:
    assert all(ending == ending.lower() and 1 <= len(ending) <= 5 for ending in endings())
