from decimal import Decimal

import pytest

from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Kind, Mention


def _mentions(text: str) -> list[tuple[str, Mention]]:
    return [(text[slice(*one.span)], one) for one in read_sentence(text, "ru").mentions]


def _only(text: str, kind: Kind = Kind.FIGURE) -> Mention:
    found = [one for _, one in _mentions(text) if one.kind is kind]
    assert len(found) == 1
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("2,6 миллиона учащихся", 2_600_000, ""),
        ("22 мыңнан астам ұйым", 22_000, ""),
        ("20 тыс. детей", 20_000, ""),
        ("336,0 млрд тенге", 336_000_000_000, "money"),
        ("140 billion tenge", 140_000_000_000, "money"),
        ("1 млн 932 тыс. учащихся", 1_932_000, ""),
        ("98,7 %-ға жетті", Decimal("98.7"), "percent"),
        ("53 жаста", 53, "age"),
        ("на 1000 живорожденных", 1000, "per"),
        ("1000 тірі туылғанға шаққанда", 1000, "per"),
        ("143¹ организации", 143, ""),
    ],
)
def test_a_figure_is_read_in_whole_units(text: str, value: Decimal | int, unit: str) -> None:
    mention = _only(text)
    assert mention.readings == {Decimal(value)}
    assert mention.unit == unit


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2019 жылғы 28 мамырдағы", "2019-05-28"),
        ("28 мая 2019 года", "2019-05-28"),
        ("28 May 2019", "2019-05-28"),
        ("May 28, 2019", "2019-05-28"),
        ("28.05.2019", "2019-05-28"),
        ("2019-05-28", "2019-05-28"),
        ("в апреле 2019 года", "2019-04"),
        ("2019 жылғы сәуірде", "2019-04"),
        ("1 октября", "*-10-01"),
        ("2016 жылы", "2016"),
        ("by 2030", "2030"),
    ],
)
def test_a_date_is_read_in_every_language(text: str, name: str) -> None:
    assert _only(text, Kind.DATE).name == name


@pytest.mark.parametrize("written", ["№ 240-VI", "№ 240-VІ", "№ 240-\u0423I", "No. 240-vi", "№240-VI"])
def test_a_law_number_is_one_whatever_its_letters(written: str) -> None:
    assert _only(f"Закон {written}", Kind.LAW).name == "240-vi"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("статьи 109, 110 и 146 УК", ["109", "110", "146"]),
        ("109, 110, 146-баптары", ["109", "110", "146"]),
        ("7-1 және 7-2-баптарына сәйкес", ["7-1", "7-2"]),
        ("ст. 24 Конвенции", ["24"]),
        ("articles 7 and 8", ["7", "8"]),
        ("пункты № 28, 29", ["28", "29"]),
        ("58-тармақ", ["58"]),
    ],
)
def test_articles_are_read_one_by_one(text: str, names: list[str]) -> None:
    assert [one.name for _, one in _mentions(text) if one.kind is Kind.ARTICLE] == names


def test_a_figure_is_said_of_the_year_before_it_in_its_clause() -> None:
    found = {written: one.years for written, one in _mentions("в 2018 году – 68, в 2019 году – 50")}
    assert found["68"] == {2018}
    assert found["50"] == {2019}


def test_a_period_is_all_its_years() -> None:
    assert _only("в 2016 – 2018 годах – 843 факта").years == {2016, 2017, 2018}


def test_four_digits_before_a_word_are_no_year() -> None:
    assert _only("2047 школ").readings == {Decimal(2047)}


def test_names_of_tables_and_words_with_digits_are_no_figures() -> None:
    assert _mentions("(6-кесте), таблица 7, Angel24KZ, COVID-19") == []
