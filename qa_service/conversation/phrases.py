"""The words by which people go on asking, in each language: what followup.toml lists."""

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from qa_service.answering.figures.tokens import tokenize

Phrase = tuple[str, ...]
COMMA = ","


@dataclass(frozen=True, slots=True)
class Phrases:
    """Phrases that mean the same, ready to be recognised in tokens."""

    known: frozenset[Phrase]
    longest: int

    def end(self, tokens: Sequence[str], start: int) -> int:
        """Where the longest phrase ends that begins at `start`; `start` itself where none does."""
        furthest = min(start + self.longest, len(tokens))
        fits = (end for end in range(furthest, start, -1) if tuple(tokens[start:end]) in self.known)
        return next(fits, start)

    def start(self, tokens: Sequence[str], end: int) -> int:
        """Where the longest phrase begins that ends at `end`; `end` itself where none does."""
        first = max(end - self.longest, 0)
        fits = (start for start in range(first, end) if tuple(tokens[start:end]) in self.known)
        return next(fits, end)

    def cover(self, tokens: Sequence[str]) -> bool:
        """Whether there is nothing but such phrases, one after the other."""
        said = [token for token in tokens if token.isalnum()]
        start = 0
        while start < len(said) and (end := self.end(said, start)) > start:
            start = end
        return bool(said) and start == len(said)


@dataclass(frozen=True, slots=True)
class Manner:
    """How questions go on in one language; followup.toml says what each is."""

    openers: Phrases
    closers: Phrases
    itself: Phrases
    stand_ins: Mapping[str, Phrases]
    asked: Phrases
    more: Phrases
    spoken: Mapping[str, Phrases]
    courtesies: Phrases
    before: frozenset[str]
    numbered: Mapping[str, tuple[str, ...]]
    countable: tuple[str, ...]
    inflected: tuple[str, ...]
    verbs: tuple[str, ...]
    called: Mapping[str, tuple[str, ...]]
    names: Mapping[str, str]
    added: Mapping[str, str]

    def opened(self, tokens: Sequence[str]) -> int:
        """Where the words end that open a follow-up, thanks and greetings before them included."""
        polite = 0
        while (end := self._polite(tokens, polite)) > polite:
            polite = end
        opened = self.openers.end(tokens, polite)
        return opened if opened > polite else 0

    def _polite(self, tokens: Sequence[str], start: int) -> int:
        end = self.courtesies.end(tokens, start)
        return end + 1 if end > start and tokens[end : end + 1] == (COMMA,) else end


STAND_INS = ("time", "place", "thing")
"""Longer phrases of the first hold words of the last."""


@cache
def manner_of(language: str) -> Manner:
    """KeyError for a language that followup.toml does not list."""
    listed = _listed()[language]
    return Manner(
        openers=_phrases(listed["openers"]),
        closers=_phrases(listed["closers"]),
        itself=_phrases(listed["itself"]),
        stand_ins={kind: _phrases(listed[kind]) for kind in STAND_INS},
        asked=_phrases(listed["asked"]),
        more=_phrases(listed["more"]),
        spoken={spoken: _phrases(said) for spoken, said in listed["spoken"].items()},
        courtesies=_phrases(listed["courtesies"]),
        before=frozenset(listed["before"]),
        numbered={kind: tuple(words) for kind, words in listed["numbered"].items()},
        countable=tuple(listed["countable"]),
        inflected=tuple(listed["inflected"]),
        verbs=tuple(listed["verbs"]),
        called={cue: tuple(words) for cue, words in listed.get("called", {}).items()},
        names=listed["names"],
        added=listed["added"],
    )


@cache
def languages() -> frozenset[str]:
    """The languages in which questions go on."""
    return frozenset(_listed())


@cache
def apart() -> frozenset[str]:
    """Words of any language that stand behind a number and a hyphen and are no ending of it."""
    return frozenset(word for listed in _listed().values() for word in listed.get("apart", ()))


@cache
def _listed() -> Mapping[str, Any]:
    file = resources.files(__package__) / "followup.toml"
    listed: Mapping[str, Any] = tomllib.loads(file.read_text("utf-8"))
    return listed


def _phrases(listed: Sequence[str]) -> Phrases:
    known = frozenset(tuple(tokenize(phrase)) for phrase in listed)
    return Phrases(known, max(map(len, known), default=0))
