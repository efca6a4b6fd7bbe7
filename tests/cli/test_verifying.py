"""Citations are verified in every kind of file that holds them."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_service.assembly import read_library
from qa_service.citing.citation import FORMS, citation
from qa_service.cli.running import run
from qa_service.document.records import Document
from tests.docx_files import word_file

CORPUS = Path(__file__).parents[2] / "corpus"
CHANGED, STANDING = "0123456789ab", 0


@pytest.fixture(scope="module")
def report() -> Document:
    return next(each for each in read_library(CORPUS).documents if each.official.tables)


def as_json(text: str) -> bytes:
    return json.dumps({"citation": {"ru": text}}).encode()


@pytest.mark.parametrize("written", [str.encode, word_file, as_json], ids=["text", "docx", "json"])
def test_passages_and_cells_are_verified_in_every_form_and_file(
    report: Document, written: Callable[[str], bytes], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QA_CORPUS", str(CORPUS))
    row = next(each for each in report.official.passages if each.row == 2)
    passages = ((report.official.passages[20], None), (row, 1))
    printed = [
        citation(report, passage, "ru", form, column)
        for form in FORMS
        if form != "link"
        for passage, column in passages
    ]
    file = tmp_path / "cited"
    file.write_bytes(written("\n".join(printed)))
    assert run(["verify", str(file)]) == STANDING
    digest = printed[1].rpartition("@")[2].rstrip("])}\n")
    file.write_bytes(written("\n".join(printed).replace(digest, CHANGED)))
    assert run(["verify", str(file)]) == 1
