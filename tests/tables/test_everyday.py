from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.document.records import Table
from qa_service.errors import CorpusUnreadable
from qa_service.tables.everyday import FILE, with_everyday_names

HEAD = "table\tof\tkk\tru\n"
KAZAKH = Table(
    number=6,
    title="Нәресте өлімі",
    unit=None,
    chapter=None,
    label_header=None,
    columns=("2018 ж. / барлығы", "2018 ж. / қала"),
    rows=(),
    source=None,
    notes=(),
    lines=(1, 2),
)
RUSSIAN = replace(KAZAKH, title="Младенческая смертность", columns=("2018 г. / всего", "2018 г. / город"))
TABLES = {"kk": (KAZAKH,), "ru": (RUSSIAN,)}


def named(folder: Path, *lines: str) -> dict[str, Table]:
    (folder / FILE).write_text(HEAD + "".join(f"{line}\n" for line in lines), encoding="utf-8")
    return {language: its[0] for language, its in with_everyday_names(TABLES, "kk", folder).items()}


def test_a_title_has_the_names_of_each_language(tmp_path: Path) -> None:
    tables = named(tmp_path, "6\t\tсәбилер өлімі|шетінеу\tсмерть младенцев")
    assert tables["kk"].everyday == {"": ("сәбилер өлімі", "шетінеу")}
    assert tables["ru"].everyday == {"": ("смерть младенцев",)}


def test_a_heading_is_named_by_its_own_text_in_every_language(tmp_path: Path) -> None:
    tables = named(tmp_path, "6\tқала\tқалалықтар\tгорожане")
    assert tables["kk"].everyday == {"қала": ("қалалықтар",)}
    assert tables["ru"].everyday == {"город": ("горожане",)}


def test_without_the_file_tables_stay_as_they_are(tmp_path: Path) -> None:
    assert with_everyday_names(TABLES, "kk", tmp_path) == TABLES


def test_a_heading_is_named_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match="line 3: the heading 'қала' of table 6"):
        named(tmp_path, "6\tқала\tқалалықтар\tгорожане", "6\tқала\tшаһарлықтар\tгородские")


@pytest.mark.parametrize(
    "line",
    [
        "7\t\tбіреу\tнекто",
        "6\tауыл\tауылдықтар\tселяне",
        "6\t\tсәбилер\t",
        "6\t\tсәбилер",
        "six\t\tсәбилер\tмладенцы",
        "6\t\tсәбилер\tмладенцы\tbabies",
    ],
)
def test_a_line_that_names_nothing_or_breaks_the_format_is_refused(tmp_path: Path, line: str) -> None:
    with pytest.raises(CorpusUnreadable, match=FILE):
        named(tmp_path, line)
