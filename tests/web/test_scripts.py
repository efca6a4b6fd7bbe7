"""What the page's scripts work out by themselves: numbers, highlights, addresses, series."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

CALL = "async ([file, name, ...values]) => (await import(`/web/js/${file}`))[name](...values)"
MARKED = """async ([text, spans]) => (await import("/web/js/offsets.js")).marked(text, spans)
    .map(piece => typeof piece === "string" ? piece : `[${piece.textContent}]`).join("")"""
PLACE = """async (hash) => {
    const { room, path, query } = (await import("/web/js/address.js")).placeOf(hash);
    return [room, path, [...query]];
}"""


@pytest.fixture(scope="module")
def scripts(browser: Browser, site: str) -> Iterator[Page]:
    page = browser.new_page()
    page.goto(site)
    yield page
    page.close()


DRAWN = """async (values) => {
    await (await import("/web/js/words.js")).takeUpLanguage();
    const points = values.map((value, place) => ({ label: `${place}`, text: `${value}`, value }));
    const { parts } = (await import("/web/js/chart_years.js")).overYears(points, 600);
    const made = parts.flat(Infinity);
    const dots = made.flatMap((part, place) => part.localName === "circle" ? [[part, made[place + 1]]] : []);
    return {
        line: made.find(part => part.localName === "path").getAttribute("d"),
        asides: dots.map(([dot, text]) => text.getAttribute("y") - dot.getAttribute("cy")),
    };
}"""


def call(page: Page, file: str, name: str, *values: Any) -> Any:
    return page.evaluate(CALL, [file, name, *values])


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("17 918 214", 17918214),
        ("17\u00a0918\u00a0214", 17918214),
        ("9,58", 9.58),
        ("66,5%", 66.5),
        ("-10", -10),
        ("0", 0),
        ("-", None),
        ("", None),
        (".", None),
        ("107/171", None),
        ("1,2,3", None),
    ],
)
def test_a_printed_figure_is_its_number_and_what_is_missing_is_none(
    scripts: Page, printed: str, number: float | None
) -> None:
    assert call(scripts, "numbers.js", "printedNumber", printed) == number


@pytest.mark.parametrize(
    ("low", "high", "steps"),
    [(0, 1462, [0, 500, 1000, 1500]), (9.07, 10.42, [9, 9.5, 10, 10.5]), (-52, 15, [-60, -40, -20, 0, 20])],
)
def test_the_steps_of_a_scale_are_round_and_hold_every_value(
    scripts: Page, low: float, high: float, steps: list[float]
) -> None:
    assert call(scripts, "numbers.js", "ticks", low, high) == steps


@pytest.mark.parametrize("value", [0, 5, -3, 1e-7, 1e12])
def test_a_scale_of_one_value_still_has_two_steps(scripts: Page, value: float) -> None:
    steps = call(scripts, "numbers.js", "ticks", value, value)
    assert len(steps) >= 2 and steps[0] <= value <= steps[-1]


@pytest.mark.parametrize(
    ("text", "spans", "shown"),
    [
        ("Бала құқықтары", [[5, 14]], "Бала [құқықтары]"),
        ("𐰀𐰁 бала", [[3, 7]], "𐰀𐰁 [бала]"),
        ("абвгд", [[3, 4], [0, 2], [1, 3]], "[абвг]д"),
        ("аб", [[1, 99], [50, 60]], "а[б]"),
        ("<b>аб</b>", [[3, 5]], "<b>[аб]</b>"),
        ("аб", [], "аб"),
        ("", [[0, 1]], ""),
    ],
)
def test_highlights_count_characters_as_the_service_does(
    scripts: Page, text: str, spans: list[list[int]], shown: str
) -> None:
    assert scripts.evaluate(MARKED, [text, spans]) == shown


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("", ["ask", [], []]),
        ("#/table/6?language=ru", ["table", ["6"], [["language", "ru"]]]),
        ("#/read/D1.kk.10?q=а%20б", ["read", ["D1.kk.10"], [["q", "а б"]]]),
        (
            "#/ask?q=что?&after=раз&after=два",
            ["ask", [], [["q", "что?"], ["after", "раз"], ["after", "два"]]],
        ),
        ("#/read/100%", ["read", ["100%"], []]),
        ("#//evil.example/x", ["ask", ["evil.example", "x"], []]),
    ],
)
def test_an_address_names_a_place_of_the_page(scripts: Page, address: str, place: list[Any]) -> None:
    assert scripts.evaluate(PLACE, address) == place


@pytest.mark.parametrize(
    ("heading", "year"),
    [
        ("2016 ж. / барлығы", {"year": "2016", "rest": "барлығы"}),
        ("на 1 января 2017 года / мальчики", {"year": "2017", "rest": "мальчики"}),
        ("2016/17 гг. / Число", {"year": "2016/17", "rest": "Число"}),
        ("2018-2019 учебный год", {"year": "2018/19", "rest": ""}),
        ("всего за 2016-2020 гг.", {"year": "", "rest": "всего за 2016-2020 гг."}),
        ("на 1000 человек", {"year": "", "rest": "на 1000 человек"}),
    ],
)
def test_a_heading_tells_its_year(scripts: Page, heading: str, year: dict[str, str]) -> None:
    assert call(scripts, "series.js", "yearOf", heading) == year


@pytest.mark.parametrize(
    ("values", "strokes"),
    [([1, 2, 3], "MLL"), ([1, None, 3, 4], "MML"), ([None, 2, 3, 4], "MLL"), ([1, 2, 3, None], "MLL")],
)
def test_a_line_breaks_where_a_value_is_missing(
    scripts: Page, values: list[float | None], strokes: str
) -> None:
    line = scripts.evaluate(DRAWN, values)["line"]
    assert "".join(letter for letter in line if letter.isalpha()) == strokes


@pytest.mark.parametrize(
    ("values", "below"),
    [
        ([8, 5, 9], [False, True, False]),
        ([4, 5, 9], [True, False, False]),
        ([9, 5, 4], [False, False, True]),
        ([9, 0, 9], [False, False, False]),  # On the axis there is no room below.
    ],
)
def test_a_value_stands_where_the_line_does_not_run(
    scripts: Page, values: list[float], below: list[bool]
) -> None:
    assert [aside > 0 for aside in scripts.evaluate(DRAWN, values)["asides"]] == below
