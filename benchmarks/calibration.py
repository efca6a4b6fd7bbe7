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
from qa_service.service import HITS_READ, Service
from qa_service.settings import read_settings

QUESTIONS = Path("tests/questions")
LANGUAGES = ("kk", "ru", "en")
FOLDS, REPEATS = 5, 5
"""One parting of so few questions into folds moves the figures by a point; several are averaged."""
STRENGTH = 0.3
THRESHOLD = 0.5
"""Where an answer is likelier than none. Thresholds fitted to these questions did not hold for others."""

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
    """None for what is refused without weighing anything."""
    try:
        result = service.search(question, HITS_READ)
    except QueryInvalid:
        return None
    return result if result.query.concepts else None


def evidence(service: Service, result: SearchResult) -> Evidence:
    sentences = [scored_sentences(service.snapshot, result, hit) for hit in result.hits[:LOOKED_AT]]
    return evidence_of(result, sentences)


def judged(rows: Floats, labels: NDArray[np.bool_], ids: Sequence[str]) -> Floats:
    """(REPEATS, cases): the chance of each case by fits on the other folds; a question is in one fold."""
    names = sorted(set(ids))
    chances = np.zeros((REPEATS, len(labels)))
    for repeat, of_repeat in enumerate(chances):
        places = np.random.default_rng(repeat).permutation(len(names)) % FOLDS
        folds = places[[names.index(each) for each in ids]]
        for fold in range(FOLDS):
            rest = folds != fold
            of_repeat[~rest] = fitted(rows[rest], labels[rest]).predict_proba(rows[~rest])[:, 1]
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
    chances = judged(rows, labels, [case.question for case in found])
    answered = (chances[:, labels] >= THRESHOLD).mean()
    refused = (chances[:, ~labels] < THRESHOLD).mean()
    print(
        f"{language}: {labels.sum()} answerable, {(~labels).sum()} not; "
        f"answered {answered:.3f}, refused {refused:.3f}",
        file=sys.stderr,
    )
    model = fitted(rows, labels)
    scaled = model.coef_[0] / spread
    bias = float(model.intercept_[0] - scaled @ raw.mean(axis=0))
    lines = [f"{name} = {weight:.4f}" for name, weight in zip(names, scaled, strict=True)]
    head = [
        f"[{language}]",
        f"bias = {bias:.4f}",
        f"threshold = {THRESHOLD}",
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
