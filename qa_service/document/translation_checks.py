"""Whether a working translation keeps what can be counted: figures, months, law and article numbers, quoted
names, sentences and length."""

import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from importlib import resources
from pathlib import Path

from qa_service.document.exceptions import Difference, read_exceptions, require_no_others
from qa_service.document.grammar import grammar_of
from qa_service.document.manifest import EditionEntry
from qa_service.document.quotations import read_names
from qa_service.document.records import Edition, Pair
from qa_service.language.sentences import sentence_spans

Check = Callable[[str, str], str]
"""From an official text and its translation to what differs, "" where nothing does."""

Count = Callable[[str], Counter[str]]

SHORTEST, LONGEST = 0.8, 1.25
"""Characters of a translation for each of the text, with SLACK characters more or less for short texts."""

SLACK = 12

FIGURE = re.compile(r"\d+")
LAW_NUMBER = re.compile(r"№\s*(\d+(?:[-/]\d+)*(?:-[IVXІХ]+\b)?)")
ROMAN = str.maketrans("ІХ", "IX")


def check_translation(
    root: Path, entry: EditionEntry, official: Edition, edition: Edition, pairs: Sequence[Pair]
) -> None:
    """Raises CorpusUnreadable for the first pair whose texts differ in what a check counts, unless a person
    accepted the difference, and for an accepted difference that is there no more."""
    checks = _checks(root, entry, official.language)
    found = {
        difference
        for line, text, translation in _texts(official, edition, pairs)
        for difference in _differences(checks, line, text, translation)
    }
    accepted = read_exceptions(root, entry.exceptions) if entry.exceptions else frozenset()
    require_no_others(found, accepted, root / entry.file)


def _texts(official: Edition, edition: Edition, pairs: Sequence[Pair]) -> Iterator[tuple[int, str, str]]:
    """Of every pair the first official line, the official text and its translation."""
    passages = {passage.id: passage for part in (official, edition) for passage in part.passages}
    for pair in pairs:
        text, translation = (
            " ".join(passages[name].text for name in side) for side in (pair.official, pair.other)
        )
        yield passages[pair.official[0]].lines[0], text, translation


def _checks(root: Path, entry: EditionEntry, official: str) -> Mapping[str, Check]:
    checks: dict[str, Check] = {
        "figures": _compared(_figures, _figures),
        "law numbers": _compared(_law_numbers, _law_numbers),
        "sentences": _sentences,
        "length": _length,
    }
    if grammar_of(official).article and grammar_of(entry.language).article:
        checks["articles"] = _compared(_articles(official), _articles(entry.language))
    if official in _months() and entry.language in _months():
        checks["months"] = _compared(_named_months(official), _named_months(entry.language))
    if entry.names:
        checks["quotations"] = read_names(root, entry.names, official, entry.language).unmatched
    return checks


def _differences(checks: Mapping[str, Check], line: int, text: str, translation: str) -> Iterator[Difference]:
    for name, check in checks.items():
        if found := check(text, translation):
            yield Difference(line, name, found)


def _compared(count: Count, count_other: Count) -> Check:
    def check(text: str, translation: str) -> str:
        left, right = count(text), count_other(translation)
        return "" if left == right else f"{_listed(left - right)} ≠ {_listed(right - left)}"

    return check


def _listed(counted: Counter[str]) -> str:
    return ", ".join(sorted(counted.elements())) or "-"


def _figures(text: str) -> Counter[str]:
    return Counter(FIGURE.findall(text))


def _law_numbers(text: str) -> Counter[str]:
    return Counter(number.translate(ROMAN) for number in LAW_NUMBER.findall(text))


def _articles(language: str) -> Count:
    return lambda text: Counter(grammar_of(language).articles_named(text))


def _named_months(language: str) -> Count:
    patterns = _months()[language]
    return lambda text: Counter(
        {f"month {month}": len(found) for month, pattern in patterns if (found := pattern.findall(text))}
    )


@cache
def _months() -> Mapping[str, Sequence[tuple[int, re.Pattern[str]]]]:
    text = resources.files(__package__).joinpath("translation_checks.toml").read_text(encoding="utf-8")
    return {
        language: [
            (month, re.compile(rf"\b(?:{name})\b", re.IGNORECASE))
            for month, name in enumerate(words["months"], start=1)
        ]
        for language, words in tomllib.loads(text).items()
    }


def _sentences(text: str, translation: str) -> str:
    left, right = len(sentence_spans(text)), len(sentence_spans(translation))
    return "" if left == right else f"{left} ≠ {right}"


def _length(text: str, translation: str) -> str:
    least, most = SHORTEST * len(text) - SLACK, LONGEST * len(text) + SLACK
    return "" if least <= len(translation) <= most else f"{len(text)} ≠ {len(translation)} characters"
