import pytest

from qa_service.api.preference import preferred


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("kk", "kk"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en;q=0.3, KK-kz;q=0.7", "kk"),
        ("ru;q=0", "en"),
        ("ru;q=many", "en"),
        ("ru;q=nan, kk;q=0.1", "kk"),
        ("*", "en"),
        ("", "en"),
        (",;=;q", "en"),
        ("ru" * 10_000, "en"),
    ],
)
def test_the_best_language_that_is_spoken_here_is_taken(header: str, language: str) -> None:
    assert preferred(header) == language
