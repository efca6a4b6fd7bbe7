"""What the report says: every mention in its sentences and tables, each with what it is said of."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Mention, Place, Years
from qa_service.checking.surroundings import around
from qa_service.document.records import Edition, Kind, Lines, Passage, Status
from qa_service.language.sentences import sentence_spans


@dataclass(frozen=True, slots=True, eq=False)
class Setting:
    """The words that facts of one sentence or one cell share.

    `subject` are those of the sentence, or of the table's title, row and column; `wide` those of the
    passage and the headings above it. `years` are all that may be meant.
    """

    language: str
    subject: tuple[str, ...]
    wide: tuple[str, ...] = ()
    years: Years = frozenset()


@dataclass(frozen=True, slots=True, eq=False)
class Fact:
    """A mention in the report; `printed` is how it is written there.

    `near` are the words that tell it from others of its setting: those around it, or the names of its
    row and column.
    """

    mention: Mention
    printed: str
    setting: Setting
    place: Place
    near: tuple[str, ...]


def body_facts(edition: Edition) -> Iterator[Fact]:
    """The facts of everything but tables."""
    for passage in edition.passages:
        if passage.kind not in (Kind.TABLE, Kind.ROW):
            yield from _passage_facts(passage)


def _passage_facts(passage: Passage) -> Iterator[Fact]:
    wide = (*passage.path, passage.context, passage.text)
    earlier: Years = frozenset()
    for start, end in sentence_spans(passage.text):
        sentence = read_sentence(passage.text[start:end], passage.language)
        earlier = sentence.years or earlier
        setting = Setting(passage.language, (sentence.text,), wide, earlier)
        for mention in sentence.mentions:
            first, last = mention.span
            place = Place(passage, official_lines(passage), (start + first, start + last))
            yield Fact(
                mention, sentence.text[first:last], setting, place, (around(sentence.text, mention.span),)
            )


def official_lines(passage: Passage) -> Lines:
    """The lines of the official text that a passage stands on or renders."""
    return (passage.source_lines or passage.lines) if passage.status is Status.WORKING else passage.lines
