from collections.abc import Mapping
from pathlib import Path

import pytest

from qa_service.document.editions import read_outline
from qa_service.document.headings import read_levels
from qa_service.document.outline import Entry, Role
from qa_service.document.records import Edition, Section
from qa_service.errors import CorpusUnreadable

INDENT = " " * 6


def levels(
    text: str, decided: Mapping[int, int] | None = None, language: str = "kk"
) -> list[tuple[str, int]]:
    entries = read_outline(text.split("\n"), language, decided or {})
    return [(entry.title, entry.level) for entry in entries if entry.role is Role.HEADING]


def entries_of(text: str) -> list[Entry]:
    return list(read_outline(text.split("\n"), "kk", {}))


REPORT_LIKE = f"""I. ЖАЛПЫ ШАРАЛАР

{INDENT}Кемсітпеушілік (2-бап),
{INDENT}Қорытынды ескертулердің № 20, 21 тармақтары
{INDENT}Мәтін бар.
{INDENT}Деректер жинау
{INDENT}Қорытынды ескертулердің № 14 тармағы
{INDENT}Арал теңізі
{INDENT}Мәтін бар.
{INDENT}Семей сынақ полигоны
{INDENT}Мәтін бар.
{INDENT}Тәуелсіз мониторинг
{INDENT}Қорытынды ескертулердің № 16 тармағы
{INDENT}Мәтін бар.
{INDENT}Балалардың көзқарасы (12-бап)
{INDENT}Мәтін бар."""


def test_levels_follow_the_form_of_the_headings() -> None:
    assert levels(REPORT_LIKE) == [
        ("I. ЖАЛПЫ ШАРАЛАР", 1),
        ("Кемсітпеушілік (2-бап)", 2),
        ("Деректер жинау", 3),
        ("Арал теңізі", 4),
        ("Семей сынақ полигоны", 4),
        ("Тәуелсіз мониторинг", 3),
        ("Балалардың көзқарасы (12-бап)", 2),
    ]


def test_a_heading_carries_the_observations_of_the_line_under_it() -> None:
    named = {
        entry.title: entry.observations for entry in entries_of(REPORT_LIKE) if entry.role is Role.HEADING
    }
    assert named["Кемсітпеушілік (2-бап)"] == ("20", "21")
    assert named["Деректер жинау"] == ("14",)
    assert named["Семей сынақ полигоны"] == ()


def test_a_decision_goes_before_the_form() -> None:
    assert levels(REPORT_LIKE, {6: 0, 15: 3})[2:] == [
        ("Арал теңізі", 3),
        ("Семей сынақ полигоны", 3),
        ("Тәуелсіз мониторинг", 3),
        ("Балалардың көзқарасы (12-бап)", 3),
    ]


def test_what_stands_before_the_first_chapter_is_no_heading() -> None:
    assert levels("Баяндаманы бекіту туралы\n\nI. ЖАЛПЫ ШАРАЛАР") == [("I. ЖАЛПЫ ШАРАЛАР", 1)]


def test_headings_of_a_text_without_chapters_are_siblings() -> None:
    text = "Вступление к тексту.\n\nПервый раздел\n\nТекст раздела.\n\nВторой раздел\n\nТекст раздела."
    assert levels(text, language="ru") == [("Первый раздел", 1), ("Второй раздел", 1)]


def test_headings_under_a_title_belong_to_it() -> None:
    text = "Название\n\nПервый раздел\n\nТекст раздела.\n\nВторой раздел\n\nТекст раздела."
    assert levels(text, language="ru") == [("Название", 1), ("Первый раздел", 2), ("Второй раздел", 2)]


def test_a_law_is_divided_by_its_articles() -> None:
    text = "Глава 1. Общие положения\n\nСтатья 1. Основные понятия\n\nТекст.\n\nСтатья 2. Цели\n\nТекст."
    assert levels(text, language="ru") == [
        ("Глава 1. Общие положения", 1),
        ("Статья 1. Основные понятия", 2),
        ("Статья 2. Цели", 2),
    ]


def test_a_numbered_sentence_is_no_chapter() -> None:
    text = "I. ОБЩИЕ МЕРЫ\n\nТекст раздела.\n\nII. Это предложение, которое кончается точкой."
    assert levels(text, language="ru") == [("I. ОБЩИЕ МЕРЫ", 1)]


def flat(sections: tuple[Section, ...], level: int = 1) -> list[tuple[int, int]]:
    return [
        row for section in sections for row in [(section.lines[0], level), *flat(section.sections, level + 1)]
    ]


HEADINGS_OF_THE_REPORT = """
59:1 61:2 63:3 195:3 231:3 258:3 303:3 350:3 386:3 419:3 460:1 466:1 468:2 512:2 531:2 537:2 592:1 594:2
610:2 627:2 633:2 653:2 659:2 729:1 731:2 733:3 820:2 862:2 948:2 972:2 998:1 1024:2 1070:2 1087:2 1156:2
1171:2 1202:2 1233:3 1257:2 1278:3 1321:2 1346:2 1389:1 1392:2 1544:2 1545:3 1617:4 1673:4 1719:4 1721:5
1777:5 1812:2 1842:2 1844:3 1853:4 1951:4 1978:4 2006:1 2008:2 2010:3 2079:4 2123:4 2153:4 2178:4 2198:4
2229:4 2241:2 2273:2 2320:1 2322:2 2408:2 2437:2 2493:2 2547:2 2552:2 2621:2 2626:3 2645:3 2689:3 2720:2
2727:2 2728:3 2763:2 2774:2 2793:1 2802:2 3580:2 3690:2 3831:2 3875:2 4366:2 5448:2
"""


def test_the_report_has_the_headings_that_a_reader_sees(kazakh: Edition) -> None:
    seen = [tuple(map(int, pair.split(":"))) for pair in HEADINGS_OF_THE_REPORT.split()]
    assert flat(kazakh.outline) == seen


@pytest.mark.parametrize(
    ("line", "articles", "observations"),
    [
        pytest.param(67, "4 42 44", "8 9", id="articles of the heading above the sub-heading"),
        pytest.param(387, "4 42 44", "", id="a sub-heading without observations has none of its neighbour's"),
        pytest.param(461, "1", "", id="article in the chapter's heading"),
        pytest.param(542, "12", "24 25", id="observations after a page break"),
        pytest.param(952, "37a 28", "26 27", id="lettered paragraph in brackets of its own"),
        pytest.param(1245, "20", "36 37", id="sub-heading has the observations of its section"),
        pytest.param(1548, "6 24", "42 43", id="two headings of articles over one text"),
        pytest.param(1778, "6 24", "48 49", id="second sub-heading under one line of observations"),
        pytest.param(1854, "26 18 27", "50 51", id="article with a paragraph broken over lines"),
        pytest.param(2556, "37b 37c 37d", "", id="three lettered paragraphs"),
        pytest.param(2723, "", "62 63", id="a protocol is no part of the article before it"),
        pytest.param(2731, "38", "64", id="a protocol under its article"),
    ],
)
def test_a_passage_has_the_articles_and_observations_of_its_section(
    kazakh: Edition, line: int, articles: str, observations: str
) -> None:
    passage = next(passage for passage in kazakh.passages if passage.lines[0] == line)
    assert passage.articles == tuple(articles.split())
    assert passage.observations == tuple(observations.split())


@pytest.mark.parametrize(
    "text",
    ["line\tlevel\n", "line\tlevel\treason\n7\tdeep\twhy\n", "line\tlevel\treason\n7\t1\twhy\n7\t2\twhy\n"],
)
def test_decisions_of_another_shape_are_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "headings.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusUnreadable):
        read_levels(tmp_path, "headings.tsv")
