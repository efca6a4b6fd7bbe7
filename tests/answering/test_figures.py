"""Questions for figures, answered from the tables of the real report."""

import json
from collections.abc import Callable
from itertools import chain
from pathlib import Path

import pytest

from qa_service.answering.figures.finder import FigureFinder
from qa_service.answering.figures.outcome import (
    Calculated,
    Facet,
    FigureOutcome,
    Found,
    Missing,
    NoFigure,
    Operation,
    Ranking,
    Series,
)
from qa_service.answering.figures.wording import LIKELY, notices, wording
from qa_service.answering.records import Doubt
from qa_service.assembly import read_glossary, read_library
from qa_service.document.records import Document

ROOT = Path(__file__).parents[2]
QUESTIONS = ROOT / "tests/questions"

Find = Callable[[str, str], FigureOutcome]


@pytest.fixture(scope="module")
def document() -> Document:
    return read_library(ROOT / "corpus").documents[0]


@pytest.fixture(scope="module")
def find(document: Document) -> Find:
    languages = [edition.language for edition in document.editions]
    tables = zip(*(edition.tables for edition in document.editions), strict=True)
    named = [(document.id, dict(zip(languages, same, strict=True))) for same in tables]
    return FigureFinder(named, read_glossary(ROOT / "corpus")).find


def value(outcome: FigureOutcome) -> str:
    assert isinstance(outcome, Found), outcome
    return outcome.spot.figure.value


def test_a_figure_comes_with_its_table_row_column_unit_and_lines(find: Find) -> None:
    outcome = find("Какова была младенческая смертность в Карагандинской области в 2019 году?", "ru")
    assert isinstance(outcome, Found)
    figure = outcome.spot.figure
    assert (figure.value, figure.number, figure.unit) == ("9,58", 9.58, "на 1000 живорожденных")
    assert (figure.table, figure.row) == (6, "Карагандинская область")
    assert figure.column.endswith("2019 г.")
    assert figure.lines == (3355, 3355)
    assert (outcome.spot.document, outcome.spot.row) == ("P2100000942", 9)


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("Младенческая смертность по регионам в 2019 году", "ru"),
        ("2019 жылы облыстар бойынша нәресте өлімі қандай?", "kk"),
    ],
)
def test_a_question_by_regions_gets_the_figure_of_every_one(find: Find, question: str, language: str) -> None:
    outcome = find(question, language)
    assert isinstance(outcome, Series)
    assert {spot.figure.table for spot in outcome.spots} == {6}
    assert len({spot.figure.row for spot in outcome.spots}) == 17
    assert {spot.figure.column.rpartition(" / ")[2][:4] for spot in outcome.spots} == {"2019"}


def test_years_that_nobody_asked_for_make_no_region_uncertain(find: Find) -> None:
    outcome = find("В каком регионе больше всего ранних браков?", "ru")
    assert isinstance(outcome, Ranking)
    assert (outcome.spots[0].figure.row, outcome.spots[0].figure.value) == ("Алматинская область", "141")


@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("2019 жылы Қарағанды облысында шақалақтардың шетінеуі қандай болды?", "kk"),
        ("Какой была гибель грудничков в Карагандинской области в 2019 году?", "ru"),
    ],
)
def test_a_table_is_found_by_what_people_call_its_subject(find: Find, question: str, language: str) -> None:
    assert value(find(question, language)) == "9,58"


def test_names_of_the_cell_are_in_the_language_of_the_question(find: Find) -> None:
    outcome = find("Қарағанды облысында 2019 жылы нәресте өлімі қандай болды?", "kk")
    assert isinstance(outcome, Found)
    assert outcome.spot.figure.row == "Қарағанды"
    assert value(outcome) == "9,58"


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("2017 жылы туғаннан 17 жасқа дейінгі қыз балалар саны", "kk", "2 734 684"),
        ("сколько было мужчин на 1 января 2019", "ru", "8 913 196"),
        ("узбекоязычных школ в 2020-2021", "ru", "9"),
        ("младенческая смертность в Алматы в 2020", "ru", "7,64"),
        ("младенческая смертность в Алматинской области в 2020", "ru", "7,70"),
        ("младенческая смертность в 2020 году", "ru", "7,77"),
        ("ВКО материнская смертность 2019 абсолютное число", "ru", "5"),
        ("ШҚО 2019 жылы 100 мың тірі туғанға шаққандағы ана өлімі", "kk", "23,4"),
        ("уровень бедности в городе 2018", "ru", "2,5"),
        ("число детских садов в Павлодарской области, не считая мини-центров", "ru", "154"),
        ("Здравствуйте, прошу сообщить точную численность мужчин на 1 января 2019", "ru", "8 913 196"),
        ("Қостанай облысында 2018 жылы бір жасқа дейінгі балалардың өлімі", "kk", "9,09"),
    ],
)
def test_years_places_sexes_and_settlements_choose_the_cell(
    find: Find, text: str, language: str, expected: str
) -> None:
    assert value(find(text, language)) == expected


@pytest.mark.parametrize(
    ("text", "facet", "has"),
    [
        ("Какова младенческая смертность в 2023 году?", Facet.PERIOD, "2020"),
        ("ранние браки 2022", Facet.PERIOD, "2018"),
        ("Младенческая смертность в Узбекистане в 2019 году", Facet.PLACE, "Карагандинская область"),
        ("Младенческая смертность в Семее в 2019 году", Facet.PLACE, "г. Алматы"),
        ("сколько детей усыновили в Павлодарской области в 2018", Facet.PLACE, ""),
    ],
)
def test_what_a_table_lacks_is_said_with_what_it_has(find: Find, text: str, facet: Facet, has: str) -> None:
    outcome = find(text, "ru")
    assert isinstance(outcome, Missing)
    assert facet in outcome.facets
    said = wording(outcome, "ru")
    assert said is not None
    assert outcome.title in said.text
    assert has in said.text


def test_a_blank_cell_is_not_answered_and_the_filled_years_are_told(find: Find) -> None:
    outcome = find("Сколько случаев детского алкоголизма было в 2016 году, общее число", "ru")
    assert isinstance(outcome, Missing)
    assert not outcome.facets
    assert outcome.has == ("2018", "2019", "2020")


def test_a_dash_is_told_as_a_dash(find: Find) -> None:
    outcome = find("Младенческая смертность в Шымкенте в 2016 году", "ru")
    assert isinstance(outcome, Found)
    assert (outcome.spot.figure.value, outcome.spot.figure.number) == ("-", None)
    said = wording(outcome, "ru")
    assert said is not None
    assert "прочерк" in said.text


def test_without_a_year_the_latest_figure_is_given_and_said_to_be_so(find: Find) -> None:
    outcome = find("Сколько библиотек доступно детям?", "ru")
    assert value(outcome) == "3 962"
    assert isinstance(outcome, Found)
    assert outcome.latest
    assert any("последнее значение" in each for each in notices(outcome, "ru"))


def test_a_cell_that_the_damaged_text_does_not_settle_is_given_with_a_warning(find: Find) -> None:
    outcome = find("Сколько обращений о социальном обеспечении поступило омбудсмену в 2017 году?", "ru")
    assert isinstance(outcome, Found)
    assert outcome.spot.figure.doubts == (Doubt.UNSETTLED,)
    assert any("Повреждённый источник" in each for each in notices(outcome, "ru"))


def test_footnotes_at_the_cell_and_its_label_are_told(find: Find) -> None:
    outcome = find("среднедушевой номинальный денежный доход 2020", "ru")
    assert value(outcome) == "114 995"
    assert any("Предварительные данные" in each for each in notices(outcome, "ru"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сколько неблагополучных семей было в Шымкенте в 2020 году?", "208"),
        ("Сколько детей в неблагополучных семьях Шымкента в 2020 году?", "342"),
        ("Неблагополучные семьи и дети в них, Шымкент, 2020", "208/342"),
    ],
)
def test_of_two_figures_in_one_cell_the_one_asked_for_is_told_beside_both(
    find: Find, text: str, expected: str
) -> None:
    outcome = find(text, "ru")
    assert isinstance(outcome, Found)
    figure, alone = outcome.spot.figure, "/" not in expected
    assert (figure.value, figure.pair) == (expected, "208/342" if alone else None)
    told = wording(outcome, "ru")
    assert told is not None and told.text.startswith(f"{expected} (208/342) – " if alone else "208/342 – ")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Как менялась младенческая смертность с 2016 по 2020 год?", "ru"),
        ("Нәресте өлімі қалай өзгерді?", "kk"),
    ],
)
def test_a_trend_is_the_row_year_by_year(find: Find, text: str, language: str) -> None:
    outcome = find(text, language)
    assert isinstance(outcome, Series)
    assert [spot.figure.value for spot in outcome.spots] == ["8,59", "7,93", "8,03", "8,37", "7,77"]


def test_two_places_are_answered_side_by_side(find: Find) -> None:
    outcome = find("Младенческая смертность в Алматы и Алматинской области в 2020", "ru")
    assert isinstance(outcome, Series)
    assert [spot.figure.value for spot in outcome.spots] == ["7,64", "7,70"]


def test_a_comparison_ranks_places_without_the_country(find: Find) -> None:
    outcome = find("где больше всего ранних браков в 2020 году?", "ru")
    assert isinstance(outcome, Ranking)
    assert [spot.figure.value for spot in outcome.spots[:3]] == ["141", "96", "91"]
    least = find("Қай облыста 2020 жылы ерте неке ең аз?", "kk")
    assert isinstance(least, Ranking)
    assert not least.most
    assert least.spots[0].figure.value == "14"


def test_a_comparison_over_the_years_ranks_years(find: Find) -> None:
    outcome = find("В каком году было больше всего детских суицидов?", "ru")
    assert isinstance(outcome, Ranking)
    assert outcome.spots[0].figure.value == "179"


@pytest.mark.parametrize(
    ("text", "operation", "number"),
    [
        ("На сколько выросло число детей-инвалидов с 2016 по 2019 год?", Operation.DIFFERENCE, 11911.0),
        ("Во сколько раз выросло число детей-инвалидов с 2016 по 2019 год?", Operation.RATIO, 1.1),
        ("На сколько процентов выросло число детей-инвалидов с 2016 по 2019?", Operation.GROWTH, 15.0),
    ],
)
def test_worked_out_figures_name_their_cells_and_are_marked(
    find: Find, text: str, operation: Operation, number: float
) -> None:
    outcome = find(text, "ru")
    assert isinstance(outcome, Calculated)
    assert (outcome.operation, outcome.number) == (operation, number)
    assert [spot.figure.value for spot in outcome.spots] == ["79 662", "91 573"]
    said = wording(outcome, "ru")
    assert said is not None
    assert not said.quote
    assert any("рассчитано" in each for each in notices(outcome, "ru"))


def test_nothing_is_worked_out_from_a_year_that_the_table_lacks(find: Find) -> None:
    outcome = find("2016 жылдан 2020 жылға дейін халық саны қаншаға өсті?", "kk")
    assert isinstance(outcome, Missing)
    assert outcome.facets == (Facet.PERIOD,)


@pytest.mark.parametrize("text", ["", "???", "привет, как дела?", "Алматы", "Когда отмечают День семьи?"])
def test_a_question_for_something_else_has_no_figure(find: Find, text: str) -> None:
    assert isinstance(find(text, "ru"), NoFigure)


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_single_cells_are_found_and_wrong_ones_are_rarely_certain(find: Find, language: str) -> None:
    """`benchmarks/figures.py` gives .96 and .98, and .02 and .01 wrong and certain."""
    lines = chain(*(path.read_text("utf-8").splitlines() for path in QUESTIONS.glob("table*.jsonl")))
    cases = [json.loads(line) for line in lines]
    right, wrong_and_certain = 0, 0
    for case in cases:
        outcome = find(case["question"][language], language)
        good = isinstance(outcome, Found) and is_answer(outcome, case["answers"])
        right += good
        wrong_and_certain += not good and isinstance(outcome, Found) and outcome.certainty >= LIKELY
    assert right / len(cases) >= 0.93
    assert wrong_and_certain / len(cases) <= 0.04


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_questions_that_nothing_answers_hardly_ever_get_a_certain_cell(find: Find, language: str) -> None:
    lines = (QUESTIONS / "unanswerable.jsonl").read_text("utf-8").splitlines()
    outcomes = [find(json.loads(line)["question"][language], language) for line in lines]
    certain = [each for each in outcomes if isinstance(each, Found) and each.certainty >= LIKELY]
    assert len(certain) / len(outcomes) <= 0.01


def is_answer(outcome: Found, answers: list[str]) -> bool:
    return "".join(outcome.spot.figure.value.split()) in ["".join(answer.split()) for answer in answers]


def test_without_tables_there_are_no_figures() -> None:
    finder = FigureFinder([], read_glossary(ROOT / "corpus"))
    assert finder.find("Младенческая смертность в 2019 году", "ru") == NoFigure()
