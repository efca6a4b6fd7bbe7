import csv
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_service.language.detection import Detection, detect, detect_variant

Query = tuple[str, str, str]


def _queries() -> list[Query]:
    lines = (Path(__file__).parent / "queries.tsv").read_text("utf-8").splitlines()
    rows = csv.reader(lines, delimiter="\t")
    return [(row[0], row[1], row[-1]) for row in rows if not row[0].startswith("#")]


QUERIES = _queries()


def test_of_short_queries_96_in_100_are_named_rightly() -> None:
    assert sum(detect(text) == language for language, _, text in QUERIES) >= 0.96 * len(QUERIES)


@pytest.mark.parametrize(
    ("language", "variant"),
    [("kk", "proper"), ("kk", "russian-letters"), ("kk", "latin"), ("ru", ""), ("en", ""), ("other", None)],
)
def test_in_every_class_nine_of_ten_are_named_rightly(language: str, variant: str | None) -> None:
    texts = [text for tongue, kind, text in QUERIES if tongue == language and variant in (kind, None)]
    assert len(texts) > 20
    assert sum(detect(text) == language for text in texts) > 0.9 * len(texts)


def test_the_way_of_typing_is_told_for_nine_of_ten_kazakh_queries() -> None:
    kazakh = [(variant, text) for language, variant, text in QUERIES if language == "kk"]
    assert sum(detect_variant(text).variant == variant for variant, text in kazakh) > 0.9 * len(kazakh)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("№ 501-V", Detection("kk"), id="a law number is read as Kazakh"),
        pytest.param("2019-2021", Detection("kk"), id="figures are read as Kazakh"),
        pytest.param("", Detection("other"), id="empty"),
        pytest.param("🙂👶🏽", Detection("other"), id="emoji"),
        pytest.param("?!… —", Detection("other"), id="punctuation"),
        pytest.param("\x00\ud800", Detection("other"), id="control character and lone surrogate"),
        pytest.param("жәрдемақы размер 2020", Detection("kk"), id="Kazakh with a Russian word"),
        pytest.param("COVID-19 кезінде оқу", Detection("kk"), id="Kazakh with a foreign name"),
        pytest.param("закон о UNICEF", Detection("ru"), id="Russian with a foreign name"),
        pytest.param("мемлекеттiк қызмет", Detection("kk"), id="Latin i inside a Kazakh word"),
    ],
)
def test_queries_at_the_edge(text: str, expected: Detection) -> None:
    assert detect_variant(text) == expected


def test_a_capitalised_or_shouted_query_is_read_like_any_other() -> None:
    assert detect("БАЛА ҚҰҚЫҒЫ ТУРАЛЫ") == "kk"
    assert detect("ПРАВА РЕБЁНКА") == "ru"
    assert detect("CHILD RIGHTS") == "en"


@settings(deadline=None)
@given(st.text())
def test_no_text_raises_and_the_answer_is_always_the_same(text: str) -> None:
    assert detect_variant(text) == detect_variant(text)
