from pathlib import Path

import pytest

from qa_service.document.quotations import Names, read_names
from qa_service.errors import CorpusUnreadable

NAMES = Names(
    {
        "Білім туралы": ("Об образовании",),
        "Бала": ("ребенок", "ребенка"),
        '"Дені сау ұлт" сақтау': ("Здравоохранение «Здоровая нация",),
    }
)


@pytest.mark.parametrize(
    ("text", "translation", "unmatched"),
    [
        pytest.param('"Білім туралы" Заң', "Закон «Об образовании»", "", id="matched"),
        pytest.param('" Білім туралы " Заң', "Закон «Об образовании»", "", id="spaces inside the marks"),
        pytest.param('"Бала" деген "Бала"', "«ребенок» значит «ребенка»", "", id="in two forms"),
        pytest.param('"Бала" деген "Бала"', "«ребенок» и ребенок", "Бала", id="once too few"),
        pytest.param("Заң", "Закон «Об образовании»", "«»", id="added"),
        pytest.param('"Тіл туралы" Заң', "Закон «О языках»", '""«»', id="not in the table"),
        pytest.param('"Білім туралы" Заң', "Закон «О языках»", "Білім туралы", id="another name"),
        pytest.param('"Дені сау ұлт" сақтау" жобасы', "«Здравоохранение «Здоровая нация»", "", id="nested"),
    ],
)
def test_every_quotation_is_matched_by_the_table(text: str, translation: str, unmatched: str) -> None:
    assert NAMES.unmatched(text, translation) == unmatched


def read(folder: Path, text: str) -> Names:
    (folder / "names.tsv").write_text(text, encoding="utf-8")
    return read_names(folder, "names.tsv", "kk", "ru")


def test_a_table_of_names_is_read_with_its_quotation_marks(tmp_path: Path) -> None:
    table = '# comment\nkk\tru\tnote\nБала\tребенок\tterm\nБала\tребенка\tterm\n"А" б\tБ «А\tname\n'
    assert read(tmp_path, table).matches == {"Бала": ("ребенок", "ребенка"), '"А" б': ("Б «А",)}


@pytest.mark.parametrize("row", ["Бала\tребенок", "\tребенок\tterm"])
def test_a_broken_table_of_names_is_refused(tmp_path: Path, row: str) -> None:
    with pytest.raises(CorpusUnreadable, match="line 2"):
        read(tmp_path, f"kk\tru\tnote\n{row}\n")
