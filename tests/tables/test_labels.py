"""Row labels."""

import pytest

from qa_service.tables.labels import Entry, Found, find_label, next_label, read_entry
from qa_service.tables.tokens import SourceLine, Token, read_tokens
from qa_service.tables.tree import read_tree


def tokens(*printed: str) -> tuple[Token, ...]:
    return read_tokens([SourceLine(number, text) for number, text in enumerate(printed, 1)])


def entry(noted: str) -> Entry:
    return read_entry(read_tree(noted)[-1])


def test_a_footnote_mark_is_kept_apart_from_its_label() -> None:
    read = entry("халықтың үлесі (^1) кедейлік деңгейі), %")
    assert (read.label, read.marks) == ("халықтың үлесі (кедейлік деңгейі), %", (1,))
    assert find_label(tokens("халықтың ", "үлесі (1) ", "", "кедейлік ", "деңгейі), %"), 0, read) == Found(6)


def test_headings_and_rows_above_are_the_group() -> None:
    assert (
        entry("Қор, млн дана\n  # оның ішінде:\n    ауылды мекендер").group == "Қор, млн дана / оның ішінде"
    )


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        (("бала бақшалар 1",), Found(2)),
        (("-бала бақшалар 1",), Found(2)),
        (("- б а л а  ", "бақшалар 1"), Found(2)),
        (("12 бала ", "бақшалар 1"), Found(3, "12")),
        (("бала бақшаларда 1",), None),
        (("- 1 2",), None),
    ],
)
def test_a_dash_or_a_number_may_stand_before_a_label(printed: tuple[str, ...], found: Found | None) -> None:
    assert find_label(tokens(*printed), 0, entry("бала бақшалар")) == found


def test_a_value_within_a_line_is_not_taken_for_the_next_label() -> None:
    read = tokens("0 397 1 205", "1 394 202")
    assert next_label(read, 1, entry("1")) == 4
