"""Judgements as a folder that `qa-service evaluate` reads, with a list of the others for people."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_service.evaluation.questions import CellQuestion, TextQuestion, Unanswerable
from qa_service.feedback.proving import Doubt, Question, sort
from qa_service.feedback.records import Judgement
from qa_service.language.phrases import phrase
from qa_service.language.visible import visible
from qa_service.library import Library
from qa_service.spreadsheets import to_csv

FILES: dict[type[Question], str] = {
    TextQuestion: "text-feedback.jsonl",
    CellQuestion: "table-feedback.jsonl",
    Unanswerable: "unanswerable-feedback.jsonl",
}
REVIEW = "review.csv"
COLUMNS = ("why", "id", "created", "language", "question", "verdict", "reply", "passages", "remark")


@dataclass(frozen=True, slots=True)
class Exported:
    """How many questions of each file were written, and how many judgements wait for people."""

    questions: dict[str, int]
    doubtful: int


def export(judgements: Iterable[Judgement], library: Library, folder: Path, language: str) -> Exported:
    """Writes the question sets and the list (its headings in `language`); what an earlier export left in
    the folder is replaced, anything else stays. Raises OSError."""
    found = sort(judgements, library)
    folder.mkdir(parents=True, exist_ok=True)
    counts = {file: _write(found.questions, kind, folder / file) for kind, file in FILES.items()}
    (folder / REVIEW).write_bytes(to_csv(_review(found.doubtful, language)))
    return Exported(counts, len(found.doubtful))


def _write(questions: Sequence[Question], kind: type[Question], file: Path) -> int:
    lines = [each.model_dump_json(exclude_none=True) for each in questions if isinstance(each, kind)]
    if lines:
        file.write_text("\n".join(lines) + "\n", "utf-8")
    else:
        file.unlink(missing_ok=True)
    return len(lines)


def _review(doubtful: Iterable[tuple[Doubt, Judgement]], language: str) -> Iterator[list[str]]:
    yield [phrase(f"feedback.{column}", language) for column in COLUMNS]
    for doubt, each in doubtful:
        told = (
            phrase(f"feedback.{doubt}", language),
            str(each.id),
            each.created,
            each.language,
            each.question,
            phrase(f"feedback.verdict-{each.verdict}", language),
            reply_of(each, language),
            " ".join(each.passages),
            each.remark,
        )
        yield [visible(text) for text in told]


def reply_of(judgement: Judgement, language: str) -> str:
    """What the service had said: the figure, the answer, or that there was none."""
    if not judgement.answered:
        return phrase("feedback.refused", language)
    return judgement.figure or judgement.answer or ""
