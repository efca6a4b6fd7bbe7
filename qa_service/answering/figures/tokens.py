"""A question or a label as tokens: folded words, numbers in one piece, and the signs between them."""

import re

from qa_service.language.alphabet import fold

# "15-тен" is a number with a Kazakh ending, "2017-м" one with a Russian ending.
_NUMBER_ENDING = re.compile(r"(?<=\d)-(?!жас)[^\W\d_]{1,3}\b")
MONTH_MARK = "@"
_DATE = re.compile(r"\b(\d{1,2})\.(\d{1,2})\.((?:19|20)\d\d)\b")
_TOKEN = re.compile(r"@\d+|\d{1,3}(?: \d{3})+(?!\d)|\d+(?:[.,]\d+)?|[^\W\d_]+|[-/%,;()]")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "іі": "2", "ііі": "3"}


def tokenize(text: str) -> tuple[str, ...]:
    """The tokens in their order; "100 000" is one number, a hyphen parts words, "@10" is the tenth month."""
    folded = _DATE.sub(r"\1 @\2 \3", _NUMBER_ENDING.sub("", fold(text)))
    return tuple(_plain(token) for token in _TOKEN.findall(folded))


def _plain(token: str) -> str:
    return _ROMAN.get(token, token.replace(" ", ""))
