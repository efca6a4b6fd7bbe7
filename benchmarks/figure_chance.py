"""Fits the chance that the finder's cell is the one asked for, by the finder and by the hits together.

    python -m benchmarks.figure_chance

Prints the bias and the weights of `qa_service/answering/decision.py` as JSON, with what they do to the
questions of tests/questions: cross-validated, so that each question is judged by a fit on others.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold, cross_val_predict

from benchmarks.calibration import evidence, searched
from benchmarks.figures import ROOT, Case, asked, read_finder
from qa_service.answering.answer import backing_of
from qa_service.answering.decision import LIKELY_FIGURE, figure_evidence
from qa_service.answering.figures.outcome import Found
from qa_service.answering.figures.wording import LIKELY
from qa_service.answering.support import calibration_for
from qa_service.assembly import open_service
from qa_service.service import Service
from qa_service.settings import read_settings

FOLDS, STRENGTH = 10, 1.0

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Judged:
    """A question of a set for which the finder has a cell, and what speaks for the cell."""

    set: str
    case: Case
    evidence: tuple[float, ...]


def judged(service: Service) -> Iterator[Judged]:
    finder = read_finder(ROOT / "corpus")
    for name, cases in asked(finder, ROOT / "tests/questions"):
        for each in cases:
            result = searched(service, each.question["question"][each.language])
            if result is None or not isinstance(each.outcome, Found):
                continue
            chance = calibration_for(result.query).chance(evidence(service, result))
            backing = backing_of(each.outcome.spot, result.hits)
            yield Judged(name, each, figure_evidence(each.outcome.certainty, backing, chance))


def counted(cases: Sequence[Judged], chances: Floats) -> dict[str, dict[str, int]]:
    """By set: cells that answer, those of them that are wrong, and the wrong ones without a mark."""
    report: dict[str, dict[str, int]] = {}
    for name in dict.fromkeys(each.set for each in cases):
        of_set = [
            (each.case.right, chance) for each, chance in zip(cases, chances, strict=True) if each.set == name
        ]
        wrong = [chance for right, chance in of_set if not right]
        report[name] = {
            "answered": at_least(LIKELY_FIGURE, [chance for _, chance in of_set]),
            "wrong": at_least(LIKELY_FIGURE, wrong),
            "wrong and unmarked": at_least(LIKELY, wrong),
        }
    return report


def at_least(bound: float, chances: Sequence[float]) -> int:
    return sum(1 for chance in chances if chance >= bound)


def main() -> None:
    cases = list(judged(open_service(read_settings())))
    rows = np.array([each.evidence for each in cases])
    right = np.array([each.case.right for each in cases])
    groups = [each.case.question["id"] for each in cases]
    model = LogisticRegression(C=STRENGTH, max_iter=5000)
    chances = cross_val_predict(
        model, rows, right, groups=groups, cv=GroupKFold(FOLDS), method="predict_proba"
    )[:, 1]
    fitted = model.fit(rows, right)
    report = {
        "bias": round(float(fitted.intercept_[0]), 2),
        "weights": [round(float(weight), 2) for weight in fitted.coef_[0]],
        "cross-validated": counted(cases, chances),
    }
    sys.stdout.write(json.dumps(report, indent=1) + "\n")


if __name__ == "__main__":
    main()
