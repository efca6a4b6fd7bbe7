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

from qa_service.answering.asked import stems_asked_alike
from qa_service.answering.figures.facets import COUNTRY, Cue, Facets, read_facets
from qa_service.answering.sentences import Sentence
from qa_service.language.alphabet import fold
from qa_service.search.query import Query
from qa_service.search.search import Hit, SearchResult

LOOKED_AT = 3
"""Hits whose signals and sentences count."""

COMPARED = 10
NEXT = 4
"""Of so many hits the closest question is compared with the one that comes so many places after it."""

MOST_WORDS = 20
"""A question of more different words is weighed like one of so many: those that were fitted have no more."""

_FIGURE = re.compile(r"\d")
_WITHIN_A_SENTENCE = re.compile(r"(?<=[\w,;:–-] )[^\W\d_]+")
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

    Raw signals of the best hits; what one sentence, and the questions beside the first passage that ask
    for the same kind of answer, share with the question; and what was asked for and is not there: words,
    years, places, a figure.
    """
    asked = read_facets(result.query.searched, result.query.searched_language)
    alike = stems_asked_alike(result.query, result.hits[0])
    return (
        _signals(result.hits[:LOOKED_AT])
        | {
            "words": log1p(min(len({each.word for each in result.query.concepts}), MOST_WORDS)),
            "sentence_share": max(_share(each.stems, result) for some in sentences for each in some),
            "asked_share": _share(alike, result),
            "question_margin": _question_margin(result.hits[:COMPARED]),
            "rarest_missing": _rarest_missing(result),
            "name_missing": float(_name_missing(result)),
        }
        | _missing(asked, result.hits[:LOOKED_AT])
    )


def _signals(hits: Sequence[Hit]) -> dict[str, float]:
    names = hits[0].signals
    return {f"{name}_best": max(hit.signals[name] for hit in hits) for name in names}


def _share(stems: frozenset[str], result: SearchResult) -> float:
    """The share of the question's concepts, rare ones weighing more, that the stems speak of by any name."""
    spoken = [any(name <= stems for name in concept.names) for concept in result.query.concepts]
    return float(result.rarity @ np.array(spoken, np.float32)) / max(float(result.rarity.sum()), 1e-9)


def _question_margin(hits: Sequence[Hit]) -> float:
    """How much closer the closest question is than the next ones: one like many is like none of them."""
    closest = sorted((hit.signals["question"] for hit in hits), reverse=True)
    return closest[0] - closest[: NEXT + 1][-1]


def _rarest_missing(result: SearchResult) -> float:
    """The rarity of the rarest concept of which none of the first passages speaks."""
    return float((result.rarity * ~_held(result)).max(initial=0.0))


def _name_missing(result: SearchResult) -> bool:
    """Whether none of the first passages speaks of a name: a word with a capital within a sentence."""
    words = _WITHIN_A_SENTENCE.findall(result.query.searched)
    names = {fold(word) for word in words if word[0].isupper()}
    concepts = zip(result.query.concepts, _held(result), strict=True)
    return any(not held and fold(concept.word) in names for concept, held in concepts)


def _held(result: SearchResult) -> NDArray[np.bool_]:
    """For each concept whether one of the first passages speaks of it."""
    return np.asarray(result.held[:, :LOOKED_AT].any(axis=1))


def _missing(asked: Facets, hits: Sequence[Hit]) -> dict[str, float]:
    """The share of the asked years, and whether a place, that the first passage or all do not have;
    whether the first has no figure where one is asked for."""
    found = [read_facets(hit.passage.text, hit.passage.language) for hit in hits]
    figure_asked = bool(asked.cues & _QUANTITIES)
    return {
        "years_missing": _share_missing(years_of(asked), years_of(found[0])),
        "years_missing_everywhere": _share_missing(years_of(asked), frozenset().union(*map(years_of, found))),
        "place_missing": float(any(not _names(names, found[:1]) for names in asked.places)),
        "place_missing_everywhere": float(any(not _names(names, found) for names in asked.places)),
        "figure_asked": float(figure_asked),
        "figure_missing": float(figure_asked and not _FIGURE.search(hits[0].passage.text)),
    }


def years_of(facets: Facets) -> frozenset[int]:
    """The first and last years of the periods that a text names."""
    return frozenset(year for period in facets.periods for year in (period.first, period.last))


def _names(places: Sequence[str], found: Sequence[Facets]) -> bool:
    return COUNTRY in places or any(set(places) & set(names) for each in found for names in each.places)


def _share_missing(asked: frozenset[int], found: frozenset[int]) -> float:
    return len(asked - found) / len(asked) if asked else 0.0
