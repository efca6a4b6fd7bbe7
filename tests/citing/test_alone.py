"""A text that is a reference and nothing else is told from a question that mentions one."""

import pytest

from qa_service.citing.alone import kind_alone


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("ст. 24", "article"),
        ("24-бап", "article"),
        ("п. 3 ст. 24 Конвенции о правах ребенка", "article"),
        ("бала құқықтары туралы конвенцияның 24-бабы", "article"),
        ("№ 501-V", "act"),
        ("приказ Министра внутренних дел от 29 марта 2012 года № 180", "act"),
        ("6-кесте", "table"),
        ("таблица о младенческой смертности", "table"),
        ("п. 12 заключительных замечаний", "observation"),
        ("қорытынды ескертулердің 12-тармағы", "observation"),
        ("ҚК 132-бабы", "code-article"),
        ("Уголовный кодекс", "code-article"),
        ("Білім туралы заң", "law"),
        ("III", "chapter"),
        ("P2100000942.kk.333", "passage"),
    ],
)
def test_a_reference_by_itself_is_known_by_its_kind(text: str, kind: str) -> None:
    assert kind_alone(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "Сколько детей в таблице 6?",
        "что говорит статья 24 Конвенции",
        "какие меры приняты по статье 24",
        "12-кестедегі соңғы мән",
        "Как исполняется закон об образовании",
        "младенческая смертность",
        "№ 501-V?",
        "",
    ],
)
def test_a_question_that_mentions_a_reference_stays_a_question(text: str) -> None:
    assert kind_alone(text) is None
