"""The annex tables of the real report, and what happens when layout and text do not fit."""

from itertools import pairwise

import pytest

from qa_service.document.records import Row, Table
from qa_service.errors import CorpusUnreadable
from qa_service.tables.layout import Layout
from qa_service.tables.reader import read_tables

LINES = (
    "1-кесте. Балалар саны, адам",
    "Өңір 2016 ж. 2017 ж.",
    "ҚР 3 345 1 204",
    "",
    "Қараған",
    "ды",
    "1 001 9981)",
    "1) Алдын ала",
    "деректер",
    "Дереккөз: ҚР БҒМ",
)
NOTED: dict[str, object] = {
    "number": 1,
    "unit": "адам",
    "label_header": "Өңір",
    "columns": "2016 ж.\n2017 ж.",
    "rows": "ҚР\nҚарағанды",
}


def read(changed: dict[str, object], lines: tuple[str, ...] = LINES) -> Table:
    (table,) = read_tables(lines, [Layout.model_validate(NOTED | changed)], "kk")
    return table


def row(table: Table, label: str, occurrence: int = 0) -> Row:
    return [row for row in table.rows if row.label == label][occurrence]


def test_a_table_is_read_with_frame_labels_values_marks_and_lines() -> None:
    table = read({})
    assert (table.title, table.unit, table.source) == ("Балалар саны, адам", "адам", "ҚР БҒМ")
    assert (table.notes, table.lines) == (("1) Алдын ала деректер",), (1, 10))
    assert table.rows == (
        Row("ҚР", None, ("3 345", "1 204"), (3, 3)),
        Row("Қарағанды", None, ("1 001", "998"), (5, 7), marks=((1, 1),)),
    )


@pytest.mark.parametrize(
    "changed",
    [
        {"columns": "2016 ж.\n2018 ж."},
        {"columns": "2016 ж."},
        {"rows": "ҚР\nҚарағандя"},
        {"rows": "ҚР"},
        {"rows": "ҚР\nАлматы\nҚарағанды"},
        {"unit": "теңге"},
        {"gaps": [{"rows": ["ҚР"], "blank": "1", "reason": "r"}]},
        {"moves": [{"line": 3, "text": "9 999", "before": 2, "reason": "r"}]},
        {"number": 2},
    ],
    ids=lambda changed: next(iter(changed)),
)
def test_a_layout_that_the_text_does_not_bear_out_is_refused(changed: dict[str, object]) -> None:
    with pytest.raises(CorpusUnreadable):
        read(changed)


def test_a_piece_printed_out_of_place_is_read_where_it_belongs() -> None:
    astray = (*LINES[:2], "345 1 204", "ҚР 3", *LINES[4:])
    moves = [{"line": 4, "text": "ҚР 3", "before": 3, "reason": "printed below its row"}]
    assert read({"moves": moves}, astray).rows[0] == Row("ҚР", None, ("3 345", "1 204"), (3, 4))


def test_every_row_has_a_value_for_each_column(tables: dict[int, Table]) -> None:
    for table in tables.values():
        assert {len(row.values) for row in table.rows} == {len(table.columns)}
        assert len(set(table.columns)) == len(table.columns)


def test_rows_follow_each_other_within_their_table(tables: dict[int, Table]) -> None:
    for table in tables.values():
        spans = [row.lines for row in table.rows]
        assert all(before[1] < after[0] for before, after in pairwise(spans))
        assert table.lines[0] < spans[0][0] and spans[-1][1] < table.lines[1]


def test_no_row_has_the_place_of_another(tables: dict[int, Table]) -> None:
    for table in tables.values():
        places = [(row.group, row.label) for row in table.rows]
        assert len(set(places)) == len(places)


@pytest.mark.parametrize(
    ("number", "label", "occurrence", "column", "value", "span"),
    [
        (2, "Қала халық", 0, "2017 жылғы 1 қаңтарға / ұлдар", "1547 723", (2899, 2899)),
        (2, "17", 0, "2021 жылғы 1 қаңтарға / қыздар", "118 229", (2897, 2897)),
        (3, "2018", 2, "Өлгендер, адам", "51 276", (2957, 2957)),
        (4, "Барлық ұлттар", 0, "2018 жылғы 1 қаңтарға / Адам", "18157337", (2967, 3030)),
        (4, "Өзбектер", 0, "2017 жылғы 1 қаңтарға / Адам", "563 103", (3074, 3091)),
        (4, "Украиндар", 0, "2021 жылғы 1 қаңтарға / Үлес сал., %", "1,4%", (3093, 3105)),
        (5, "Қарағанды", 0, "100 000 тірі туылғандарға шаққандағы көрсеткіш / 2019 ж.", "39,5", (3279, 3282)),
        (7, "Халықтың жан басына шаққандағы орташа атаулы ақшалай табыстары, теңге", 0, "2020 ж.", "114 995",
         (3384, 3395)),
        (8, "ауыл", 3, "2016 ж.", "33 415", (3515, 3515)),
        (18, "Шымкент қ.", 0, "2020 ж. / барлығы", "900", (4129, 4132)),
        (19, "жетімдер", 0, "2017 ж.", "113", (4179, 4181)),
        (24, "1 топ", 0, "2018 ж.", "54 306", (4453, 4453)),
        (25, "Солтүстік Қазақстан", 0, "2020 ж. / Балалар саны", "134 454", (4520, 4526)),
        (25, "Түркістан**)", 0, "2016 ж. / Балалар саны", "1 140 968", (4530, 4533)),
        (26, "15 жастан 17 жасқа дейін", 0, "2017 ж. / бар-ғы", "98", (4580, 4587)),
        (28, "Нұр-Сұлтан қ.", 0, "2017 ж. / оның ішінде / қала халқы", "14,99", (4802, 4806)),
        (28, "Нұр-Сұлтан қ.", 0, "2017 ж. / оның ішінде / ауыл халқы", "", (4802, 4806)),
        (30, "Бала тууға жәрдемақы алғандар саны, мың адам", 0, "2017 ж.", "388,6", (4886, 4894)),
        (36, "Барлығы", 0, "2020/21 жж. / Жалпы білім беретін мектептердегі оқушылар саны", "3 481 347",
         (5260, 5260)),
        (37, "Шымкент қ.", 0, "өзбек тілінде / барлығы", "3", (5436, 5440)),
        (38, "6-17", 1, "Босқындар / 2018ж.", "63", (5493, 5493)),
        (40, "Орыс тілінде оқытатын мектептер контингенті", 0, "2018-2019 оқу жылы", "378 735", (5599, 5602)),
        (41, "1 жылға дейін", 0, "2020 ж.", "53", (5711, 5711)),
    ],
)  # fmt: skip
def test_hard_cells_are_as_a_reader_of_the_source_finds_them(
    tables: dict[int, Table],
    number: int,
    label: str,
    occurrence: int,
    column: str,
    value: str,
    span: tuple[int, int],
) -> None:
    found = row(tables[number], label, occurrence)
    assert (found.values[tables[number].columns.index(column)], found.lines) == (value, span)


def test_footnote_marks_leave_the_value_and_stay_known(tables: dict[int, Table]) -> None:
    first = tables[8].rows[0]
    assert first.values == ("1", "2,5", "2,7", "4,3", "4,3", "5,3")
    assert first.marks == ((-1, 1), (1, 1), (2, 1), (3, 2))
    assert [note[:2] for note in tables[8].notes] == ["1)", "2)", "3)"]


def test_titles_end_where_the_header_begins_with_or_without_a_blank_line(tables: dict[int, Table]) -> None:
    assert tables[32].title.endswith("ұйымдарының желісі мен контингенті")
    assert tables[9].title.endswith("азаматтардың өтініштері, бірлік")
    assert tables[36].title.endswith("облыстар бөлінісіндегі оқушылар мен педагогтердің арақатынасы")
