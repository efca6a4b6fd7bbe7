import pytest

from qa_service.language.stems import analyze, stems, words


def test_law_numbers_and_decimals_stay_whole() -> None:
    assert words("№ 501-V ҚР3 Заңы, 9.58 және 38,7%; 10-бап") == [
        "501-v", "қрз", "заңы", "9,58", "және", "38,7", "10", "бап",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("kk", "мектеп мектебі мектептер мектебінде мектептердегі мектептен"),
        ("kk", "халық халқы халқының халыққа"),
        ("kk", "құқық құқығы құқықтары құқықтарының құқықтарын"),
        ("kk", "қызметкер қызметкерлер қызметкерлердің қызметкері"),
        ("kk", "жасы жастан жастағы"),
        ("kk", "конвенция конвенцияның конвенцияға конвенциясы конвенцияда"),
        ("ru", "школа школы школе школами школ"),
        ("ru", "ребёнка ребенку ребёнком"),
        ("ru", "инвалидность инвалидности инвалидностью"),
    ],
)
def test_forms_of_one_word_share_a_stem(language: str, forms: str) -> None:
    assert len(set(stems(forms, language))) == 1


@pytest.mark.parametrize(
    ("language", "different"),
    [
        ("kk", "бала балық баспа"),
        ("kk", "заң заман зардап"),
        ("kk", "отбасы отын отау"),
        ("kk", "жетім жетіл жеткілікті"),
        ("ru", "школа шкала школьник"),
    ],
)
def test_different_words_keep_different_stems(language: str, different: str) -> None:
    assert len(set(stems(different, language))) == len(different.split())


def test_words_that_say_nothing_about_the_subject_give_no_token() -> None:
    assert analyze("бұл туралы қандай және неше?", "kk") == []
    assert analyze("подскажите, пожалуйста, сколько их было?", "ru") == []


def test_an_ending_written_apart_from_a_number_gives_no_token() -> None:
    assert analyze("85-ке ҮЕҰ-лар", "kk") == ["85", "85", "85", "үеұ", "үеұ_", "үеұ_"]


def test_passage_and_query_meet_in_spite_of_endings_and_look_alikes() -> None:
    passage = set(analyze("Мемлекеттiк мекемелердегі балалардың жалпы саны", "kk"))
    assert set(analyze("мемлекеттік мекеме балалар", "kk")) <= passage


def test_a_language_without_a_stemmer_keeps_whole_words_and_prefixes() -> None:
    assert analyze("children 2020", "en") == ["children", "chil_", "chil_", "2020", "2020", "2020"]


@pytest.mark.parametrize("nothing", ["", " \n", "?!…", "\x00", "🙂"])
def test_text_without_words_gives_no_token(nothing: str) -> None:
    assert analyze(nothing, "kk") == []
