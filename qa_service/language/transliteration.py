"""Kazakh typed in Latin letters or on a Russian keyboard: how it is written and how it may be read.

The habits stand in `data/latin-styles.tsv` (spelling) and `data/latin-readings.tsv` (reading).
"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources

from qa_service.language.alphabet import KAZAKH_LETTERS, russify
from qa_service.language.letter_model import Reading

_DOUBLED = re.compile(r"([iu])\1+")


def latinise(text: str, style: str) -> str:
    """A folded text with its Cyrillic letters spelled in one of `latin_styles`."""
    spelling = latin_styles()[style]
    return "".join(spelling.get(letter, letter) for letter in text)


def latin_key(word: str) -> str:
    """One spelling for all Latin habits: words that may be the same share it.

    "quqyghy", "kukygy" and "qūqyğy" have one key. Letters that habits leave undecided are one letter,
    so that different words may share a key too.
    """
    keys, pattern = _latin_keys()
    return _DOUBLED.sub(r"\1", pattern.sub(lambda match: keys[match.group()], word))


def latin_readings(word: str) -> Sequence[Sequence[Reading]]:
    """For each letter of a folded Latin word what it and the letters after it may stand for."""
    table = _latin_table()
    return [
        [
            reading
            for length in range(1, min(4, len(word) - start) + 1)
            for reading in table.get(word[start : start + length], ())
        ]
        or [Reading(1, letter)]
        for start, letter in enumerate(word)
    ]


def russian_key_readings(word: str) -> Sequence[Sequence[Reading]]:
    """For each letter of a folded Cyrillic word what it may stand for where Kazakh keys are missing."""
    table = _russian_keys()
    return [table.get(letter, [Reading(1, letter)]) for letter in word]


@cache
def latin_styles() -> Mapping[str, Mapping[str, str]]:
    """For each habit its Latin spelling of every folded Cyrillic letter."""
    header, *rows = _table("latin-styles")
    return {
        style: {row[0]: row[column].replace("-", "") for row in rows}
        for column, style in enumerate(header)
        if column
    }


@cache
def _latin_table() -> Mapping[str, list[Reading]]:
    return {
        row[0]: [_reading(row[0], each) for each in row[1].split()] for row in _table("latin-readings")[1:]
    }


def _reading(typed: str, described: str) -> Reading:
    letters, _, cost = described.partition("/")
    return Reading(len(typed), letters, float(cost or 0))


@cache
def _latin_keys() -> tuple[Mapping[str, str], re.Pattern[str]]:
    keys = {row[0]: row[2].replace("-", "") for row in _table("latin-readings")[1:] if len(row) > 2}
    longest_first = sorted(keys, key=len, reverse=True)
    return keys, re.compile("|".join(map(re.escape, longest_first)))


@cache
def _russian_keys() -> Mapping[str, list[Reading]]:
    table: dict[str, list[Reading]] = defaultdict(list)
    for letter in sorted(KAZAKH_LETTERS):
        typed = russify(letter)
        table[typed] = [*(table[typed] or [Reading(1, typed)]), Reading(1, letter)]
    return table


def _table(name: str) -> list[list[str]]:
    text = (resources.files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    return [line.split("\t") for line in text.splitlines() if not line.startswith("#")]
