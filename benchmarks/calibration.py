"""Fits the chance that the hits hold an answer: prints calibration.toml and how well it parts the questions.

    python benchmarks/calibration.py > qa_service/answering/calibration.toml

Questions of tests/questions that the report answers are parted from those that it does not. Answerable
ones with their passage kept from the hits were tried as further cases and parted the real ones worse.
The figures printed to the error stream are cross-validated: each fifth is judged by a fit on the rest.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

from qa_service.answering.sentences import scored_sentences
from qa_service.answering.support import LOOKED_AT, Evidence, evidence_of
from qa_service.assembly import open_service
from qa_service.errors import QueryInvalid
from qa_service.evaluation.question_files import read_questions
from qa_service.search.search import SearchResult
from qa_service.service import Service
from qa_service.settings import read_settings

QUESTIONS = Path("tests/questions")
LANGUAGES = ("kk", "ru", "en")
FOLDS = 5
STRENGTH = 0.3
ANSWERED = 0.95
"""Share of the answerable questions that must stay answered."""

Floats = NDArray[np.float64]


@dataclass(frozen=True)
class Case:
    """A question with its evidence."""

    question: str
    evidence: Evidence
    answerable: bool


def cases(service: Service, language: str) -> Iterator[Case]:
    """Every question in one language."""
    sets = read_questions(QUESTIONS)
    english = in_english()
    for asked in sets.text:
        result = searched(service, asked.question.get(language) or english.get(asked.id, ""))
        if result is None:
            continue
        yield Case(asked.id, evidence(service, result), True)
    for refused in sets.unanswerable:
        result = searched(service, refused.question.get(language) or english.get(refused.id, ""))
        if result is not None:
            yield Case(refused.id, evidence(service, result), False)


def in_english() -> dict[str, str]:
    """Some of the questions in English, by id."""
    lines = (QUESTIONS / "english.jsonl").read_text(encoding="utf-8").splitlines()
    return {found["id"]: found["question"] for found in map(json.loads, lines)}


def searched(service: Service, question: str) -> SearchResult | None:
    try:
        return service.search(question, 10)
    except QueryInvalid:
        return None


def evidence(service: Service, result: SearchResult) -> Evidence:
    sentences = [scored_sentences(service.snapshot, result, hit) for hit in result.hits[:LOOKED_AT]]
    return evidence_of(result, sentences)


def judged(rows: Floats, labels: NDArray[np.bool_], folds: NDArray[np.int64]) -> Floats:
    """The chance of each case by a fit on the other folds."""
    chances = np.zeros(len(labels))
    for fold in range(FOLDS):
        rest = folds != fold
        chances[~rest] = fitted(rows[rest], labels[rest]).predict_proba(rows[~rest])[:, 1]
    return chances


def fitted(rows: Floats, labels: NDArray[np.bool_]) -> Any:
    return LogisticRegression(C=STRENGTH, max_iter=5000).fit(rows, labels)


def calibrated(language: str, found: Sequence[Case]) -> str:
    """The table of one language for calibration.toml."""
    names = sorted(found[0].evidence)
    raw = np.array([[case.evidence[name] for name in names] for case in found])
    spread = np.maximum(raw.std(axis=0), 1e-9)
    rows = (raw - raw.mean(axis=0)) / spread
    labels = np.array([case.answerable for case in found])
    ids = sorted({case.question for case in found})
    folds = np.array([ids.index(case.question) % FOLDS for case in found])
    chances = judged(rows, labels, folds)
    threshold = float(np.quantile(chances[labels], 1 - ANSWERED))
    print(
        f"{language}: {labels.sum()} answerable, {(~labels).sum()} not; threshold {threshold:.3f}, answered "
        f"{(chances[labels] >= threshold).mean():.3f}, refused {(chances[~labels] < threshold).mean():.3f}",
        file=sys.stderr,
    )
    model = fitted(rows, labels)
    scaled = model.coef_[0] / spread
    bias = float(model.intercept_[0] - scaled @ raw.mean(axis=0))
    lines = [f"{name} = {weight:.4f}" for name, weight in zip(names, scaled, strict=True)]
    head = [
        f"[{language}]",
        f"bias = {bias:.4f}",
        f"threshold = {threshold:.3f}",
        "",
        f"[{language}.weights]",
    ]
    return "\n".join([*head, *lines, ""])


def main() -> None:
    service = open_service(read_settings())
    print(
        "# The chance that the hits hold an answer; made by benchmarks/calibration.py from tests/questions.\n"
    )
    for language in LANGUAGES:
        print(calibrated(language, list(cases(service, language))))


if __name__ == "__main__":
    main()
