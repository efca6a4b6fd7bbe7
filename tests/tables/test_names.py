"""The tables of the real report in Russian, and what happens when names do not fit their table."""

from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.document.records import Row, Table
from qa_service.errors import CorpusUnreadable
from qa_service.language.alphabet import KAZAKH_LETTERS
from qa_service.tables.names import (
    Names,
    names_of,
    read_names,
    translated,
    translated_tables,
)
from tests.tables.conftest import REPORT

RUSSIAN = REPORT / "tables" / "ru"
TABLE = Table(
    number=1,
    title="2017 жылғы 1 қаңтарға балалар саны, адам",
    unit="адам",
    chapter=None,
    label_header=None,
    columns=("2016 ж. / ұлдар", "2016 ж. / қыздар"),
    rows=(
        Row("Ақмола", None, ("3 345", "1 204"), (3, 3), uncertain=(1,), marks=((0, 1),)),
        Row("0-5 жас", "Ақмола", ("12", ""), (4, 5)),
    ),
    source="ҚР БҒМ",
    notes=("1) Алдын ала деректер",),
    lines=(1, 6),
)
NOTED: dict[str, object] = {
    "number": 1,
    "title": "Число детей на 1 января 2017 года, человек",
    "unit": "человек",
    "columns": "2016 г.\n  мальчики\n  девочки",
    "rows": "Акмолинская область\n  0-5 лет",
    "source": "МОН РК",
    "notes": ["1) Предварительные данные"],
}
WRITTEN = """
number = 1
title = "Число детей"
columns = "2016 г."
rows = "РК"
"""


def names(**changed: object) -> Names:
    return Names.model_validate(NOTED | changed)


@pytest.fixture(scope="module")
def russian(tables: dict[int, Table]) -> dict[int, Table]:
    both = translated_tables(list(tables.values()), read_names(RUSSIAN), RUSSIAN)
    return {table.number: table for table in both}


def test_names_change_and_cells_lines_marks_and_doubts_stay() -> None:
    table = translated(TABLE, names(), "ru/01.toml")
    assert table.columns == ("2016 г. / мальчики", "2016 г. / девочки")
    assert table.rows == (
        replace(TABLE.rows[0], label="Акмолинская область"),
        replace(TABLE.rows[1], label="0-5 лет", group="Акмолинская область"),
    )
    assert (table.title, table.unit, table.source) == (NOTED["title"], "человек", "МОН РК")
    assert (table.notes, table.lines) == (("1) Предварительные данные",), TABLE.lines)


@pytest.mark.parametrize(
    "changed",
    [
        {"title": "Число детей на 1 января 2018 года, человек"},
        {"unit": None},
        {"chapter": "ГЛАВА"},
        {"columns": "2016 г.\n  мальчики"},
        {"columns": "2016 г. мальчики\n2016 г. девочки"},
        {"columns": "2017 г.\n  мальчики\n  девочки"},
        {"rows": "Акмолинская область"},
        {"rows": "Акмолинская область\n0-5 лет"},
        {"rows": "Акмолинская область\n  0-6 лет"},
        {"rows": "# Акмолинская область\n  0-5 лет"},
        {"notes": []},
        {"notes": ["2) Предварительные данные"]},
        {"source": None},
    ],
    ids=str,
)
def test_names_that_do_not_fit_the_table_are_refused_with_their_file(changed: dict[str, object]) -> None:
    with pytest.raises(CorpusUnreadable) as refusal:
        translated(TABLE, names(**changed), "ru/01.toml")
    assert refusal.value.values["file"] == "ru/01.toml"


def test_a_table_without_names_is_refused() -> None:
    with pytest.raises(CorpusUnreadable) as refusal:
        translated_tables([TABLE], {}, Path("ru"))
    assert refusal.value.values["file"] == "ru/01.toml"


@pytest.mark.parametrize(
    ("file", "text"),
    [
        ("02.toml", WRITTEN),
        ("01.toml", WRITTEN + 'colour = "red"\n'),
        ("01.toml", WRITTEN.replace('"Число детей"', "1")),
        ("01.toml", "number = "),
    ],
    ids=["other-number", "unknown-key", "not-text", "not-toml"],
)
def test_a_broken_file_of_names_is_named(tmp_path: Path, file: str, text: str) -> None:
    (tmp_path / file).write_text(text, encoding="utf-8")
    with pytest.raises(CorpusUnreadable) as refusal:
        read_names(tmp_path)
    assert refusal.value.values["file"] == str(tmp_path / file)


def test_a_folder_that_is_not_there_holds_no_names(tmp_path: Path) -> None:
    assert not read_names(tmp_path / "ru")


def test_every_table_of_the_report_has_russian_names(
    tables: dict[int, Table], russian: dict[int, Table]
) -> None:
    assert russian.keys() == tables.keys()
    assert len(russian) == 41


def test_no_kazakh_is_left_in_russian_names(russian: dict[int, Table]) -> None:
    named = [name for table in russian.values() for name in names_of(table) if name]
    assert not [name for name in named if KAZAKH_LETTERS & set(name.lower())]


def test_the_unit_is_part_of_the_russian_title(russian: dict[int, Table]) -> None:
    assert not [table.number for table in russian.values() if (table.unit or "") not in table.title]


def test_a_name_has_one_russian_name_in_its_table_and_shares_it_with_no_other(
    tables: dict[int, Table], russian: dict[int, Table]
) -> None:
    for number, table in tables.items():
        pairs = set(zip(names_of(table), names_of(russian[number]), strict=True))
        assert len(pairs) == len({name for name, _ in pairs}), number
        rows = {(row.label, row.group) for row in russian[number].rows}
        assert len(rows) == len({(row.label, row.group) for row in table.rows}), number
        assert len(set(russian[number].columns)) == len(table.columns), number


@pytest.mark.parametrize(
    ("number", "row", "column", "value"),
    [
        (1, "мужчины", "на 1 января 2020 года", "9 034 134"),
        (20, "2015 г.", "система здравоохранения / число детей", "828"),
        (34, "г. Нур-Султан", "Специальные детские сады / детей в них", "241"),
    ],
)
def test_a_cell_is_found_under_its_russian_names(
    russian: dict[int, Table], number: int, row: str, column: str, value: str
) -> None:
    table = russian[number]
    (found,) = (each for each in table.rows if each.label == row)
    assert found.values[table.columns.index(column)] == value
