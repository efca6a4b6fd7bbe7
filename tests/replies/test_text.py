"""What replies share as text: an address leads to one page whatever the id, words never go missing."""

import pytest

from qa_service.replies.text import in_a_row, in_language, permanent_address


@pytest.mark.parametrize(
    ("base", "identifier", "address"),
    [
        pytest.param("", "D1.kk.10", "/p/D1.kk.10", id="below any host"),
        pytest.param(
            "https://qa.example", "D1.kk.t6.r1.c2", "https://qa.example/p/D1.kk.t6.r1.c2", id="cell"
        ),
        pytest.param("", "../a?b#c", "/p/..%2Fa%3Fb%23c", id="no way out of the page"),
    ],
)
def test_an_address_leads_to_the_page_of_an_id(base: str, identifier: str, address: str) -> None:
    assert permanent_address(base, identifier) == address


@pytest.mark.parametrize(
    ("words", "language", "told"),
    [
        ({"kk": "Қаулы", "ru": "Постановление"}, "ru", "Постановление"),
        ({"kk": "Қаулы", "ru": ""}, "ru", "Қаулы"),
        ({}, "ru", ""),
    ],
)
def test_words_that_a_language_lacks_are_told_in_the_first(
    words: dict[str, str], language: str, told: str
) -> None:
    assert in_language(words, language) == told


def test_titles_stand_in_a_row_from_the_chapter_on() -> None:
    assert in_a_row(["I тарау", "Бөлім"]) == "I тарау › Бөлім"
