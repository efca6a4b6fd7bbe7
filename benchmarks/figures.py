"""How often the right cell is found for the questions of tests/questions, and given where there is none.

python -m benchmarks.figures [--fit] [FOLDER]

Prints JSON; `--fit` fits the weights of the certainty to the questions. FOLDER holds sets of the same form.
"""

import json
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from qa_service.answering.figures.finder import FigureFinder
from qa_service.answering.figures.outcome import FigureOutcome, Found, Missing
from qa_service.assembly import read_glossary, read_library

ROOT = Path(__file__).parents[1]
CERTAIN = 0.6
STEPS, RIDGE = 30_000, 1e-3
SETS = {"cells": "table", "texts": "text", "unanswerable": "unanswerable"}


@dataclass(frozen=True, slots=True)
class Case:
    """A question in one language with what the finder says of it."""

    language: str
    question: Mapping[str, Any]
    outcome: FigureOutcome
    milliseconds: float

    @property
    def right(self) -> bool:
        """Whether the very cell was found; of a question for text, a cell with the same figure."""
        if not isinstance(self.outcome, Found):
            return False
        figure = self.outcome.spot.figure
        table = self.question.get("table", figure.table)
        return figure.table == table and _plain(figure.value) in map(_plain, self.question.get("answers", ()))


def main() -> None:
    folder = next((Path(each) for each in sys.argv[1:] if not each.startswith("-")), ROOT / "tests/questions")
    finder = read_finder(ROOT / "corpus")
    sets = dict(asked(finder, folder))
    report = {name: [summary(cases, each) for each in ("kk", "ru")] for name, cases in sets.items()}
    fitted = {"certainty": fitted_weights(list(chain(*sets.values())))} if "--fit" in sys.argv else {}
    sys.stdout.write(json.dumps(report | fitted, indent=1) + "\n")


def fitted_weights(cases: Sequence[Case]) -> list[float]:
    """The bias and the weights of the certainty by logistic regression, a little ridge on the weights."""
    told = [(each.outcome.evidence, each.right) for each in cases if isinstance(each.outcome, Found)]
    values = np.array([(1.0, *evidence) for evidence, _ in told])
    right = np.array([float(is_right) for _, is_right in told])
    weights = np.zeros(values.shape[1])
    for _ in range(STEPS):
        chances = 1 / (1 + np.exp(-values @ weights))
        weights -= values.T @ (chances - right) / len(right) + RIDGE * weights * (np.arange(len(weights)) > 0)
    return [round(float(weight), 2) for weight in weights]


def read_finder(corpus: Path) -> FigureFinder:
    """The finder over the tables of all documents."""
    tables = [
        (document.id, dict(zip([each.language for each in document.editions], same, strict=True)))
        for document in read_library(corpus).documents
        for same in zip(*(edition.tables for edition in document.editions), strict=True)
    ]
    return FigureFinder(tables, read_glossary(corpus))


def asked(finder: FigureFinder, folder: Path) -> Iterator[tuple[str, Sequence[Case]]]:
    """Every set of questions with the outcomes."""
    for name, stem in SETS.items():
        lines = chain(
            *(path.read_text("utf-8").splitlines() for path in sorted(folder.glob(f"{stem}*.jsonl")))
        )
        yield name, [case(finder, json.loads(line), each) for line in lines for each in ("kk", "ru")]


def case(finder: FigureFinder, question: Mapping[str, Any], language: str) -> Case:
    start = time.perf_counter()
    outcome = finder.find(question["question"][language], language)
    return Case(language, question, outcome, (time.perf_counter() - start) * 1000)


def summary(cases: Sequence[Case], language: str) -> dict[str, float | str]:
    """Shares of one language's questions, and the median time of one."""
    its = [each for each in cases if each.language == language]
    found = [each for each in its if isinstance(each.outcome, Found)]
    certain = [
        each for each in found if isinstance(each.outcome, Found) and each.outcome.certainty >= CERTAIN
    ]
    return {
        "language": language,
        "questions": len(its),
        "right": share(sum(each.right for each in its), its),
        "certain": share(len(certain), its),
        "wrong and certain": share(sum(not each.right for each in certain), its),
        "missing told": share(sum(isinstance(each.outcome, Missing) for each in its), its),
        "milliseconds": round(float(np.median([each.milliseconds for each in its])), 2),
    }


def share(count: int, of: Sequence[object]) -> float:
    return round(count / max(1, len(of)), 3)


def _plain(value: str) -> str:
    return "".join(value.split()).casefold()


if __name__ == "__main__":
    main()
