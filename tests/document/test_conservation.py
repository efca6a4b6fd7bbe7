"""Nothing of the source is lost, doubled or added on its way into passages."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.document.editions import edition_of, read_outline
from qa_service.document.mends import apply_mends, read_mends
from qa_service.document.passages import Origin
from qa_service.document.records import Edition, Kind, Passage, Status
from tests.document.conftest import CORPUS, REPORT

FRONT_MATTER = [(2, 3), (5, 5), (6, 18), (19, 20), (21, 21), (23, 24), (26, 34), (35, 42), (43, 53), (54, 57)]
"""What a reader sees before the first chapter."""


def characters(text: str) -> str:
    return "".join(text.split())


def test_the_passages_are_the_mended_source_character_for_character(
    kazakh: Edition, source_lines: list[str]
) -> None:
    mended = apply_mends(source_lines, read_mends(CORPUS / REPORT, "mends.tsv"), "kk.txt")
    assert "".join(characters(passage.text) for passage in kazakh.passages) == characters("".join(mended))


def test_the_passages_hold_the_characters_of_the_source_as_it_came(
    kazakh: Edition, source_lines: list[str]
) -> None:
    shown = Counter("".join(characters(passage.text) for passage in kazakh.passages))
    assert shown == Counter(characters("".join(source_lines)))


def test_every_line_belongs_to_one_passage_but_where_a_long_paragraph_is_cut_in_a_line(
    kazakh: Edition, source_lines: list[str]
) -> None:
    owners = Counter(
        line for passage in kazakh.passages for line in range(passage.lines[0], passage.lines[1] + 1)
    )
    printed = [number for number, line in enumerate(source_lines, start=1) if line.strip()]
    assert {line: owners[line] for line in printed if owners[line] != 1} == {1741: 2}


def test_passages_follow_the_source(kazakh: Edition) -> None:
    firsts = [passage.lines[0] for passage in kazakh.passages]
    assert firsts == sorted(firsts)
    assert all(passage.lines[0] <= passage.lines[1] for passage in kazakh.passages)


def test_ids_are_unique_and_name_the_first_line(kazakh: Edition) -> None:
    ids = [passage.id for passage in kazakh.passages]
    assert len(set(ids)) == len(ids)
    texts = [passage for passage in kazakh.passages if passage.kind is not Kind.TABLE]
    assert all(passage.id == f"{REPORT}.kk.{passage.lines[0]}" for passage in texts)


def test_no_passage_is_cut_in_mid_sentence(kazakh: Edition) -> None:
    def ends(passage: Passage) -> bool:
        return passage.text.endswith((".", ":", ";", '".', ").")) or passage.kind in (
            Kind.HEADING,
            Kind.TABLE,
        )

    body = [
        passage for passage in kazakh.passages if passage.path and not passage.path[0].endswith("қосымша")
    ]
    assert [passage.lines for passage in body if not ends(passage)] == [(1883, 1886)]


def test_the_front_matter_stands_outside_the_outline(kazakh: Edition) -> None:
    front = [passage.lines for passage in kazakh.passages if not passage.path and passage.lines[1] < 59]
    assert front == FRONT_MATTER


def test_shown_text_has_no_stray_spaces(kazakh: Edition) -> None:
    for passage in kazakh.passages:
        assert "  " not in passage.text
        assert passage.text == passage.text.strip()
        if passage.kind is not Kind.TABLE:
            assert not any(stray in passage.text for stray in (" ,", " .", " )", "( ", " ;", " :"))


LINES = st.sampled_from(
    [
        "",
        "      Абзац начинается здесь и",
        "продолжается на следующей строке.",
        " строка после ссылки",
        "Заголовок",
        "      Недискриминация (статья 2),",
        "Пункты № 20, 21 заключительных замечаний",
        "I. ОБЩИЕ МЕРЫ",
        "Статья 5. Понятия",
        "      Предусмотрены виды:",
        "      1) первый;",
        "Приложение",
        "      Таблица 1. Население",
        "      Диаграмма 2. Очередь",
        "ЦЕНЫ",
        "1 2,5 -",
        "б а р л ы қ  ",
        '"',
        "(",
        ".",
        "-",
        "Слова одного длинного предложения без конца и края, " * 5,
    ]
)


@pytest.mark.parametrize("language", ["ru", "kk", "en"])
@given(lines=st.lists(LINES, min_size=1, max_size=25))
def test_no_order_of_lines_loses_or_doubles_a_character(language: str, lines: list[str]) -> None:
    origin = Origin("D1", language, Status.OFFICIAL)
    passages = edition_of(read_outline(lines, language, {}), "a.txt", origin).passages
    assert "".join(characters(passage.text) for passage in passages) == characters("".join(lines))
    assert len({passage.id for passage in passages}) == len(passages)
