import pytest

from qa_service.language.sentences import sentence_spans


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Премьер-Министрі А. Мамин қол қойды.",
        "Бұл 2020 ж. Қарағандыда болды.",
        "спорт, музыка және т.б. Қазақстанда бар",
        "Всего 20 млн. Тенге",
        "в 2020 г. Казахстан",
    ],
)
def test_a_shortened_word_or_an_initial_ends_no_sentence(text: str) -> None:
    assert sentences(text) == [text]


def test_sentences_end_at_stops_before_a_capital_a_quote_or_a_number() -> None:
    text = 'Заң қабылданды. "Білім туралы" Заң өзгерді! 2020 жылы 18 өтініш түсті. Бәрі.'
    assert sentences(text) == [
        "Заң қабылданды.",
        '"Білім туралы" Заң өзгерді!',
        "2020 жылы 18 өтініш түсті.",
        "Бәрі.",
    ]


def test_a_stop_before_a_small_letter_ends_nothing() -> None:
    assert sentences("www. bala.kz сайты. осылай") == ["www. bala.kz сайты. осылай"]


def test_list_items_are_sentences_of_their_own() -> None:
    assert sentences("Мыналар: 1) бірінші; 2) екінші; 3) үшінші.") == [
        "Мыналар: 1) бірінші;",
        "2) екінші;",
        "3) үшінші.",
    ]


def test_spans_cover_all_but_white_space() -> None:
    text = "  Бір.  Екі? Үш… Төрт  "
    assert "".join(sentences(text)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize("text", ["", "   ", "\n"])
def test_blank_text_has_no_sentences(text: str) -> None:
    assert sentences(text) == []
