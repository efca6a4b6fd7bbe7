"""What of the judgements is proved by the documents, as questions that an evaluation can put."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from qa_service.document.records import Passage, Status, Table
from qa_service.errors import PassageUnknown
from qa_service.evaluation.comparison import holds_quote, loosen, same_value
from qa_service.evaluation.questions import CellQuestion, TextQuestion, Unanswerable
from qa_service.feedback.records import Judgement, Verdict
from qa_service.language.alphabet import fold
from qa_service.library import Library, PassageView

SHORTEST_QUOTE = 12
"""Letters and digits of an answer that can stand for evidence: less stands in too many passages."""

Question = TextQuestion | CellQuestion | Unanswerable


class Doubt(StrEnum):
    """Why a judgement becomes no question."""

    WRONG = "wrong"
    DISPUTED = "disputed"
    UNPROVED = "unproved"


@dataclass(frozen=True, slots=True)
class Sorted:
    """Questions that are known to be right, and what people have to look at."""

    questions: tuple[Question, ...]
    doubtful: tuple[tuple[Doubt, Judgement], ...]


def sort(judgements: Iterable[Judgement], library: Library) -> Sorted:
    """A question for every reply that was judged right and still stands in the documents; one question that
    several readers asked counts once. What they disagree on is doubtful, and so is all that is wrong."""
    questions: list[Question] = []
    doubtful: list[tuple[Doubt, Judgement]] = []
    for group in _by_question(judgements).values():
        doubt = _doubt(group)
        proved = None if doubt else _first_question(group, library)
        if proved is not None:
            questions.append(proved)
        else:
            doubtful += [(doubt or Doubt.UNPROVED, each) for each in group]
    return Sorted(tuple(questions), tuple(doubtful))


def _by_question(judgements: Iterable[Judgement]) -> Mapping[tuple[str, str], Sequence[Judgement]]:
    groups: dict[tuple[str, str], list[Judgement]] = defaultdict(list)
    for each in judgements:
        groups[each.language, loosen(each.question) or fold(each.question)].append(each)
    return groups


def _doubt(group: Sequence[Judgement]) -> Doubt | None:
    """What was rightly answered and rightly refused is disputed as much as what was judged both ways."""
    if all(each.verdict is Verdict.WRONG for each in group):
        return Doubt.WRONG
    return Doubt.DISPUTED if len({(each.verdict, each.answered) for each in group}) > 1 else None


def _first_question(group: Iterable[Judgement], library: Library) -> Question | None:
    for each in group:
        question = _question(each, library)
        if question is not None:
            return question
    return None


def _question(judgement: Judgement, library: Library) -> Question | None:
    name, asked = f"feedback-{judgement.id}", {judgement.language: judgement.question}
    if not judgement.answered:
        return Unanswerable(id=name, type="near", question=asked)
    if judgement.cell:
        return _cell_question(name, asked, judgement, library)
    return _text_question(name, asked, judgement, library)


def _cell_question(
    name: str, asked: dict[str, str], judgement: Judgement, library: Library
) -> CellQuestion | None:
    view = _view(judgement.cell or "", library)
    table = _table_of(view, library) if view else None
    if view is None or view.passage.row is None or view.column is None or table is None:
        return None
    row, column = table.rows[view.passage.row - 1], view.column - 1
    if not same_value(row.values[column], judgement.figure or ""):
        return None
    return CellQuestion(
        id=name,
        question=asked,
        table=table.number,
        row=row.label,
        column=table.columns[column],
        group=row.group,
        answers=(row.values[column],),
        lines=row.lines,
    )


def _table_of(view: PassageView, library: Library) -> Table | None:
    """The official table that a passage is, or is a row of."""
    tables = library.document(view.passage.document).official.tables
    return next((each for each in tables if each.number == view.passage.table), None)


def _text_question(
    name: str, asked: dict[str, str], judgement: Judgement, library: Library
) -> TextQuestion | None:
    quote = judgement.answer or ""
    if len(loosen(quote)) < SHORTEST_QUOTE:
        return None
    for view in filter(None, (_view(each, library) for each in judgement.passages)):
        shown = [each for each in (view.passage, view.counterpart) if each]
        if holds_quote("\n".join(each.text for each in shown), [quote]):
            return TextQuestion(id=name, question=asked, evidence=(quote,), lines=_lines(shown))
    return None


def _view(identifier: str, library: Library) -> PassageView | None:
    try:
        return library.passage(identifier)
    except PassageUnknown:
        return None


def _lines(shown: Sequence[Passage]) -> tuple[int, int]:
    """Those of the official text, where it is among them."""
    return min(shown, key=lambda each: each.status is not Status.OFFICIAL).lines
