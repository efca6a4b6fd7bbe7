"""A picture of a table is whole, legible, bounded and always the same."""

import time
from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image

from qa_service.document.records import Row, Table
from qa_service.errors import CellUnknown
from qa_service.service import Service
from qa_service.tables.picture import to_png
from qa_service.tables.picture.boxes import Box, Layout, Look
from qa_service.tables.picture.layout import layout_of
from qa_service.tables.picture.typesetting import LINE, Fonts
from tests.tables.picture.samples import HUGE, NESTED, PLAIN, rows, table


def laid_out(shown: Table, cell: tuple[int, int] | None = None, doubt: str = "") -> Layout:
    return layout_of(shown, cell, doubt, Fonts())


def texts(layout: Layout, look: Look | None = None) -> list[str]:
    return [" ".join(box.lines) for box in layout.boxes if look in (None, box.look)]


def overlap(one: Box, other: Box) -> bool:
    return (
        one.left < other.left + other.width
        and other.left < one.left + one.width
        and one.top < other.top + other.height
        and other.top < one.top + one.height
    )


def opened(png: bytes) -> Image.Image:
    return Image.open(BytesIO(png)).convert("RGB")


def test_everything_that_a_table_holds_is_shown() -> None:
    layout = laid_out(PLAIN)
    assert texts(layout) == [
        "3. Кесте", "адам", "2018 ж.", "2019 ж.", "",
        "Қарағанды 0", "9,58", "9,58", "Қарағанды 1", "9,58", "9,58", "Қарағанды 2", "9,58", "9,58",
        "ҰСБ", "1) ескерту",
    ]  # fmt: skip


def test_shared_titles_stand_once_above_their_columns() -> None:
    heads = {" ".join(box.lines): box for box in laid_out(NESTED).boxes if box.look is Look.HEADER}
    assert list(heads) == ["2018", "барлығы", "оның ішінде", "ұлдар", "қыздар", "2019", ""]
    assert heads["2018"].width == heads["барлығы"].width + heads["оның ішінде"].width
    assert heads["оның ішінде"].width == heads["ұлдар"].width + heads["қыздар"].width
    deepest = {heads[title].top + heads[title].height for title in ("барлығы", "ұлдар", "қыздар", "2019", "")}
    assert len(deepest) == 1


def test_the_asked_cell_is_marked_and_no_other() -> None:
    (marked,) = [box for box in laid_out(PLAIN, (2, 2)).boxes if box.look is Look.MARKED]
    label = next(box for box in laid_out(PLAIN).boxes if box.lines == ("Қарағанды 1",))
    assert (marked.top, marked.lines) == (label.top, ("9,58",))
    assert texts(laid_out(PLAIN), Look.MARKED) == []
    image = opened(to_png(PLAIN, (2, 2)))
    assert image.getpixel((marked.left + 8, marked.top + 8)) != opened(to_png(PLAIN)).getpixel(
        (marked.left + 8, marked.top + 8)
    )


def test_uncertain_cells_are_coloured_and_the_colour_is_explained_only_where_there_are_any() -> None:
    doubtful = replace(PLAIN, rows=(replace(PLAIN.rows[0], uncertain=(1,)), *PLAIN.rows[1:]))
    assert len(texts(laid_out(doubtful, doubt="Күмәнді"), Look.DOUBTFUL)) == 1
    assert "Күмәнді" in texts(laid_out(doubtful, doubt="Күмәнді"))
    assert "Күмәнді" not in texts(laid_out(PLAIN, doubt="Күмәнді"))


def test_groups_are_named_once_and_footnotes_stand_at_their_values() -> None:
    grouped = (
        Row("Барлығы", None, ("5",), (1, 1), marks=((-1, 2),)),
        Row("қала", "Барлығы", ("3",), (2, 2), marks=((0, 1),)),
        Row("ұлдар", "Балалар", ("2",), (3, 3)),
        Row("қыздар", "Балалар", ("1",), (4, 4)),
    )
    layout = laid_out(table(("2019",), grouped))
    assert texts(layout, Look.GROUP) == ["Балалар"]
    assert texts(layout, Look.LABEL) == ["Барлығы²", "қала", "ұлдар", "қыздар"]
    assert texts(layout, Look.VALUE) == ["5", "3¹", "2", "1"]


@pytest.mark.parametrize("letters", ["ӘҒҚҢӨҰҮҺІәғқңөұүһі", "ЁЙЩЪЫЭЮЯёйщъыэюя", "«»–№…¹²³"])
def test_the_fonts_have_every_letter(letters: str) -> None:
    for bold in (False, True):
        font = Fonts().bold if bold else Fonts().regular
        missing = bytes(font.getmask("\uffff"))
        assert [letter for letter in letters if bytes(font.getmask(letter)) == missing] == []


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_table_of_the_report_is_whole_and_nothing_covers_anything_else(
    service: Service, language: str
) -> None:
    for shown in service.library.tables(language):
        layout = laid_out(shown)
        boxes = layout.boxes
        printed = texts(layout, Look.VALUE) + texts(layout, Look.DOUBTFUL)
        values = [text.rstrip(" ⁰¹²³⁴⁵⁶⁷⁸⁹") for text in printed]
        assert len(values) == len(shown.rows) * len(shown.columns), shown.number
        assert {value for row in shown.rows for value in row.values} <= set(values), shown.number
        assert all(len(box.lines) * LINE <= box.height for box in boxes)
        near = [
            (one, other)
            for place, one in enumerate(boxes)
            for other in boxes[place + 1 : place + 40]
            if overlap(one, other)
        ]
        assert near == [], shown.number
        assert max(box.left + box.width for box in boxes) <= layout.width


def test_no_line_of_the_report_is_wider_than_its_box(service: Service) -> None:
    fonts = Fonts()
    for shown in service.library.tables("ru"):
        for box in layout_of(shown, None, "", fonts).boxes:
            bold = box.look in (Look.TITLE, Look.HEADER, Look.GROUP)
            assert all(fonts.width(line, bold) + box.inset <= box.width for line in box.lines)


def test_a_monstrous_table_is_bounded_in_pixels_and_time_and_keeps_the_marked_cell() -> None:
    started = time.perf_counter()
    image = opened(to_png(HUGE, (399, 119)))
    assert time.perf_counter() - started < 10
    assert image.width <= 2_000
    assert image.height <= 15_000
    assert len(texts(laid_out(HUGE, (399, 119)), Look.MARKED)) == 1
    assert "…" in texts(laid_out(HUGE), Look.GROUP)


@pytest.mark.parametrize("shown", [table((), ()), table(("2019",), ()), table((), rows(2, 0))])
def test_a_table_without_cells_is_still_a_picture(shown: Table) -> None:
    assert opened(to_png(shown)).width > 100


@pytest.mark.parametrize("cell", [(0, 1), (4, 1), (1, 3), (1, 0), (-1, 1)])
def test_a_cell_that_there_is_not_is_refused(cell: tuple[int, int]) -> None:
    with pytest.raises(CellUnknown):
        to_png(PLAIN, cell)


def test_the_same_table_is_the_same_picture() -> None:
    assert to_png(NESTED, (1, 2)) == to_png(NESTED, (1, 2))
