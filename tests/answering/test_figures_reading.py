"""Years, ages, places and what is counted, as questions and labels say them."""

import pytest

from qa_service.answering.figures.ages import Age
from qa_service.answering.figures.facets import Cue, read_facets
from qa_service.answering.figures.periods import END, START, Period, same

YEAR = Period(2019, 2019)


@pytest.mark.parametrize(
    ("text", "language", "period"),
    [
        ("2019 жылы", "kk", YEAR),
        ("в 2019 г.", "ru", YEAR),
        ("в 2019-м", "ru", YEAR),
        ("2019 жылдың басында", "kk", Period(2019, 2019, START)),
        ("на начало 2019 года", "ru", Period(2019, 2019, START)),
        ("на 1 января 2019 года", "ru", Period(2019, 2019, START)),
        ("2019 жылғы 1 қаңтарға", "kk", Period(2019, 2019, START)),
        ("к концу 2019 года", "ru", Period(2019, 2019, END)),
        ("2020 жылғы 1 қазанға", "kk", Period(2020, 2020, (10, 1))),
        ("на 1 октября 2020", "ru", Period(2020, 2020, (10, 1))),
        ("2016/17 оқу жылында", "kk", Period(2016, 2017, school=True)),
        ("в 2019–2020 учебном году", "ru", Period(2019, 2020, school=True)),
        ("с 2016 по 2020 год", "ru", Period(2016, 2020)),
        ("2016 жылдан 2020 жылға дейін", "kk", Period(2016, 2020)),
    ],
)
def test_a_period_is_read_however_it_is_written(text: str, language: str, period: Period) -> None:
    (found,) = read_facets(text, language).periods
    assert (found.first, found.last, found.day) == (period.first, period.last, period.day)


def test_two_years_are_two_periods() -> None:
    assert [str(period) for period in read_facets("в 2016 и 2020 годах", "ru").periods] == ["2016", "2020"]


@pytest.mark.parametrize(
    ("asked", "printed", "fits"),
    [
        pytest.param(YEAR, Period(2019, 2019, START), True, id="a year means its first day too"),
        pytest.param(Period(2018, 2018, END), Period(2019, 2019, START), True, id="an end is a beginning"),
        pytest.param(Period(2019, 2019, END), Period(2019, 2019, START), False, id="a year lies between"),
        pytest.param(YEAR, Period(2019, 2020, school=True), True, id="a school year begins in it"),
        pytest.param(
            Period(2020, 2020), Period(2019, 2020, school=True), False, id="that one only ends in it"
        ),
        pytest.param(YEAR, Period(2016, 2020), False, id="a span is not a year"),
    ],
)
def test_a_cell_fits_a_period_only_if_it_is_of_it(asked: Period, printed: Period, fits: bool) -> None:
    assert bool(same(asked, printed)) is fits


@pytest.mark.parametrize(
    ("text", "language", "age"),
    [
        ("тоғыз жасар ұлдар", "kk", Age(9, 9)),
        ("девятилетних мальчиков", "ru", Age(9, 9)),
        ("15-тен 19 жасқа дейінгі қыздар", "kk", Age(15, 19)),
        ("5 жастан 14 жасқа дейін", "kk", Age(5, 14)),
        ("6 мен 17 жас аралығындағы", "kk", Age(6, 17)),
        ("от года до трёх лет", "ru", Age(1, 3)),
        ("6–15 лет", "ru", Age(6, 15)),
        ("до 16 лет", "ru", Age(0, 16, below=True)),
        ("18-ге толмаған", "kk", Age(0, 18, below=True)),
        ("туғаннан 17 жасқа дейінгі", "kk", Age(0, 17)),
        ("оның ішінде жасы 6-17", "kk", Age(6, 17)),
        ("от года до трёх ходили в сад", "ru", Age(1, 3)),
        ("в возрасте от трёх до шести", "ru", Age(3, 6)),
        ("школьники (7–11)", "ru", Age(7, 11)),
        ("подростки от 12 до 16, девушки", "ru", Age(12, 16)),
        ("дети до года", "ru", Age(0, 1, below=True)),
        ("бес жасқа жетпеген балалар", "kk", Age(0, 5, below=True)),
        ("13 жастағылардың саны", "kk", Age(13, 13)),
    ],
)
def test_an_age_is_read_however_it_is_written(text: str, language: str, age: Age) -> None:
    assert read_facets(text, language).ages == (age,)


@pytest.mark.parametrize("text", ["за пять лет", "от 15 до 17 процентов", "до 2019 года", "с 2016 по 2020"])
def test_numbers_of_something_else_are_no_age(text: str) -> None:
    assert not read_facets(text, "ru").ages


@pytest.mark.parametrize(
    ("text", "language", "place"),
    [
        ("в Карагандинской области", "ru", "karaganda"),
        ("в Караганде", "ru", "karaganda"),
        ("Қарағандыда", "kk", "karaganda"),
        ("Қарағанды облысында", "kk", "karaganda"),
        ("ШҚО-да", "kk", "east-kazakhstan"),
        ("в ВКО", "ru", "east-kazakhstan"),
        ("в Северо-Казахстанской области", "ru", "north-kazakhstan"),
        ("в Алматы", "ru", "almaty-city"),
        ("Алматы қаласында", "kk", "almaty-city"),
        ("в Алматинской области", "ru", "almaty"),
        ("Алматы облысында", "kk", "almaty"),
        ("в столице", "ru", "nur-sultan"),
        ("в городе Караганда", "ru", "karaganda-city"),
        ("в Узбекистане", "ru", "uzbekistan"),
    ],
)
def test_a_place_is_known_in_every_form(text: str, language: str, place: str) -> None:
    (readings,) = read_facets(text, language).places
    assert readings[0] == place


@pytest.mark.parametrize(
    ("text", "language"),
    [("узбекских школ", "ru"), ("ақшалай табыс", "kk"), ("число семей", "ru"), ("Өзбектер", "kk")],
)
def test_words_that_look_like_a_place_are_none(text: str, language: str) -> None:
    assert not read_facets(text, language).places


def test_both_sexes_together_ask_for_neither() -> None:
    assert read_facets("мальчики и девочки вместе", "ru").sexes == frozenset()
    assert read_facets("мальчики", "ru").sexes == {Cue.MALE}


def test_what_is_not_to_be_counted_is_left_out() -> None:
    counted = read_facets("сколько детских садов, не считая мини-центров, было в 2020", "ru").words
    assert "мини" not in counted
    assert "садов" in counted
    assert "шағын" not in read_facets("шағын орталықтарды қоспағанда неше балабақша", "kk").words
