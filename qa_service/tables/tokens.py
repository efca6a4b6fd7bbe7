"""Source lines as tokens: words and groups of digits, with what line breaks tell about them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LETTER_SPACED = re.compile(r"(?<!\S)(?:\S )+\S(?=  )")
NOWHERE = 0


@dataclass(frozen=True, slots=True)
class SourceLine:
    """A line with its number in the source file, counted from 1, without its line break."""

    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Token:
    """A run without spaces. `opens` its line; `wrapped`: the line before may end within the word."""

    text: str
    line: int
    opens: bool
    wrapped: bool


def close_up(text: str) -> str:
    """The line with letter-spaced words put together: single signs a space apart, closed by two spaces."""
    return LETTER_SPACED.sub(lambda word: word[0].replace(" ", ""), text)


def wraps(line: SourceLine, following: SourceLine) -> bool:
    """Whether the line may end within a word: text goes on at once and no space was printed in between."""
    adjacent = following.number == line.number + 1
    return adjacent and bool(line.text.strip()) and not line.text[-1].isspace()


def read_tokens(lines: Sequence[SourceLine]) -> tuple[Token, ...]:
    """The tokens of the lines in order."""
    return tuple(
        Token(word, line.number, index == 0, index == 0 and wraps(before, line))
        for before, line in pairwise((SourceLine(NOWHERE, ""), *lines))
        for index, word in enumerate(close_up(line.text).split())
    )


def squeeze(text: str) -> str:
    """The text without any space: how a broken layout leaves it to be compared."""
    return "".join(text.split())


def spelled(tokens: Sequence[Token], start: int, text: str) -> int:
    """How many tokens from `start` spell `text`, spaces apart; 0 when they do not."""
    wanted, found = squeeze(text), ""
    for size, token in enumerate(tokens[start:], 1):
        found += token.text
        if found == wanted:
            return size
        if not wanted.startswith(found):
            break
    return 0
