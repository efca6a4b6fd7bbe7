import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_service.language.alphabet import fold, russify
from qa_service.language.detection import Variant
from qa_service.language.kazakh import kazakh_stem
from qa_service.language.restoration import Restorer
from qa_service.language.stems import words
from qa_service.language.transliteration import latin_styles, latinise

REPORT = Path(__file__).parents[2] / "corpus" / "P2100000942" / "kk.txt"
HABITS = ["russian-letters", *latin_styles()]


@pytest.fixture(scope="module")
def forms() -> Counter[str]:
    return Counter(words(REPORT.read_text("utf-8")))


@pytest.fixture(scope="module")
def restorer(forms: Counter[str]) -> Restorer:
    return Restorer(forms)


def _typed(word: str, habit: str) -> tuple[str, Variant]:
    if habit == "russian-letters":
        return russify(word), "russian-letters"
    return latinise(word, habit), "latin"


@pytest.mark.parametrize(
    ("typed", "variant", "restored"),
    [
        ("бала кукыктары кандай", "russian-letters", "бала құқықтары қандай"),
        ("оз озине кол жумсау", "russian-letters", "өз өзіне қол жұмсау"),
        ("Казакстандагы жетим балалар", "russian-letters", "Қазақстандағы жетім балалар"),
        ("БУУ комитети", "russian-letters", "БҰҰ комитеті"),
        ("bala quqyqtary", "latin", "бала құқықтары"),
        ("bala kukyktary", "latin", "бала құқықтары"),
        ("jetim balalar sany qansha", "latin", "жетім балалар саны қанша"),
        ("zhetim balalar sany kansha", "latin", "жетім балалар саны қанша"),
        ("äleumettik kömek", "latin", "әлеуметтік көмек"),
        ("ata-ana quqyghynan aiyru", "latin", "ата-ана құқығынан айыру"),
        ("a'leymettik ko'mek", "latin", "әлеуметтік көмек"),
        ("QR Konstituciyasy", "latin", "ҚР Конституциясы"),
    ],
)
def test_a_query_gets_its_kazakh_letters_back(
    restorer: Restorer, typed: str, variant: Variant, restored: str
) -> None:
    assert restorer.restore(typed, variant).text == restored


@pytest.mark.parametrize(
    ("text", "variant"),
    [
        pytest.param("размер 2020 № 501-V", "russian-letters", id="Russian word, year and law number"),
        pytest.param("УК РФ", "russian-letters", id="abbreviations that the corpus does not know"),
        pytest.param("UNICEF COVID-19 XIV", "latin", id="names and roman numerals"),
        pytest.param("children report", "latin", id="English words"),
        pytest.param("жәрдемақы туралы заң қандай", "russian-letters", id="proper Kazakh"),
        pytest.param("қарашығым шырқасын", "proper", id="proper Kazakh that the corpus does not know"),
        pytest.param("?! 12,5 % 🙂 \x00", "latin", id="no words"),
        pytest.param("ш" * 2000, "russian-letters", id="a word of two thousand letters"),
        pytest.param("", "proper", id="nothing"),
    ],
)
def test_what_needs_no_letters_back_stays_as_it_is(restorer: Restorer, text: str, variant: Variant) -> None:
    restored = restorer.restore(text, variant)
    assert (restored.text, restored.changed) == (text, ())


def test_changed_words_are_told_in_their_order(restorer: Restorer) -> None:
    restored = restorer.restore("Жетим бала КУКЫГЫ", "russian-letters")
    assert restored.changed == (("Жетим", "Жетім"), ("КУКЫГЫ", "ҚҰҚЫҒЫ"))


def test_a_russian_key_slip_in_proper_kazakh_is_mended(restorer: Restorer) -> None:
    assert restorer.restore("Қазақстандағы бала кукыктары", "proper").text == "Қазақстандағы бала құқықтары"


def test_kazakh_letters_that_were_typed_are_kept() -> None:
    restorer = Restorer({"тұр": 9})
    assert restorer.restore("түр", "russian-letters").text == "түр"


def test_the_more_frequent_word_wins_where_typing_leaves_both_open() -> None:
    assert Restorer({"қан": 2, "кан": 9}).restore("kan", "latin").text == "кан"
    assert Restorer({"қан": 9, "кан": 2}).restore("кан", "russian-letters").text == "қан"
    assert Restorer({"қан": 2, "кан": 9}).restore("qan", "latin").text == "қан"


@pytest.mark.parametrize("habit", HABITS)
def test_words_of_the_corpus_are_found_again_however_they_are_typed(
    restorer: Restorer, forms: Counter[str], habit: str
) -> None:
    asked = [word for word in sorted(forms) if len(word) > 3 and word.isalpha() and not word.isascii()][::20]
    exact = sum(restorer.restore(*_typed(word, habit)).text == word for word in asked)
    assert len(asked) > 200
    assert exact >= 0.97 * len(asked)


@pytest.mark.parametrize("habit", HABITS)
def test_nine_of_ten_words_that_the_corpus_lacks_are_restored_too(forms: Counter[str], habit: str) -> None:
    asked = [word for word in sorted(forms) if len(word) > 3 and word.isalpha() and not word.isascii()][::20]
    unaware = Restorer({word: count for word, count in forms.items() if word not in set(asked)})
    same = sum(
        kazakh_stem(fold(unaware.restore(*_typed(word, habit)).text)) == kazakh_stem(word) for word in asked
    )
    assert same >= 0.9 * len(asked)


SMALL = Restorer({"құқық": 3})


@settings(deadline=None)
@given(st.text(), st.sampled_from(["proper", "russian-letters", "latin"]))
def test_no_text_raises_and_what_lies_between_words_is_kept(text: str, variant: Variant) -> None:
    restored = SMALL.restore(text, variant)
    signs = [sign for sign in unicodedata.normalize("NFC", text) if sign.isdigit() or sign in ".,?№"]
    assert [sign for sign in restored.text if sign.isdigit() or sign in ".,?№"] == signs
