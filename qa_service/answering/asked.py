"""What kind of answer a question asks for, and which questions beside a passage ask for the same."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from qa_service.answering.figures.lexicon import read_lexicon
from qa_service.answering.figures.tokens import tokenize
from qa_service.answering.sentences import stems_in
from qa_service.search.query import Query
from qa_service.search.search import Hit

WHETHER = "yes or no"


def kinds_of(question: str, language: str) -> frozenset[str]:
    """The kinds of answer, as `figures/data/asked.tsv` names them; none where only a subject is named."""
    matches = read_lexicon("asked").find(tokenize(question), language)
    return frozenset(kind for match in matches for kind in match.meanings)


def stems_asked_alike(query: Query, hit: Hit) -> frozenset[str]:
    """The stems of the questions beside a passage, in either edition, that ask for what the query asks for,
    and the numbers of the passage: whoever asks whether it is 98 asks what another asks by "how many".

    A query that names no kind of answer may ask for any; one that asks whether something is so, too.
    """
    kinds = kinds_of(query.searched, query.searched_language)
    any_kind = not kinds or WHETHER in kinds
    alike = (asked.stems for asked in _beside(hit) if any_kind or kinds & asked.kinds)
    numbers = filter(str.isdigit, stems_in(hit.passage.text, hit.passage.language))
    return frozenset(numbers).union(*alike)


@dataclass(frozen=True, slots=True)
class _Asked:
    kinds: frozenset[str]
    stems: frozenset[str]


def _beside(hit: Hit) -> Iterator[_Asked]:
    for passage in filter(None, (hit.passage, hit.counterpart)):
        for question in passage.questions:
            yield _read(question, passage.language)


@lru_cache(maxsize=16_384)
def _read(question: str, language: str) -> _Asked:
    """The same few thousand questions come up in answer after answer."""
    return _Asked(kinds_of(question, language), stems_in(question, language))
