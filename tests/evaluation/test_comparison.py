import pytest

from qa_service.evaluation.comparison import holds_answer, holds_quote, loosen, same_value


def test_case_spaces_punctuation_and_line_joins_do_not_matter() -> None:
    assert loosen('Жол  картасы\n(№ 156) - "бекітілді".') == loosen("жол картасы № 156 бекітілді")


def test_look_alike_letters_of_two_alphabets_are_one() -> None:
    assert loosen("комитетiне") == loosen("комитетіне")
    assert loosen("№ 128-VІ") == loosen("№ 128-VI")


def test_a_text_holds_any_one_of_the_quotes() -> None:
    assert holds_quote("Бала он сегіз жасқа толмаған адам", ["жоқ сөз", "он сегіз жасқа"])
    assert not holds_quote("Бала он сегіз жасқа толмаған адам", ["он алты жасқа"])


def test_a_blank_quote_is_nowhere() -> None:
    assert not holds_quote("мәтін", ["", " - "])


@pytest.mark.parametrize(
    ("text", "answer", "found"),
    [
        ("бүгінде 20 ювеналдық сот", "20", True),
        ("2020 жылы", "20", False),
        ("үлесі 20,5 пайыз", "20", False),
        ("үлесі 1,20 пайыз", "20", False),
        ("барлығы 20, оның ішінде", "20", True),
        ("2020 жылы 20 сот", "20", True),
        ("3 962 кітапхана", "3962", True),
        ("№ 501-V ҚРЗ", "501-V", True),
    ],
)
def test_a_number_is_found_only_as_a_whole(text: str, answer: str, found: bool) -> None:
    assert holds_answer(text, [answer]) is found


def test_cells_are_compared_without_spaces_but_with_their_comma() -> None:
    assert same_value("3 962", "3962")
    assert not same_value("9,58", "95,8")
