"""The real translation, with one thing at a time made wrong."""

from pathlib import Path
from shutil import copytree

import pytest

from qa_service.document.corpus import read_document
from qa_service.errors import CorpusUnreadable
from tests.document.conftest import CORPUS, REPORT


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    copytree(CORPUS / REPORT, tmp_path / REPORT)
    return tmp_path / REPORT


def doctor(file: Path, before: str, after: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert text.count(before) == 1
    file.write_text(text.replace(before, after), encoding="utf-8")


def refusal(folder: Path) -> str:
    with pytest.raises(CorpusUnreadable) as refused:
        read_document(folder)
    return str(refused.value.values["reason"])


@pytest.mark.parametrize(
    ("file", "before", "after", "reason"),
    [
        pytest.param(
            "06.txt",
            "сократилось со 146 до 98",
            "сократилось со 147 до 98",
            "translation of line 1223, figures: 146 ≠ 147",
            id="figure",
        ),
        pytest.param(
            "00-front.txt",
            "от 8 июня 1994 года, и",
            "от 8 июля 1994 года, и",
            "translation of line 6, months: month 6 ≠ month 7",
            id="month",
        ),
        pytest.param(
            "01.txt",
            "№ 287-VI ЗРК",
            "№ 287-IV ЗРК",
            "translation of line 148, law numbers: 287-VI ≠ 287-IV",
            id="law number",
        ),
        pytest.param(
            "00-front.txt",
            "В соответствии со статьей 44 Конвенции",
            "В соответствии с пунктом 44 Конвенции",
            "translation of line 6, articles: 44 ≠ -",
            id="article",
        ),
        pytest.param(
            "01.txt",
            "Союз кризисных центров Казахстана",
            "Союз центров Казахстана",
            "translation of line 387, quotations: Қазақстанның дағдарыс орталықтарының одағы",
            id="name",
        ),
        pytest.param(
            "03.txt",
            "Таким образом, все дети",
            "Это важно. Таким образом, все дети",
            "translation of line 499, sentences: 1 ≠ 2",
            id="sentence added",
        ),
        pytest.param(
            "03.txt",
            ", медицинского обслуживания, а также специальных социальных услуг",
            "",
            "translation of line 499, length: ",
            id="words left out",
        ),
    ],
)
def test_a_translation_that_differs_fails_the_build(
    copied: Path, file: str, before: str, after: str, reason: str
) -> None:
    doctor(copied / "ru" / file, before, after)
    assert refusal(copied).startswith(reason)


def test_a_paragraph_that_is_not_translated_fails_the_build(copied: Path) -> None:
    doctor(copied / "ru" / "03.txt", "@499-501\n", "@499-500\n")
    assert refusal(copied) == "official line 501 is not translated"


def test_an_accepted_difference_that_is_mended_is_stale(copied: Path) -> None:
    doctor(copied / "kk.txt", "(№ 240-VІ ҚР3)", "(№ 240-VІ ҚРЗ)")
    assert refusal(copied) == "stale exception: translation of line 141, figures: 3 ≠ -"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        pytest.param("line\tcheck\n", "line 1: no column difference", id="columns"),
        pytest.param("line\tcheck\tdifference\treason\nx\t\t\t\n", "line 2: check is empty", id="row"),
    ],
)
def test_broken_exceptions_are_refused(copied: Path, text: str, reason: str) -> None:
    (copied / "exceptions.tsv").write_text(text, encoding="utf-8")
    assert refusal(copied).startswith(reason)


def test_without_names_and_exceptions_the_other_checks_still_run(copied: Path) -> None:
    doctor(copied / "manifest.toml", 'names = "names.tsv"\nexceptions = "exceptions.tsv"\n', "")
    assert refusal(copied) == "translation of line 141, figures: 3 ≠ -"
