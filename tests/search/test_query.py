import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.errors import QueryInvalid
from qa_service.language.glossary import Expansion
from qa_service.language.stems import PREFIX_MARK, analyze
from qa_service.language.terms import TermKind
from qa_service.search.query import (
    LONGEST,
    SYNONYM_WEIGHT,
    TRANSLATION_WEIGHT,
    QueryReader,
    checked,
    concepts,
    weighted_tokens,
)

ORPHAN = Expansion((0, 1), "ru", TermKind.TERM, ("құжат",), ("детдомовец",))


def reason(text: str) -> object:
    with pytest.raises(QueryInvalid) as refused:
        checked(text)
    return refused.value.values["reason"]


@pytest.mark.parametrize("text", ["", "  \n\t ", "\x00\x01", "\u200b\ufeff", "\ud800"])
def test_a_text_without_a_character_to_see_is_refused(text: str) -> None:
    assert reason(text) == "blank"


def test_a_query_has_two_thousand_characters_at_most_after_trimming() -> None:
    assert checked("  " + "\ufdfa" * LONGEST + "\n") == "\ufdfa" * LONGEST
    assert reason("a" * (LONGEST + 1)) == "too-long"


def test_control_characters_part_words_like_spaces() -> None:
    assert checked("дети\x00сироты") == "дети сироты"


@given(st.text())
def test_what_is_checked_stays_as_it_is(text: str) -> None:
    try:
        once = checked(text)
    except QueryInvalid:
        return
    assert checked(once) == once


def test_a_query_typed_in_russian_letters_is_searched_in_proper_kazakh(reader: QueryReader) -> None:
    query = reader.read("жардемакы молшери кобейди")
    assert (query.language, query.variant) == ("kk", "russian-letters")
    assert query.searched == "жәрдемақы мөлшері көбейді"


def test_a_typing_error_is_mended_for_words_but_not_for_vectors(reader: QueryReader) -> None:
    query = reader.read("сколько сирот сократиллось")
    assert (query.restored, query.searched) == ("сколько сирот сократиллось", "сколько сирот сократилось")
    assert query.text == "сколько сирот сократиллось"


def test_a_query_in_another_language_is_searched_as_kazakh_and_answered_in_its_own(
    reader: QueryReader,
) -> None:
    query = reader.read("How many orphans are there in the country?")
    assert (query.language, query.searched_language) == ("en", "kk")


def test_the_glossary_adds_the_words_of_the_other_language(reader: QueryReader) -> None:
    kazakh = set(analyze("жетім бала", "kk"))
    assert kazakh <= set(reader.read("число сирот").tokens)


def test_forms_of_a_word_count_together_and_a_repeated_one_only_once() -> None:
    assert weighted_tokens("школы и школа", "ru", ())["школ"] == 2
    assert weighted_tokens("школа " * 100, "ru", ())["школ"] == 1


def test_synonyms_count_less_than_translations_and_than_what_was_typed() -> None:
    tokens = weighted_tokens("сироты сирота", "ru", [ORPHAN])
    assert tokens["құжат"] == TRANSLATION_WEIGHT
    assert tokens["детдомовец"] == SYNONYM_WEIGHT
    assert tokens["сирот"] == 2


def test_the_names_of_one_thing_share_its_weight() -> None:
    several = Expansion((0, 1), "ru", TermKind.TERM, ("құжат", "заң"), ())
    assert weighted_tokens("сирота", "ru", [several])["құжат"] == TRANSLATION_WEIGHT / 2


def test_a_typed_word_is_not_weakened_by_being_a_synonym_too() -> None:
    known = Expansion((0, 1), "ru", TermKind.TERM, (), ("школа",))
    assert weighted_tokens("училище школа", "ru", [known])["школ"] == 1


def test_every_telling_word_is_a_concept_with_all_its_names() -> None:
    first, second = concepts("сироты и школы", "ru", [ORPHAN])
    assert (first.word, second.word) == ("сироты", "школы")
    assert set(first.names) == {frozenset({"сирот"}), frozenset({"құжат"}), frozenset({"детдомовец"})}
    assert any(token.endswith(PREFIX_MARK) for token in first.tokens)
    assert second.names == (frozenset({"школ"}),)


def test_the_words_of_a_phrase_share_its_names() -> None:
    phrase = Expansion((0, 2), "ru", TermKind.TERM, ("балалар үйі",), ())
    first, second = concepts("детский дом", "ru", [phrase])
    assert first.names[1:] == second.names[1:] != ()


def test_a_place_is_known_as_one() -> None:
    place = Expansion((1, 2), "ru", TermKind.PLACE, ("Қарағанды",), ())
    assert [each.place for each in concepts("школы Караганды", "ru", [place])] == [False, True]


def test_words_that_say_nothing_are_no_concepts() -> None:
    assert concepts("и в на", "ru", ()) == ()
