"""How well the hits support an answer: measured evidence, and the chance that they hold it."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray

from qa_service.answering.figures.facets import COUNTRY, Cue, Facets, read_facets
from qa_service.answering.sentences import Sentence, stems_in
from qa_service.search.query import Concept, Query
from qa_service.search.search import Hit, SearchResult

LOOKED_AT = 3
"""Hits whose evidence counts."""

_FIGURE = re.compile(r"\d")
_QUANTITIES = frozenset({Cue.QUANTITY, Cue.COUNT, Cue.FIGURE, Cue.PERCENT, Cue.RATE, Cue.MONEY})

Evidence = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Calibration:
    """A logistic regression: `weights` by the name of the evidence, in units of its own size."""

    bias: float
    weights: Mapping[str, float]
    threshold: float

    def chance(self, evidence: Evidence) -> float:
        """The chance that the hits hold the answer, in (0, 1)."""
        total = self.bias + sum(weight * evidence[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-max(-50.0, min(50.0, total))))


def calibration_for(query: Query) -> Calibration:
    """That of the query's language; a language without one is judged like the one it is searched as."""
    known = _calibrations()
    return known.get(query.language) or known[query.searched_language]


@cache
def _calibrations() -> Mapping[str, Calibration]:
    """By language; fitted by benchmarks/calibration.py on tests/questions."""
    table = tomllib.loads(resources.files(__package__).joinpath("calibration.toml").read_text("utf-8"))
    return {language: Calibration(**found) for language, found in table.items()}


def evidence_of(result: SearchResult, sentences: Sequence[tuple[Sentence, ...]]) -> Evidence:
    """What speaks for and against the hits; `sentences` are those of the first hits, in their order.

    Raw signals of the best hits; shares of the question's concepts, rare ones weighing more, that one
    passage and one sentence speak of; and what was asked for and is not there: words that the corpus
    does not know, years, places, a figure.
    """
    hits = result.hits[:LOOKED_AT]
    asked = read_facets(result.query.searched, result.query.searched_language)
    held = _held_by_passages(result, hits)
    spoken = _held_by_sentences(result, sentences)
    rarity = result.rarity / max(float(result.rarity.sum()), 1e-9)
    best = spoken[int(np.argmax(spoken @ rarity))] if len(rarity) else np.zeros(0, np.bool_)
    return (
        _signals(hits)
        | {
            "margin": result.hits[0].score - result.hits[min(4, len(result.hits) - 1)].score,
            "concepts": log1p(len(rarity)),
            "passage_share": float((held @ rarity).max(initial=0.0)),
            "first_share": float(held[0] @ rarity),
            "sentence_share": float(best @ rarity),
            "rarest_missing": float((result.rarity * ~held.any(axis=0)).max(initial=0.0)),
            "unknown": 1.0 - float(result.known.mean()) if len(rarity) else 1.0,
        }
        | _missing(asked, hits)
    )


def _signals(hits: Sequence[Hit]) -> dict[str, float]:
    names = hits[0].signals
    return {f"{name}_best": max(hit.signals[name] for hit in hits) for name in names}


def _held_by_passages(result: SearchResult, hits: Sequence[Hit]) -> NDArray[np.bool_]:
    return np.array(
        [[_speaks(stems, concept) for concept in result.query.concepts] for stems in map(_stems, hits)]
    )


def _held_by_sentences(result: SearchResult, sentences: Sequence[tuple[Sentence, ...]]) -> NDArray[np.bool_]:
    rows = [sentence.stems for some in sentences for sentence in some]
    return np.array([[_speaks(stems, concept) for concept in result.query.concepts] for stems in rows])


def _stems(hit: Hit) -> frozenset[str]:
    own = stems_in(" ".join((*hit.passage.path, hit.passage.context, hit.passage.text)), hit.passage.language)
    if hit.counterpart is None:
        return own
    return own | stems_in(" ".join((*hit.counterpart.path, hit.counterpart.text)), hit.counterpart.language)


def _speaks(stems: frozenset[str], concept: Concept) -> bool:
    return any(name <= stems for name in concept.names)


def _missing(asked: Facets, hits: Sequence[Hit]) -> dict[str, float]:
    """Shares of the asked years, and places and figures, that the best hit or all hits do not have."""
    found = [read_facets(hit.passage.text, hit.passage.language) for hit in hits]
    years = years_of(asked)
    return {
        "years_missing": _share_missing(years, years_of(found[0])),
        "years_missing_everywhere": _share_missing(years, frozenset().union(*map(years_of, found))),
        "place_missing": float(any(not _names(names, found[:1]) for names in asked.places)),
        "place_missing_everywhere": float(any(not _names(names, found) for names in asked.places)),
        "figure_asked": float(bool(asked.cues & _QUANTITIES)),
        "figure_missing": float(bool(asked.cues & _QUANTITIES) and not _FIGURE.search(hits[0].passage.text)),
    }


def years_of(facets: Facets) -> frozenset[int]:
    """The first and last years of the periods that a text names."""
    return frozenset(year for period in facets.periods for year in (period.first, period.last))


def _names(places: Sequence[str], found: Sequence[Facets]) -> bool:
    return COUNTRY in places or any(set(places) & set(names) for facets in found for names in facets.places)


def _share_missing(asked: frozenset[int], found: frozenset[int]) -> float:
    return len(asked - found) / len(asked) if asked else 0.0
