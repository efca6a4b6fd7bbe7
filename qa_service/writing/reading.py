"""The stream of a model read into sentences, each as soon as it is whole."""

import re
from collections.abc import Iterable, Iterator

from qa_service.language.sentences import sentence_spans
from qa_service.writing.markup import has_foreign_markup, spoken, without_markup
from qa_service.writing.records import Draft, Reason

LONGEST = 1_000
"""Characters of a sentence; of a longer one each such stretch is struck out."""
MOST_CITED = 8
"""Places that one sentence may cite: a longer list is no citation any more."""

_NUMBERS = r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*"
_MARK = re.compile(rf"\s*[\[【]\s*\^?({_NUMBERS})\s*[\]】]")
_MARKS_AFTER_END = re.compile(rf"([.!?…]+[\"»”)]*)((?:\s*[\[【]\s*\^?{_NUMBERS}\s*[\]】])+)")
_RANGE = re.compile(r"(\d{1,3})\s?[–-]\s?(\d{1,3})")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_SPACES = re.compile(r"\s+")


def drafts(pieces: Iterable[str]) -> Iterator[Draft]:
    """The whole sentences of a stream, in their order; the last one once the stream has ended.

    Where `pieces` raises, the sentence that was not yet whole is lost: half of one may say the contrary.
    """
    held = ""
    for piece in spoken(pieces):
        held += piece
        *lines, held = held.split("\n")
        for line in lines:
            yield from _drafts(line)
        whole, held = _parted(held)
        yield from filter(says_something, map(_draft, whole))
        if len(held) > LONGEST:
            yield Draft(without_markup(held[:LONGEST]), fault=Reason.TOO_LONG)
            held = ""
    yield from _drafts(held)


def says_something(draft: Draft) -> bool:
    """Whether there is a word or a figure in a draft at all."""
    return bool(_LETTER_OR_DIGIT.search(draft.text))


def _drafts(line: str) -> Iterator[Draft]:
    whole, rest = _parted(line)
    yield from filter(says_something, map(_draft, (*whole, rest)))


def _parted(line: str) -> tuple[list[str], str]:
    """The sentences after which another has begun, and the last one as it stands, for it may go on.

    A citation after a full stop belongs to the sentence before it.
    """
    text = _MARKS_AFTER_END.sub(r"\2\1", line)
    *whole, last = sentence_spans(text) or [(0, 0)]
    return [text[start:end] for start, end in whole], text[last[0] :]


def _draft(sentence: str) -> Draft:
    text = _SPACES.sub(" ", without_markup(_MARK.sub("", sentence)))
    numbers = tuple(dict.fromkeys(_cited(sentence)))
    if len(text) > LONGEST or len(numbers) > MOST_CITED:
        return Draft(text[:LONGEST], numbers[:MOST_CITED], Reason.TOO_LONG)
    return Draft(text, numbers, Reason.MARKUP if has_foreign_markup(sentence) else None)


def _cited(sentence: str) -> Iterator[int]:
    for match in _MARK.finditer(sentence):
        for first, last in _RANGE.findall(match[1]):
            yield from range(int(first), min(int(last), int(first) + MOST_CITED) + 1)
        yield from map(int, re.findall(r"\d+", _RANGE.sub(" ", match[1])))
