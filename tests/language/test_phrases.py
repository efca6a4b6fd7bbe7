import string

import pytest

from qa_service import errors
from qa_service.errors import ServiceError
from qa_service.language.phrases import LANGUAGES, phrase, phrases

Wording = dict[str, set[str]]


def _placeholders(language: str) -> Wording:
    return {
        f"{table}.{name}": {field for _, field, _, _ in string.Formatter().parse(text) if field}
        for table, entries in phrases(language).items()
        for name, text in entries.items()
    }


def _errors() -> list[type[ServiceError]]:
    found = [each for each in vars(errors).values() if isinstance(each, type)]
    return [each for each in found if issubclass(each, ServiceError)]


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_phrase_stands_in_every_language_with_the_same_values(language: str) -> None:
    assert _placeholders(language) == _placeholders("en")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("error", _errors(), ids=lambda error: error.slug)
def test_every_error_can_be_told_in_every_language(error: type[ServiceError], language: str) -> None:
    needed = _placeholders(language)[f"error.{error.slug}"]
    told = phrase(f"error.{error.slug}", language, **dict.fromkeys(needed, "ЗНАЧ"))
    assert told.strip()
    assert "{" not in told


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("slug", ["index-missing", "index-mismatch", "index-damaged"])
def test_an_index_that_cannot_serve_names_the_command_that_mends_it(slug: str, language: str) -> None:
    assert "`qa-service build`" in phrases(language)["error"][slug]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_phrase_is_blank(language: str) -> None:
    assert all(text.strip() for table in phrases(language).values() for text in table.values())


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_phrase_was_left_in_english(language: str) -> None:
    for entries in phrases(language).values():
        for text in entries.values():
            words = "".join(literal for literal, _, _, _ in string.Formatter().parse(text)).strip(" :")
            assert not words or any("а" <= letter <= "я" for letter in words.lower()), text


def test_a_question_in_another_language_is_answered_in_english() -> None:
    assert phrase("problem.index-missing", "other") == phrase("problem.index-missing", "en")


def test_braces_in_a_value_are_shown_as_they_are() -> None:
    assert "{0}" in phrase("error.passage-unknown", "en", id="{0}")


def test_an_unknown_phrase_or_a_missing_value_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError):
        phrase("error.never-heard-of", "kk")
    with pytest.raises(KeyError):
        phrase("error.passage-unknown", "kk")
