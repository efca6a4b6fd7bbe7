"""What an issue asks, demand by demand: a sentence of a list of issues often holds several."""

from collections.abc import Iterator
from dataclasses import dataclass

from qa_service.language.sentences import sentence_spans
from qa_service.sheets.grammar import Manner, Patterns, grammar
from qa_service.sheets.records import Issue

MOST_DEMANDS = 8
"""Demands of one issue that are asked; lists of issues have one to five."""
FEWEST_WORDS = 4
"""A demand of fewer words is not split off, or says too little without what it belongs to."""
LONGEST_READ = 8_000
"""Characters of an issue in which demands are looked for."""
LONGEST = 600
"""Characters of a question; more would blur what is looked for."""

_EDGES = " ,;:."


def questions(issue: Issue, language: str) -> tuple[str, ...]:
    """The questions to ask for an issue, at least one: each demand without the manner of asking, a
    sub-question together with what its paragraph speaks of."""
    text, lead = issue.text[:LONGEST_READ], issue.lead[:LONGEST_READ]
    topic = next(iter(demands(lead, language)), "")
    found = demands(text, language) or (text,)
    if topic and len(issue.text.split()) < 2 * FEWEST_WORDS:
        found = tuple(f"{topic}: {demand}" for demand in found)
    return tuple(_shortened(demand) for demand in found[:MOST_DEMANDS])


def demands(text: str, language: str) -> tuple[str, ...]:
    """The demands of a text in their order; none where it only opens a list.

    >>> demands("Please describe the new law, and indicate how many judges were trained in it.", "en")
    ('the new law', 'how many judges were trained in it')
    """
    manner = grammar().manner(language)
    bare = _without(manner.references, text)
    sentences = [
        [_Demand.of(piece, manner) for piece in _pieces(bare[start:end], manner)]
        for start, end in sentence_spans(bare)
    ]
    asking = [demands for demands in sentences if any(demand.asks for demand in demands)]
    found = (demand.text for demands in asking or sentences for demand in demands)
    return tuple(dict.fromkeys(demand for demand in found if any(map(str.isalpha, demand))))


@dataclass(frozen=True, slots=True)
class _Demand:
    """`text` without the manner of asking; `asks` is false for what may only explain another sentence."""

    text: str
    asks: bool

    @classmethod
    def of(cls, piece: str, manner: Manner) -> "_Demand":
        text = _bare(piece, manner)
        return cls(text, "?" in piece or text != piece.strip(_EDGES))


def _pieces(sentence: str, manner: Manner) -> Iterator[str]:
    """The sentence split where a new demand begins; a short rest stays with what stands before it."""
    start = 0
    for cut in sorted(match.span() for pattern in manner.splits for match in pattern.finditer(sentence)):
        rest = sentence[cut[1] :]
        if min(len(sentence[start : cut[0]].split()), len(rest.split())) >= FEWEST_WORDS:
            yield sentence[start : cut[0]]
            start = cut[1]
    yield sentence[start:]


def _bare(piece: str, manner: Manner) -> str:
    """A piece without manners of asking around it."""
    before = None
    while piece != before:
        before = piece
        for pattern in (*manner.openings, *manner.closings):
            piece = pattern.sub("", piece).strip(_EDGES)
    return piece


def _without(patterns: Patterns, text: str) -> str:
    for pattern in patterns:
        text = pattern.sub(" ", text)
    return " ".join(text.split())


def _shortened(question: str) -> str:
    return question if len(question) <= LONGEST else question[:LONGEST].rpartition(" ")[0]
