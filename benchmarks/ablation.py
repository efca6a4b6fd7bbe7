"""What each part of the search is worth: how often evidence is found with all of them and without each.

    QA_INDEX=index python -m benchmarks.ablation [FILE]

Prints a Markdown table, S@1 / S@5 in percent of the text questions of tests/questions for each way of
asking; FILE gets the same as JSON. The weights are not fitted anew to what remains.
"""

import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.parts import NOTHING, Parts, RememberingEncoder, Without, shows_evidence
from qa_service.evaluation.metrics import first_rank, success_at
from qa_service.evaluation.question_files import read_questions
from qa_service.evaluation.questions import TextQuestion
from qa_service.evaluation.records import WAYS, Way
from qa_service.search.search import Searcher
from qa_service.search.signals import OTHER
from qa_service.search.weights import Weights, weights_for
from qa_service.settings import read_settings

QUESTIONS = Path("tests/questions")
DEPTH = 5

Figures = Mapping[Way, tuple[float, float]]


@dataclass(frozen=True)
class Ablation:
    """A search without some signals, or with less understanding of the query."""

    name: str
    signals: frozenset[str] = frozenset()
    other_editions: bool = True
    without: Without = NOTHING

    def weights(self, language: str) -> Weights:
        """The weights of the signals that remain."""
        fitted = weights_for(language)
        return Weights(self._kept(fitted.broad), self._kept(fitted.close))

    def _kept(self, weights: Mapping[str, float]) -> dict[str, float]:
        return {name: weight for name, weight in weights.items() if not self._drops(name)}

    def _drops(self, name: str) -> bool:
        dropped = name.endswith(OTHER) and not self.other_editions
        return dropped or name.removesuffix(OTHER) in self.signals


VECTORS = frozenset({"dense", "sentence", "question", "maxsim"})
WORDS = frozenset({"lexical", "coverage", "question-words"})
ABLATIONS = (
    Ablation("everything"),
    Ablation("questions beside the text", frozenset({"question", "question-words"})),
    Ablation("scores of the other edition", other_editions=False),
    Ablation("glossary", without=Without(glossary=True)),
    Ablation("restoration of Kazakh letters", without=Without(restoration=True)),
    Ablation("mending of typing errors", without=Without(speller=True)),
    Ablation("MaxSim", frozenset({"maxsim"})),
    Ablation("vector of the passage", frozenset({"dense"})),
    Ablation("vectors of sentences", frozenset({"sentence"})),
    Ablation("BM25 of the text", frozenset({"lexical"})),
    Ablation("coverage", frozenset({"coverage"})),
    Ablation("all vectors", VECTORS),
    Ablation("all words", WORDS),
)


def main() -> None:
    parts = Parts.open(read_settings())
    parts = replace(parts, encoder=RememberingEncoder(parts.encoder))
    questions = read_questions(QUESTIONS).text
    rows = [(each.name, measured(searcher_of(parts, each), questions)) for each in ABLATIONS]
    sys.stdout.write("\n".join(table(rows)) + "\n")
    for file in map(Path, sys.argv[1:]):
        file.write_text(json.dumps({name: as_json(figures) for name, figures in rows}, indent=1) + "\n")


def searcher_of(parts: Parts, ablation: Ablation) -> Searcher:
    return parts.searcher(parts.reader(ablation.without), ablation.weights)


def measured(searcher: Searcher, questions: Sequence[TextQuestion]) -> Figures:
    """S@1 and S@5 for each way of asking."""
    ranks = {way: [rank(searcher, each, way) for each in questions] for way in WAYS}
    return {way: (success_at(found, 1), success_at(found, DEPTH)) for way, found in ranks.items()}


def rank(searcher: Searcher, question: TextQuestion, way: Way) -> int | None:
    hits = searcher.search(way.words(question.question), DEPTH).hits
    return first_rank([shows_evidence(hit, question.evidence) for hit in hits])


def table(rows: Sequence[tuple[str, Figures]]) -> Iterator[str]:
    """The first row is of everything, the others are without the part that they name."""
    yield "| without | " + " | ".join(f"{way.language}, {way.habit}" for way in WAYS) + " |"
    yield "|---" * (len(WAYS) + 1) + "|"
    for place, (name, figures) in enumerate(rows):
        cells = (f"{100 * first:.1f} / {100 * fifth:.1f}" for first, fifth in figures.values())
        yield f"| {name if place else '(nothing)'} | " + " | ".join(cells) + " |"


def as_json(figures: Figures) -> dict[str, dict[str, float]]:
    return {
        f"{way.language}, {way.habit}": {"S@1": round(first, 4), f"S@{DEPTH}": round(fifth, 4)}
        for way, (first, fifth) in figures.items()
    }


if __name__ == "__main__":
    main()
