from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from qa_service.assembly import read_library
from qa_service.document.records import Document, Edition, Kind, Pair, Passage, Section, Status
from qa_service.tables.outlines import with_tables_listed

CORPUS = Path(__file__).parents[2] / "corpus"


def edition(language: str, *names: str) -> Edition:
    """An edition of one section; names that begin with t are tables."""
    passages = tuple(
        Passage(f"D.{language}.{name}", "D", language, Status.OFFICIAL, kind_of(name), name, (1, 1))
        for name in names
    )
    outline = (Section("A", (1, 1), passages=tuple(passage.id for passage in passages)),)
    return Edition(language, Status.OFFICIAL, f"{language}.txt", passages, outline)


def kind_of(name: str) -> Kind:
    return Kind.TABLE if name.startswith("t") else Kind.PARAGRAPH


def with_unlisted(text: Edition, *tables: str) -> Edition:
    return replace(text, passages=(*text.passages, *edition(text.language, *tables).passages))


def paired(*names: str) -> tuple[Pair, ...]:
    return tuple(Pair((f"D.kk.{name}",), (f"D.ru.{name}",)) for name in names)


def listed(edition: Edition) -> list[str]:
    return [name.rpartition(".")[2] for name in edition.outline[0].passages]


@pytest.mark.parametrize(
    ("official", "other", "tables", "expected"),
    [
        pytest.param(("1", "t1", "5", "t2"), ("1", "5"), ("t1", "t2"), ["1", "t1", "5", "t2"], id="between"),
        pytest.param(("1", "2", "t1", "t2"), ("1",), ("t1", "t2"), ["1", "t1", "t2"], id="after a gap"),
        pytest.param(("1", "t1"), ("1", "9"), ("t1",), ["1", "t1", "9"], id="beside words of its own"),
        pytest.param(("1", "t1", "t2"), ("1",), ("t2",), ["1", "t2"], id="only its own tables"),
    ],
)
def test_tables_are_listed_where_the_official_outline_has_them(
    official: Sequence[str], other: Sequence[str], tables: Sequence[str], expected: list[str]
) -> None:
    text = with_unlisted(edition("ru", *other), *tables)
    assert (
        listed(with_tables_listed(text, edition("kk", *official), paired("1", "5", "t1", "t2"))) == expected
    )


def test_a_table_below_a_heading_without_a_partner_stays_out() -> None:
    text = with_unlisted(edition("ru", "1"), "t1")
    assert with_tables_listed(text, edition("kk", "1", "t1"), paired("t1")) == text


def test_an_edition_that_prints_its_tables_stays_as_it_is() -> None:
    text = edition("ru", "t1", "1")
    assert with_tables_listed(text, edition("kk", "1", "t1"), paired("1", "t1")) is text


def test_the_reports_tables_are_listed_alike_in_both_editions() -> None:
    document: Document = read_library(CORPUS).documents[0]
    official, russian = (list(tables_in(each.outline)) for each in document.editions)
    assert official == russian
    assert sum(len(tables) for tables in official) == 41


def tables_in(sections: Sequence[Section]) -> Iterator[list[str]]:
    """The tables of each section, depth first."""
    for section in sections:
        yield [last for name in section.passages if (last := name.rpartition(".")[2]).startswith("t")]
        yield from tables_in(section.sections)
