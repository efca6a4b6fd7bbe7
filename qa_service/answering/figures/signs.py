"""Tokens as a string of signs, one a token, so that years, dates and ages are patterns over it."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.answering.figures.lexicon import Match, read_lexicon
from qa_service.answering.figures.tokens import MONTH_MARK

YEAR, SMALL, AGED, NUMBER, MONTH, OTHER = "Y", "n", "A", "N", "m", "."
AND = "&"
_YEARS = range(1900, 2100)
_SMALLEST_NUMBERS = range(100)
_JOINERS = "-/"
_STOPS = ",()"


@dataclass(frozen=True, slots=True)
class Signs:
    """`text` has one sign for each token; `numbers` are the tokens' values, 0 where there is none.

    Signs: Y year, n number below 100, A such a number of years of age, N other number, m month (its number
    is the value), - joiner, commas and brackets themselves, . other word, and those of `data/grammar.tsv`.
    """

    text: str
    numbers: tuple[int, ...]


def read_signs(tokens: Sequence[str], language: str) -> Signs:
    """The signs of the tokens; words that belong to a longer phrase carry its sign at their first token."""
    signs = [_sign(token) for token in tokens]
    numbers = [int(digits) if (digits := token.lstrip(MONTH_MARK)).isdigit() else 0 for token in tokens]
    for match in read_lexicon("grammar").find(tokens, language):
        _set(signs, match, match.meanings[0])
    for match in read_lexicon("numbers").find(tokens, language):
        number, _, age = match.meanings[0].partition(" ")
        numbers[match.start] = int(number)
        _set(signs, match, AGED if age else SMALL)
    for match in read_lexicon("months").find(tokens, language):
        numbers[match.start] = int(match.meanings[0])
        _set(signs, match, MONTH)
    return Signs("".join(signs), tuple(numbers))


def _set(signs: list[str], match: Match, sign: str) -> None:
    signs[match.start] = sign
    for rest in range(match.start + 1, match.end):
        signs[rest] = "_"


def _sign(token: str) -> str:
    if token in _JOINERS:
        return "-"
    if token in _STOPS:
        return token
    if token.startswith(MONTH_MARK):
        return MONTH
    if not token.isdigit():
        return OTHER
    value = int(token)
    if value in _YEARS and len(token) == len(str(value)):
        return YEAR
    return SMALL if value in _SMALLEST_NUMBERS else NUMBER
