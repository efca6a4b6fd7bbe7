import pytest

from qa_service.evaluation.questions import (
    CellQuestion,
    FollowUp,
    KnownTable,
    LanguageQuery,
    Lookup,
    QuestionSets,
    TextQuestion,
    Unanswerable,
)
from qa_service.evaluation.records import Evaluation, Score, Way
from qa_service.evaluation.runner import evaluate
from tests.evaluation.fakes import SmallService

QUESTIONS = QuestionSets(
    text=(
        TextQuestion(
            id="t-1",
            question={"kk": "Неше факт әлі бар?", "ru": "Сколько?"},
            evidence=("144 факт тіркелді",),
            answers=("144",),
            lines=(1, 1),
        ),
        TextQuestion(
            id="t-2",
            question={"kk": "Басқа факт қайда?", "ru": "Где?"},
            evidence=("жоқ нәрсе",),
            answers=("777",),
            lines=(2, 2),
        ),
    ),
    cells=(
        CellQuestion(
            id="c-1",
            question={"kk": "Атырау 2018?", "ru": "Атырау 2018?"},
            table=6,
            row="Атырау",
            column="2018",
            answers=("10,69",),
            lines=(1, 1),
        ),
        CellQuestion(
            id="c-2",
            question={"kk": "Атырау 2019?", "ru": "Атырау 2019?"},
            table=6,
            row="Атырау",
            column="2019",
            answers=("11,13",),
            lines=(1, 1),
        ),
    ),
    unanswerable=(
        Unanswerable(id="u-1", type="near", question={"kk": "Атырау 2031?", "ru": "Атырау 2031?"}),
        Unanswerable(id="u-2", type="off", question={"kk": "???", "ru": "???"}),
    ),
    lookups=(
        Lookup.model_validate(
            {
                "id": "l-1",
                "query": "№ 156",
                "lang": "kk",
                "expect": [{"line": 202, "quote": "№ 156"}, {"line": 300, "quote": "№ 157"}],
            }
        ),
    ),
    languages=(
        LanguageQuery(text="әке", lang="kk"),
        LanguageQuery(text="кукык", lang="kk", variant="ru_letters"),
        LanguageQuery(text="факт", lang="ru"),
        LanguageQuery(text="bola", lang="other"),
    ),
    tables=(
        KnownTable.model_validate({"table": 6, "rows": [{"label": "Атырау", "values": ["10,69", ""]}]}),
        KnownTable.model_validate({"table": 9, "rows": [{"label": "жоқ", "values": ["1", "2"]}]}),
    ),
)


@pytest.fixture(scope="module")
def measured() -> Evaluation:
    return evaluate(SmallService(), QUESTIONS)


def score(measured: Evaluation, measure: str, language: str = "kk", typing: str = "as written") -> Score:
    wanted = (measure, language, typing)
    (found,) = [one for one in measured.scores if (one.measure, one.language, one.typing) == wanted]
    return found


def test_ranking_is_measured_by_language_and_way_of_typing(measured: Evaluation) -> None:
    for language, typing in [("kk", "as written"), ("ru", "as written"), ("kk", "latin")]:
        assert score(measured, "S@1", language, typing).value == 0
        assert score(measured, "S@5", language, typing).value == 0.5
        assert score(measured, "MRR@10", language, typing).value == 0.25


def test_a_score_names_the_questions_that_failed(measured: Evaluation) -> None:
    assert score(measured, "S@1").missed == ("t-1", "t-2")
    assert score(measured, "S@5").missed == ("t-2",)
    assert score(measured, "cell wrong and certain").missed == ("c-2",)


def test_questions_are_put_as_they_are_typed(measured: Evaluation) -> None:
    assert score(measured, "answered").value == 1
    assert score(measured, "answered", typing="russian letters").value == 1
    assert score(measured, "answered", typing="latin").value == 0
    assert score(measured, "answered", "ru").value == 0


def test_a_question_is_put_in_the_languages_that_it_is_worded_in() -> None:
    one = QUESTIONS.text[0].model_copy(update={"question": {"kk": QUESTIONS.text[0].question["kk"]}})
    only = QuestionSets(text=(one, QUESTIONS.text[1]))
    measured = evaluate(SmallService(), only)
    assert (score(measured, "answered").count, score(measured, "answered", "ru").count) == (2, 1)


def test_only_answers_that_are_shown_count(measured: Evaluation) -> None:
    assert score(measured, "answer shown").value == 0.5
    assert score(measured, "answer shown", "ru").value == 0


def test_cells_are_exact_or_wrong_and_certain(measured: Evaluation) -> None:
    assert score(measured, "cell exact").value == 0.5
    assert score(measured, "cell wrong and certain").value == 0.5


def test_refusals_are_measured_in_all_and_by_type(measured: Evaluation) -> None:
    assert score(measured, "refused").value == 0.5
    assert score(measured, "refused, near").value == 0
    assert score(measured, "refused, off").value == 1


def test_every_place_of_a_reference_counts(measured: Evaluation) -> None:
    assert score(measured, "places found").value == 0.5
    assert score(measured, "references complete").value == 0


def test_languages_are_named_by_class_and_any_stranger_is_other(measured: Evaluation) -> None:
    assert score(measured, "language named").value == 1
    assert score(measured, "language named", typing="ru_letters").missed == ("кукык",)
    assert score(measured, "language named", "other").value == 1
    assert score(measured, "language named", "all", "all").value == 0.75


def test_follow_ups_count_by_what_answers_them_and_new_subjects_by_being_left_alone() -> None:
    cell = FollowUp(
        id="f-1",
        kind="cell",
        language="kk",
        earlier=("Атырау 2018?",),
        text="ал 2019?",
        table=6,
        answers=("10,69",),
        lines=(1, 1),
    )
    text = cell.model_copy(update={"id": "f-2", "kind": "text", "evidence": ("факт",), "answers": ("144",)})
    own = [cell.model_copy(update={"id": f"f-{n}", "kind": "own", "text": n}) for n in ("Атырау", "факт")]
    measured = evaluate(SmallService(), QuestionSets(conversations=(cell, text, *own)))
    assert score(measured, "follow-up understood").missed == ("f-2",)
    assert score(measured, "follow-up understood").value == 0.5
    assert score(measured, "new subject left alone").missed == ("f-факт",)


def test_a_table_that_is_not_served_counts_as_wrong_cells(measured: Evaluation) -> None:
    assert score(measured, "table cells", "all", "all").value == 0.5


def test_bins_hold_every_answer_and_no_refusal() -> None:
    measured = evaluate(SmallService(), QUESTIONS, ways=[Way("kk")])
    assert [(one.count, one.right) for one in measured.bins if one.count] == [(2, 0.5), (3, 1 / 3)]


def test_kinds_without_questions_are_left_out() -> None:
    measured = evaluate(SmallService(), QuestionSets(languages=QUESTIONS.languages))
    assert {one.measure for one in measured.scores} == {"language named"}


def test_each_part_is_announced_before_it_starts() -> None:
    told: list[str] = []
    evaluate(SmallService(), QUESTIONS, ways=[Way("ru")], announce=told.append)
    assert told == ["ru, as written", "conversations, references, languages, tables"]
