import struct

import pytest

from qa_service.replies import library
from qa_service.replies.schemas import Mark, Row, TableReply
from qa_service.service import Service
from qa_service.tables.picture import to_png
from qa_service.telegram.tables.column_heads import Heads, column_heads, header_lines
from qa_service.telegram.tables.grids import WIDTH, grids
from qa_service.telegram.tables.messages import as_text, is_photo, named
from qa_service.telegram.tables.texts import texts
from qa_service.telegram.text import LONGEST_MESSAGE, Style, Text, units

LANGUAGES = ("kk", "ru")


def _row(label: str, *values: str, group: str | None = None, uncertain: tuple[int, ...] = ()) -> Row:
    return Row(
        label=label,
        group=group,
        values=list(values),
        lines=(1, 1),
        uncertain=list(uncertain),
        marks=[],
        passage=None,
    )


def _table(columns: list[str], *rows: Row) -> TableReply:
    return TableReply(
        number=1,
        title="Кесте",
        unit=None,
        chapter=None,
        columns=columns,
        lines=(1, 9),
        label_header=None,
        rows=list(rows),
        source=None,
        notes=[],
        passage="D.kk.t1",
        citation={},
    )


def _lines(table: TableReply) -> list[str]:
    return [
        line for grid in grids(table) for line in (*grid.header, *(line for row in grid.rows for line in row))
    ]


def test_years_stand_above_their_values() -> None:
    table = _table(["2018 ж.", "2019 ж."], _row("Ақмола", "1,5", "12"), _row("Алматы", "-", ""))
    assert _lines(table) == [
        "              2018 2019",
        "───────────────────────",
        "Ақмола         1,5   12",
        "Алматы           -     ",
    ]


def test_long_headers_are_numbers_that_the_legend_explains() -> None:
    heads = column_heads(["барлығы", "оның ішінде ауылдық жерлерде"])
    assert heads == Heads((("барлығы",), ("(2)",)), ("(2) оның ішінде ауылдық жерлерде",))


def test_what_all_headers_share_is_said_once() -> None:
    heads = column_heads(["1000 адамға шаққанда / 2018 ж.", "1000 адамға шаққанда / 2019 ж."])
    assert heads == Heads((("2018",), ("2019",)), ("1000 адамға шаққанда",))


def test_an_outer_header_is_said_once_for_its_columns() -> None:
    heads = column_heads(["2018 ж. / ер", "2018 ж. / әйел", "2019 ж. / ер"])
    assert header_lines(heads.lines) == [["2018", "", "2019"], ["ер", "әйел", "ер"]]


def test_columns_that_find_no_room_stand_in_even_blocks_below() -> None:
    columns = [f"{year} ж." for year in range(2010, 2020)]
    made = grids(_table(columns, _row("Ақмола", *["123 456"] * 10)))
    assert [len(grid.header[0].split()) for grid in made] == [4, 4, 2]


def test_a_label_is_never_cut_and_a_group_is_named_once() -> None:
    label = "Жасырын жұмыссыздықтың ең ұзақ уақытқа созылған түрі"
    table = _table(["2018 ж."], _row(label, "1", group="Топ"), _row("Екінші", "2", group="Топ"))
    lines = _lines(table)
    assert " ".join(" ".join(lines).split()).count(label) == 1
    assert lines.count("Топ") == 1


def test_doubt_and_footnotes_stay_at_their_values() -> None:
    row = _row("Ақмола", "12", "7", uncertain=(0,)).model_copy(update={"marks": [Mark(value=1, note=2)]})
    assert _lines(_table(["2018 ж.", "2019 ж."], row))[-1].split() == ["Ақмола", "12?", "7²"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_table_of_the_report_fits_a_phone_and_loses_no_value(service: Service, language: str) -> None:
    for summary in library.tables(service, language).tables:
        table = library.table(service, summary.number, language)
        lines = _lines(table)
        assert max(map(len, lines)) <= WIDTH
        shown = " ".join(lines)
        assert all(value in shown for row in table.rows for value in row.values)


def test_a_long_table_goes_on_in_further_messages_under_its_header() -> None:
    rows = [_row(f"Жол {number}", "123 456", "654 321") for number in range(400)]
    found = texts(Text("Кесте"), _table(["2018 ж.", "2019 ж."], *rows), Text("Дереккөз"), "Жалғасы")
    assert len(found) > 2
    assert all(units(one.shown) <= LONGEST_MESSAGE for one in found)
    assert all(
        one.shown.startswith("Жалғасы\n\n") and "2018" in one.shown.split("\n")[2] for one in found[1:]
    )
    grid = "".join(one.shown for one in found)
    assert [grid.count(f"Жол {number} ") for number in range(400)] == [1] * 400
    assert found[-1].shown.endswith("Дереккөз")
    assert all(Style.GRID in {span.style for span in one.spans} for one in found)


def test_a_table_without_rows_is_told_without_cells() -> None:
    assert [one.shown for one in texts(Text("Кесте"), _table([]), Text("Дереккөз"), "")] == [
        "Кесте\n\nДереккөз"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_the_last_message_of_a_table_has_buttons(service: Service, language: str) -> None:
    *before, last = as_text(library.table(service, 4, language), language, language == "kk", language)
    assert [one.rows for one in before] == [()] * len(before)
    assert [len(row) for row in last.rows] == [2, 1]


def test_a_picture_that_telegram_would_refuse_or_blur_is_sent_as_a_file(service: Service) -> None:
    assert is_photo(to_png(service.library.table(21)))
    for width, height in ((9_000, 1_001), (2_000, 90), (90, 2_000), (2_600, 2_000)):
        assert not is_photo(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + struct.pack(">II", width, height))
    assert not is_photo(to_png(service.library.table(21)) + b"\x00" * 10_000_000)


def test_a_table_is_found_by_words_of_its_title_in_any_ending(service: Service) -> None:
    tables = library.tables(service, "ru").tables
    assert [one.number for one in named("детский суицид", tables, "ru")] == [26]
    assert [one.number for one in named("сироты", tables, "ru")] == [18, 19, 20, 21]
    assert named("?!", tables, "ru") == []
