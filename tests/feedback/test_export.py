"""What readers judged right becomes questions that hold; all else is put before people."""

import csv
import io
import json
from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.cli.evaluating import measured
from qa_service.evaluation.question_files import read_questions
from qa_service.feedback.export import FILES, REVIEW, export
from qa_service.feedback.proving import Doubt, sort
from qa_service.feedback.records import Judgement, Verdict
from qa_service.replies import calls
from qa_service.replies.feedback import judgement_of
from qa_service.replies.schemas.feedback import Feedback
from qa_service.service import Service

TEXT = "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?"
TEXT_RUSSIAN = "С какого возраста наступает уголовная ответственность?"
CELL = "Сколько детей-сирот получили жильё в 2019 году?"
REFUSED = "Кто выиграл чемпионат мира по футболу в 2018 году?"


def judged(service: Service, question: str, verdict: Verdict = Verdict.RIGHT, remark: str = "") -> Judgement:
    """What a page sends when a reader judges the reply to a question."""
    reply = calls.ask(service, question, 3).model_dump(mode="json")
    body = {
        "question": question,
        "language": reply["language"],
        "verdict": verdict,
        "remark": remark,
        "answered": reply["answered"],
        "answer": reply["answer"]["text"],
        "figure": reply["figure"],
        "passages": [one["passage"]["id"] for one in reply["citations"]],
    }
    return judgement_of(Feedback.model_validate_json(json.dumps(body)))


@pytest.fixture(scope="module")
def right(service: Service) -> list[Judgement]:
    found = [judged(service, question) for question in (TEXT, TEXT_RUSSIAN, CELL, REFUSED)]
    return [replace(each, id=number) for number, each in enumerate(found, start=1)]


def exported(service: Service, judgements: list[Judgement], folder: Path) -> list[list[str]]:
    """The lines of the list for people, without its headings."""
    export(judgements, service.library, folder, "ru")
    return list(csv.reader(io.StringIO((folder / REVIEW).read_bytes().decode("utf-8-sig"))))[1:]


def test_what_was_judged_right_is_evaluated_and_comes_out_right(
    service: Service, right: list[Judgement], tmp_path: Path
) -> None:
    assert exported(service, right, tmp_path) == []
    evaluation, _ = measured(service, tmp_path, None, "ru")
    scores = {(one.measure, one.language): one for one in evaluation.scores}
    for case in (
        ("S@5", "kk"),
        ("answered", "kk"),
        ("answered", "ru"),
        ("cell exact", "ru"),
        ("refused", "ru"),
    ):
        assert (scores[case].value, scores[case].count) == (1, 1)


def test_each_question_holds_the_evidence_that_was_shown(
    service: Service, right: list[Judgement], tmp_path: Path
) -> None:
    exported(service, right, tmp_path)
    sets = read_questions(tmp_path)
    text, russian = sets.text
    assert (text.question, text.evidence) == ({"kk": TEXT}, (right[0].answer,))
    assert text.lines == (333, 334)
    assert set(russian.question) == {"ru"}
    (cell,) = sets.cells
    assert (cell.table, cell.column, cell.answers) == (21, "2019 ж.", ("1462",))
    (refused,) = sets.unanswerable
    assert refused.question == {"ru": REFUSED}


def test_what_was_judged_wrong_is_listed_apart_with_the_remark(service: Service, tmp_path: Path) -> None:
    remark = "=HYPERLINK(1)\x1b[31m\nне тот год"
    lines = exported(service, [judged(service, CELL, Verdict.WRONG, remark)], tmp_path)
    ((why, *_, told),) = lines
    assert (why, told) == ("оценено как неверное", "'=HYPERLINK(1)[31m не тот год")
    assert not any((tmp_path / file).exists() for file in FILES.values())


def test_what_readers_disagree_on_is_no_question(service: Service, right: list[Judgement]) -> None:
    wrong = replace(right[2], verdict=Verdict.WRONG, question=f" {CELL.upper()} ")
    found = sort([right[2], wrong], service.library)
    assert found.questions == ()
    assert [doubt for doubt, _ in found.doubtful] == [Doubt.DISPUTED, Doubt.DISPUTED]


def test_a_question_that_many_judged_counts_once(service: Service, right: list[Judgement]) -> None:
    assert len(sort([right[2]] * 3, service.library).questions) == 1


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"answer": "Бұл есепте жоқ сөйлем, оны біреу ойдан шығарған."}, id="a made-up answer"),
        pytest.param({"answer": "2016"}, id="an answer that stands anywhere"),
        pytest.param({"passages": ("P2100000942.kk.9999",)}, id="a passage that there is not"),
        pytest.param({"passages": ()}, id="no passage"),
        pytest.param({"answer": None}, id="no answer"),
        pytest.param({"cell": "P2100000942.kk.t21.r18.c9", "figure": "1462"}, id="a cell that there is not"),
        pytest.param(
            {"cell": "P2100000942.kk.t21.r18.c4", "figure": "9999"}, id="another value than printed"
        ),
        pytest.param({"cell": "P2100000942.kk.333", "figure": "1"}, id="a passage that is no cell"),
    ],
)
def test_what_the_documents_do_not_prove_is_put_before_people(
    service: Service, right: list[Judgement], change: dict[str, object]
) -> None:
    changed = replace(right[0], **change)  # type: ignore[arg-type]
    assert sort([changed], service.library).doubtful == ((Doubt.UNPROVED, changed),)


def test_a_later_export_replaces_an_earlier_one_and_leaves_other_files_alone(
    service: Service, right: list[Judgement], tmp_path: Path
) -> None:
    exported(service, right, tmp_path)
    (tmp_path / "text-mine.jsonl").write_text("", "utf-8")
    exported(service, right[3:], tmp_path)
    assert sorted(file.name for file in tmp_path.iterdir()) == [
        "review.csv", "text-mine.jsonl", "unanswerable-feedback.jsonl",
    ]  # fmt: skip
