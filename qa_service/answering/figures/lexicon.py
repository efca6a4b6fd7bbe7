"""Phrases with a meaning, recognised in any of their forms: what the data files beside this module list."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib import resources

from qa_service.answering.figures.tokens import tokenize

JOINER = "-"
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class Match:
    """Tokens [start, end) carry these meanings; a name of two places has two."""

    start: int
    end: int
    meanings: tuple[str, ...]


@dataclass(slots=True)
class _Node:
    """The words that may follow, and what the phrase means that ends here."""

    following: dict[str, "_Node"] = field(default_factory=dict)
    meanings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Phrases by language; a word of a phrase that ends in "*" fits every word that begins so."""

    _roots: Mapping[str, _Node]

    def find(self, tokens: Sequence[str], language: str) -> tuple[Match, ...]:
        """The longest phrase from each token on, none overlapping.

        The phrases of the other language count too, in the very form that is listed.
        """
        roots = sorted(self._roots, key=lambda name: name != language)
        found: list[Match] = []
        start = 0
        while start < len(tokens):
            ends = (
                max(_ends(self._roots[each], tokens, start, each == language), default=None) for each in roots
            )
            end = next(filter(None, ends), None)
            if end:
                found.append(Match(start, *end))
            start = end[0] if end else start + 1
        return tuple(found)


def _ends(
    node: _Node, tokens: Sequence[str], start: int, in_any_form: bool
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where phrases that begin at `start` end, and what they mean; joiners within them are passed over."""
    if node.meanings:
        yield start, node.meanings
    if start == len(tokens):
        return
    if tokens[start] == JOINER:
        if start + 1 < len(tokens) and not node.meanings:
            yield from _ends(node, tokens, start + 1, in_any_form)
        return
    for key in _keys(tokens[start]) if in_any_form else tokens[start : start + 1]:
        if key in node.following:
            yield from _ends(node.following[key], tokens, start + 1, in_any_form)


def _keys(token: str) -> list[str]:
    return [token, *(f"{token[:length]}*" for length in range(len(token), _SHORTEST - 1, -1))]


@cache
def read_lexicon(name: str) -> Lexicon:
    """The lexicon of `data/<name>.tsv`; the file's first lines explain its format."""
    text = (resources.files(__package__) / "data" / f"{name}.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    (*languages, _), *listed = rows
    roots = {language: _Node() for language in languages}
    for *cells, meaning in listed:
        for language, cell in zip(languages, cells, strict=True):
            for phrase in filter(None, cell.split("|")):
                _add(roots[language], phrase, meaning)
    return Lexicon(roots)


def _add(node: _Node, phrase: str, meaning: str) -> None:
    for word in phrase.split():
        stem, star = word.rstrip("*"), word.endswith("*")
        for token in filter(JOINER.__ne__, tokenize(stem)):
            last = star and stem.lower().endswith(token)
            node = node.following.setdefault(f"{token}*" if last else token, _Node())
    node.meanings = (*node.meanings, meaning)
