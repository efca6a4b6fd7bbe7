from typing import Any

import pytest

from qa_service.evaluation import outcomes
from qa_service.evaluation.questions import CellQuestion, KnownTable, Lookup, TextQuestion

QUESTION = TextQuestion(
    id="t",
    question={"kk": "?"},
    evidence=("144 фактісі тіркелді", "144 дерек"),
    answers=("144",),
    lines=(1, 1),
)
CELL = CellQuestion(
    id="c", question={"kk": "?"}, table=6, row="Атырау", column="2018 ж.", answers=("10,69",), lines=(1, 1)
)


def hit(text: str, other: str | None = None, **more: Any) -> dict[str, Any]:
    counterpart = None if other is None else {"text": other, "highlights": [[0, len(other)]]}
    passage = {"text": text, "path": [], "lines": [1, 1], "counterpart": counterpart}
    return {"passage": passage | more, "highlights": []}


def reply(**more: Any) -> dict[str, Any]:
    answer = {"text": "Жауап", "original": None}
    return {"answered": True, "answer": answer, "figure": None, "citations": []} | more


def figure(value: str, **more: Any) -> dict[str, Any]:
    return {"value": value, "table": 6, "uncertain": False} | more


def test_the_rank_is_that_of_the_first_hit_with_any_quote() -> None:
    found = {"hits": [hit("басқа"), hit("2020 жылы 144 дерек"), hit("144 фактісі тіркелді")]}
    assert outcomes.evidence_rank(found, QUESTION) == 2


def test_the_official_text_beside_a_translation_counts() -> None:
    found = {"hits": [hit("144 факта", other="2020 жылы 144 фактісі тіркелді")]}
    assert outcomes.evidence_rank(found, QUESTION) == 1


def test_nothing_found_has_no_rank() -> None:
    assert outcomes.evidence_rank({"hits": [hit("басқа")]}, QUESTION) is None


@pytest.mark.parametrize(
    "shown",
    [
        {"answer": {"text": "144 факт", "original": None}},
        {"answer": {"text": "факт", "original": {"text": "144 фактісі"}}},
        {"figure": figure("144")},
        {"citations": [hit("2020 жылы 144 факт") | {"highlights": [[10, 13]]}]},
        {"citations": [hit("факт", other="144 фактісі")]},
    ],
    ids=["answer", "original", "figure", "highlight", "counterpart"],
)
def test_an_answer_is_shown_wherever_the_reply_points(shown: dict[str, Any]) -> None:
    assert outcomes.answer_shown(reply(**shown), QUESTION)


def test_a_passage_that_holds_the_answer_outside_its_highlights_does_not_show_it() -> None:
    assert not outcomes.answer_shown(
        reply(citations=[hit("144 факт, 2020") | {"highlights": [[10, 14]]}]), QUESTION
    )


def test_without_a_short_answer_the_cited_passage_is_the_answer() -> None:
    passage = QUESTION.model_copy(update={"answers": ()})
    cited = hit("144 фактісі тіркелді")
    assert outcomes.answer_shown(reply(citations=[cited | {"highlights": [[0, 3]]}]), passage)
    assert not outcomes.answer_shown(reply(citations=[cited]), passage)


def test_a_cell_is_exact_only_in_its_own_table() -> None:
    assert outcomes.is_cell(reply(figure=figure("10,69")), CELL)
    assert not outcomes.is_cell(reply(figure=figure("10,69", table=5)), CELL)
    assert not outcomes.is_cell(reply(figure=figure("10,69"), answered=False), CELL)


def test_another_value_is_wrong_and_certain_unless_it_is_called_uncertain() -> None:
    assert outcomes.is_wrong_and_certain(reply(figure=figure("9,37")), CELL)
    assert not outcomes.is_wrong_and_certain(reply(figure=figure("9,37", uncertain=True)), CELL)
    assert not outcomes.is_wrong_and_certain(reply(figure=figure("10,69")), CELL)
    assert not outcomes.is_wrong_and_certain(reply(), CELL)


def test_a_place_is_found_by_quote_heading_or_line() -> None:
    lookup = Lookup.model_validate(
        {
            "id": "l",
            "query": "34-бап",
            "lang": "kk",
            "expect": [
                {"line": 900, "quote": "№ 169-VІ ҚРЗ"},
                {"line": 862, "heading": "Сексуалдық қанау (34-бап)"},
                {"line": 50, "quote": "мүлде жоқ"},
                {"line": 77, "quote": "бөлініп кеткен"},
            ],
        }
    )
    hits = [
        hit("Заң (№ 169-VI ҚРЗ)"),
        hit("Мәтін", path=["V", "Сексуалдық қанау (34-бап)"]),
        hit("орысша", lines=[3, 3], source_lines=[70, 80]),
    ]
    assert outcomes.places_found({"hits": hits}, lookup) == [True, True, False, True]


def test_a_lost_row_does_not_cost_the_rows_after_it() -> None:
    known = KnownTable.model_validate(
        {
            "table": 1,
            "rows": [
                {"label": "Ақмола", "values": ["1", "2"]},
                {"label": "Ақтөбе", "values": ["3", ""]},
                {"label": "Атырау", "values": ["4 137", "5"]},
            ],
        }
    )
    served = {
        "rows": [
            {"label": "Ақмола", "values": ["1", "9"]},
            {"label": "Атырау", "values": ["4137", "5"]},
        ]
    }
    assert outcomes.cells_right(served, known) == [True, False, False, False, True, True]
