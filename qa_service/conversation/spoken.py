"""The language of a follow-up, whose few words hardly tell one."""

from collections.abc import Sequence

from qa_service.answering.figures.lexicon import read_lexicon
from qa_service.conversation.phrases import languages, manner_of
from qa_service.conversation.words import split
from qa_service.search.query import Query

_FEW = 3
"""Words by which no language is known for sure."""


def spoken_in(query: Query, before: str | None) -> str:
    """The language of a follow-up. Few words tell none: one goes by the marker that they begin or end
    with, and names and figures by the language of the question `before`."""
    if before is None:
        return query.language
    tokens = split(query.restored).tokens
    named = read_lexicon("places").find(tokens, before)
    names = {index for match in named for index in range(match.start, match.end)}
    said = [token for index, token in enumerate(tokens) if index not in names and token.isalpha()]
    if not said:
        return before
    marked = [each for each in languages() if _is_marked(tokens, each)] if len(said) <= _FEW else []
    return marked[0] if len(marked) == 1 else query.language


def _is_marked(tokens: Sequence[str], language: str) -> bool:
    manner = manner_of(language)
    return manner.opened(tokens) > 0 or manner.closers.start(tokens, len(tokens)) < len(tokens)
