from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.document.corpus import read_document
from qa_service.document.nesting import with_decided_headings
from qa_service.document.records import Document, Pair, Section
from tests.document.manifests import manifest

MANIFEST = manifest("D", 'headings = "headings.tsv"\n')
KAZAKH = """
IX. ҚОРҒАУ ШАРАЛАРЫ

      Әділет (Конвенцияның 40-бабы)

      Сот туралы мәтін бар.

Факультативтік хаттама

      Хаттама туралы мәтін бар.
"""
RUSSIAN = """
IX. МЕРЫ ЗАЩИТЫ

      Правосудие (статья 40 Конвенции)

      Здесь текст о суде.

Факультативный протокол

      Здесь текст о протоколе.
"""
HEADER = "line\tlevel\treason\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A document whose official Russian text was dropped into its folder."""
    files = {"manifest.toml": MANIFEST, "kk.txt": KAZAKH, "ru.txt": RUSSIAN}
    (tmp_path / "D").mkdir()
    for name, text in {**files, "headings.tsv": f"{HEADER}8\t2\tnot about article 40\n"}.items():
        (tmp_path / "D" / name).write_text(text, encoding="utf-8")
    return tmp_path / "D"


def tied(folder: Path, *pairs: str) -> Document:
    """The document with pairs such as "8=8" (official line, Russian line)."""
    sides = ([one.split(",") for one in pair.split("=")] for pair in pairs)
    found = (
        Pair(tuple(f"D.kk.{line}" for line in left), tuple(f"D.ru.{line}" for line in right))
        for left, right in sides
    )
    return with_decided_headings(replace(read_document(folder), pairs=tuple(found)), folder.parent)


def nested(sections: tuple[Section, ...]) -> dict[str, object]:
    return {section.title: nested(section.sections) for section in sections}


def test_a_heading_takes_the_level_that_its_partner_was_given(folder: Path) -> None:
    document = tied(folder, "8=8")
    assert nested(document.editions[1].outline) == {
        "IX. МЕРЫ ЗАЩИТЫ": {"Правосудие (статья 40 Конвенции)": {}, "Факультативный протокол": {}}
    }
    protocol = document.editions[1].passages[-1]
    assert (protocol.path[-1], protocol.articles) == ("Факультативный протокол", ())


def test_only_depths_change(folder: Path) -> None:
    before, after = read_document(folder), tied(folder, "8=8")
    assert after.official == before.official
    texts = [
        [(passage.id, passage.text, passage.kind) for passage in document.editions[1].passages]
        for document in (before, after)
    ]
    assert texts[0] == texts[1]


@pytest.mark.parametrize("pair", ["4=4", "8=10", "8=4,8", "6,8=8"])
def test_what_is_no_pair_of_two_headings_with_a_decision_changes_nothing(folder: Path, pair: str) -> None:
    assert tied(folder, pair).editions == read_document(folder).editions


def test_a_decision_of_its_own_stands(folder: Path) -> None:
    entry = '[[editions]]\nlanguage = "ru"\nstatus = "official"\nfile = "ru.txt"\nheadings = "ru.tsv"\n'
    (folder / "manifest.toml").write_text(MANIFEST + entry, encoding="utf-8")
    (folder / "ru.tsv").write_text(f"{HEADER}8\t1\ta chapter here\n", encoding="utf-8")
    assert list(nested(tied(folder, "8=8").editions[1].outline)) == [
        "IX. МЕРЫ ЗАЩИТЫ",
        "Факультативный протокол",
    ]
