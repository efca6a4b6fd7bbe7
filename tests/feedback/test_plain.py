import csv
import io
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.feedback.plain import plain, to_csv


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("\x1b]0;owned\x07\x1b[2J", "]0;owned[2J", id="what a terminal obeys"),
        pytest.param("a\u202eb\u2066c\u200bd", "abcd", id="marks that turn the writing or hide"),
        pytest.param(" бір\r\nекі\t үш ", "бір екі үш", id="line ends"),
        pytest.param("Қазақ тілі — «ә»", "Қазақ тілі — «ә»", id="plain text as it is"),
    ],
)
def test_only_text_is_shown(text: str, shown: str) -> None:
    assert plain(text) == shown


@given(st.text())
def test_what_is_shown_is_one_line_of_printable_letters(text: str) -> None:
    shown = plain(text)
    assert not any(unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Zl", "Zp") for letter in shown)
    assert plain(shown) == shown


@pytest.mark.parametrize("text", ["=cmd()", "+1", "-1", "@SUM(A1)", "\t=1+1", "|calc", "\u200b=1+1"])
def test_a_spreadsheet_runs_nothing(text: str) -> None:
    (line,) = csv.reader(io.StringIO(to_csv([[text]]).decode("utf-8-sig")))
    assert line[0].startswith("'")


def test_quotes_and_separators_stay_in_their_cell() -> None:
    cells = ['a"b', "c,d", "е;ж"]
    assert list(csv.reader(io.StringIO(to_csv([cells]).decode("utf-8-sig")))) == [cells]
