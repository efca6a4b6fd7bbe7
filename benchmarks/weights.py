"""Fits what each signal of ranking counts: prints weights.toml and how well the questions are found.

    QA_INDEX=index python -m benchmarks.weights > weights.toml

The fit is a listwise softmax (Cao et al., ICML 2007) over the shortlist of every question of
tests/questions: the likelihood that a unit drawn by its score holds the evidence, with a ridge on the
weights. The shortlist is made with the weights in use, so new signals take two rounds. The figures on
the error stream are cross-validated: each fifth of the questions is judged by a fit on the others.
"""

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from benchmarks.parts import Parts
from qa_service.evaluation.comparison import holds_quote
from qa_service.evaluation.metrics import first_rank, success_at
from qa_service.evaluation.question_files import read_questions
from qa_service.language.terms import LANGUAGES
from qa_service.search.aspects import aspects_of
from qa_service.search.fusion import Scores, best_first, standardise, weighted_sum
from qa_service.search.query import Query
from qa_service.search.search import SHORTLIST, Searcher
from qa_service.search.signals import broad_signals, close_signals
from qa_service.search.weights import weights_for
from qa_service.settings import read_settings

QUESTIONS = Path("tests/questions")
RIDGE = 0.03
FOLDS = 5
LEAST = 0.01
"""Smaller weights are left out, and negative ones: no signal speaks against a passage."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A question's shortlist: standardised signals, and which of its units hold the evidence."""

    broad: Mapping[str, Scores]
    close: Mapping[str, Scores]
    relevant: NDArray[np.bool_]

    @property
    def values(self) -> Floats:
        """(units, signals), the broad ones first."""
        return np.stack([*self.broad.values(), *self.close.values()], axis=1).astype(np.float64)


def main() -> None:
    parts = Parts.open(read_settings())
    reader = parts.reader()
    searcher = parts.searcher(reader)
    questions = read_questions(QUESTIONS).text
    sys.stdout.write(
        "# What each signal of ranking counts; made by benchmarks/weights.py from tests/questions.\n"
    )
    for language in LANGUAGES:
        asked = [(reader.read(each.question[language]), each.evidence) for each in questions]
        cases = [case(parts, searcher, query, evidence) for query, evidence in asked]
        sys.stderr.write(f"{language}: S@1, S@5 {judged(cases)}\n")
        sys.stdout.write("\n".join(toml(language, cases[0], fitted(cases))) + "\n")


def case(parts: Parts, searcher: Searcher, query: Query, evidence: Sequence[str]) -> Case:
    """The signals as the search has them."""
    units, encoded = searcher.units, parts.encoder.encode_queries([query.restored])
    aspects = aspects_of(parts.snapshot, units, query.concepts)
    broad = standardised(broad_signals(parts.snapshot, units, query, encoded, aspects))
    shortlist = best_first(weighted_sum(broad, weights_for(query.language).broad), SHORTLIST)
    close = standardised(close_signals(parts.snapshot, units, query, encoded, shortlist))
    relevant = [holds(searcher, unit, evidence) for unit in shortlist.tolist()]
    return Case({name: scores[shortlist] for name, scores in broad.items()}, close, np.array(relevant))


def standardised(signals: Mapping[str, Scores]) -> dict[str, Scores]:
    return {name: standardise(raw) for name, raw in signals.items()}


def holds(searcher: Searcher, unit: int, evidence: Sequence[str]) -> bool:
    """Whether the unit's passage of any edition holds one of the quotes."""
    places = [int(positions[unit]) for positions in searcher.units.members.values()]
    return any(
        holds_quote(searcher.snapshot.passages[place].text, evidence) for place in places if place >= 0
    )


def fitted(cases: Sequence[Case]) -> Floats:
    """Weights in the order of `Case.values`; cases without a relevant unit teach nothing."""
    lists = [(each.values, each.relevant) for each in cases if each.relevant.any()]

    def loss(weights: Floats) -> tuple[float, Floats]:
        value, slope = RIDGE * float(weights @ weights), 2 * RIDGE * weights
        for values, relevant in lists:
            chances = np.exp(values @ weights - (values @ weights).max())
            chances /= chances.sum()
            found = chances * relevant
            value -= float(np.log(found.sum())) / len(lists)
            slope = slope + values.T @ (chances - found / found.sum()) / len(lists)
        return value, slope

    start = np.zeros(lists[0][0].shape[1])
    return np.asarray(minimize(loss, start, jac=True, method="L-BFGS-B").x)


def judged(cases: Sequence[Case]) -> tuple[float, float]:
    """S@1 and S@5, every question ranked by a fit on the folds that it is not in."""
    ranks: list[int | None] = []
    for fold in range(FOLDS):
        weights = fitted([each for place, each in enumerate(cases) if place % FOLDS != fold])
        for each in cases[fold::FOLDS]:
            order = np.argsort(-(each.values @ weights), kind="stable")
            ranks.append(first_rank(each.relevant[order].tolist()))
    return round(success_at(ranks, 1), 3), round(success_at(ranks, 5), 3)


def toml(language: str, one: Case, weights: Floats) -> Iterator[str]:
    values = dict(zip([*one.broad, *one.close], weights.tolist(), strict=True))
    for part, names in (("broad", one.broad), ("close", one.close)):
        yield f"\n[{language}.{part}]"
        yield from (f"{name} = {values[name]:.2f}" for name in names if values[name] >= LEAST)


if __name__ == "__main__":
    main()
