from collections import Counter
from pathlib import Path

import pytest

from qa_service.language.spelling import Speller
from qa_service.language.stems import words

REPORT = Path(__file__).parents[2] / "corpus" / "P2100000942" / "kk.txt"
RUSSIAN = {"насилие": 9, "насилия": 7, "пособие": 5, "инвалидностью": 3}


@pytest.fixture(scope="module")
def speller() -> Speller:
    return Speller({"kk": Counter(words(REPORT.read_text("utf-8"))), "ru": RUSSIAN})


@pytest.mark.parametrize(
    ("language", "typed", "mended"),
    [
        pytest.param("kk", "конвенцяның баптары", "конвенцияның баптары", id="letter left out"),
        pytest.param("kk", "Зролық-зомбылық", "Зорлық-зомбылық", id="letters swapped"),
        pytest.param("kk", "кемсітушшілік", "кемсітушілік", id="letter doubled"),
        pytest.param("ru", "пасобие на ребёнка", "пособие на ребёнка", id="wrong letter"),
        pytest.param("ru", "НСАИЛИЕ", "НАСИЛИЕ", id="shouted"),
    ],
)
def test_one_wrong_letter_is_mended(speller: Speller, language: str, typed: str, mended: str) -> None:
    assert speller.correct(typed, language).text == mended


@pytest.mark.parametrize(
    ("language", "text"),
    [
        pytest.param("kk", "балаларымыздың мектептеріндегілер", id="forms that the corpus lacks"),
        pytest.param("kk", "жәрдемақы размер 2020 № 501-V", id="a Russian word among Kazakh ones"),
        pytest.param("ru", "школьниками пособиями", id="forms of known Russian words"),
        pytest.param("ru", "UNICEF ЮНИСЕФ", id="names"),
        pytest.param("ru", "синхрофазотрон", id="a word like no other"),
        pytest.param("en", "chidlren", id="a language without a vocabulary"),
        pytest.param("kk", "", id="nothing"),
    ],
)
def test_what_is_right_or_unknown_stays_as_it_is(speller: Speller, language: str, text: str) -> None:
    assert speller.correct(text, language).text == text
    assert speller.correct(text, language).changed == ()


def test_the_more_frequent_neighbour_wins() -> None:
    speller = Speller({"ru": {"абвгде": 1, "абвгдж": 8}})
    assert speller.correct("абвгдд", "ru").text == "абвгдж"


def test_a_name_one_letter_off_stays_another_name() -> None:
    speller = Speller({"kk": {"саина": 3}, "ru": {}})
    assert speller.correct("омбудсмен Сауна", "kk").text == "омбудсмен Сауна"
