"""What every edge needs that writes a reply out as text: titles in a row, words by language, addresses."""

from collections.abc import Iterable, Mapping
from urllib.parse import quote

BETWEEN_TITLES = " › "


def in_a_row(titles: Iterable[str]) -> str:
    """The titles above a passage, chapter first, in one line; blank where there are none."""
    return BETWEEN_TITLES.join(titles)


def in_language(words: Mapping[str, str], language: str) -> str:
    """Of words by language those in this one, else in the first that there is; blank where there are none.

    >>> in_language({"kk": "Қаулы", "ru": "Постановление"}, "en")
    'Қаулы'
    """
    return words.get(language) or next(iter(words.values()), "")


def permanent_address(base: str, identifier: str) -> str:
    """The page of a passage, a row or a cell; `base` is where the service's addresses begin, blank for an
    address below whatever names the service."""
    return f"{base}/p/{quote(identifier, safe='')}"
