import re
from collections import Counter
from pathlib import Path

import pytest

from qa_service.document.mends import apply_mends, mends_within, read_mends
from qa_service.document.records import Edition, Mend
from qa_service.errors import CorpusUnreadable
from tests.document.conftest import CORPUS, REPORT

HEADER = "line\tbefore\tafter\treason\n"


def words(text: str) -> Counter[str]:
    """Runs of letters and runs of digits, each with how often it stands there."""
    return Counter(re.findall(r"[^\W\d]+|\d+", text))


@pytest.mark.parametrize(
    "mend", read_mends(CORPUS / REPORT, "mends.tsv"), ids=lambda mend: f"line {mend.line}"
)
def test_a_mend_of_the_report_moves_words_and_spaces_and_changes_no_word(mend: Mend) -> None:
    assert words(mend.before) == words(mend.after)
    assert Counter(mend.before.replace(" ", "")) == Counter(mend.after.replace(" ", ""))


def test_only_recorded_lines_are_mended(source_lines: list[str]) -> None:
    mends = read_mends(CORPUS / REPORT, "mends.tsv")
    mended = enumerate(apply_mends(source_lines, mends, "kk.txt"), start=1)
    changed = [number for number, line in mended if line != source_lines[number - 1]]
    assert changed == sorted(mend.line for mend in mends)


def test_every_mend_says_why() -> None:
    assert all(len(mend.reason) > 15 for mend in read_mends(CORPUS / REPORT, "mends.tsv"))


def test_no_doubled_or_single_leading_space_is_left_in_the_body(source_lines: list[str]) -> None:
    body = apply_mends(source_lines, read_mends(CORPUS / REPORT, "mends.tsv"), "kk.txt")[:2780]
    assert [
        line for line in body if "  " in line.strip() or (line.startswith(" ") and line[1:2].strip())
    ] == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        pytest.param(
            26, "конвенцияның 44-бабын орындау үшін және Мерзімді", id="end of a link after its line"
        ),
        pytest.param(26, "нысаны мен мазмұнына қатысты", id="and the place it left"),
        pytest.param(176, "Заңының 5-бабына Қазақстан Республикасы Білім", id="link after the next word"),
        pytest.param(1196, "139-бабы бойынша 1904 қылмыстық", id="lost space"),
    ],
)
def test_displaced_words_stand_in_their_place(kazakh: Edition, line: int, words: str) -> None:
    passage = next(passage for passage in kazakh.passages if passage.lines[0] == line)
    assert words in passage.text
    assert passage.mends


@pytest.mark.parametrize("line", [0, 1, 3], ids=["before the file", "other words", "behind the file"])
def test_a_stale_mend_fails_the_build(line: int) -> None:
    mend = Mend(line, "44- орындау", "44-бабын", "displaced")
    with pytest.raises(CorpusUnreadable, match="stale mend: line"):
        apply_mends(["first", "second"], [mend], "kk.txt")


def test_a_mend_that_could_mean_two_places_is_stale() -> None:
    with pytest.raises(CorpusUnreadable, match="does not read 'а' once"):
        apply_mends(["а а"], [Mend(1, "а", "ә", "letter")], "kk.txt")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("line\tbefore\tafter\n", id="a column is missing"),
        pytest.param(f"{HEADER}seven\ta\tb\tc\n", id="line is no number"),
        pytest.param(f"{HEADER}\ta\tb\tc\n", id="line is blank"),
    ],
)
def test_a_file_that_holds_no_mends_is_refused(tmp_path: Path, text: str) -> None:
    (tmp_path / "mends.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusUnreadable):
        read_mends(tmp_path, "mends.tsv")


def test_quotes_and_leading_spaces_of_a_mend_are_kept(tmp_path: Path) -> None:
    (tmp_path / "mends.tsv").write_text(f'{HEADER}7\t "а\tа "\tbecause\n', encoding="utf-8")
    assert read_mends(tmp_path, "mends.tsv") == (Mend(7, ' "а', 'а "', "because"),)


def test_mends_are_found_by_their_lines() -> None:
    mends = [Mend(line, "a", "b", "c") for line in (3, 5, 9)]
    assert [mend.line for mend in mends_within(mends, 5, 9)] == [5, 9]
