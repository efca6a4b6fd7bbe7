from pathlib import Path
from shutil import copytree

import pytest

from qa_service.document.corpus import read_corpus
from qa_service.document.records import Document, Status
from qa_service.errors import CorpusUnreadable
from tests.document.conftest import CORPUS, REPORT


def refusal(folder: Path) -> str:
    with pytest.raises(CorpusUnreadable) as refused:
        read_corpus(folder)
    return str(refused.value.values["reason"])


def test_the_report_is_read_with_what_its_manifest_says(report: Document) -> None:
    assert (report.number, report.date) == ("942", "2021-12-28")
    assert set(report.titles) == set(report.short_titles) == {"kk", "ru", "en"}
    assert report.adopted_by["ru"] == "Правительство Республики Казахстан"
    assert report.official.status is Status.OFFICIAL
    assert report.official.language == "kk"


def test_ids_stay_when_other_documents_are_added(tmp_path: Path, report: Document) -> None:
    copytree(CORPUS / REPORT, tmp_path / REPORT)
    (tmp_path / "a.txt").write_text("Первый документ.", encoding="utf-8")
    (tmp_path / "z.txt").write_text("Последний документ.", encoding="utf-8")
    corpus = read_corpus(tmp_path)
    assert [document.id for document in corpus.documents] == [REPORT, "a", "z"]
    assert corpus.documents[0] == report


def test_only_texts_and_folders_are_documents(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("Документ.", encoding="utf-8")
    (tmp_path / "README.md").write_text("# Corpus", encoding="utf-8")
    (tmp_path / ".draft.txt").write_text("Черновик.", encoding="utf-8")
    assert [document.id for document in read_corpus(tmp_path).documents] == ["one"]


def test_a_missing_corpus_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path / "corpus") == "no such folder"


def test_an_empty_corpus_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "no documents"


def test_one_unreadable_file_refuses_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "good.txt").write_text("Документ.", encoding="utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\xff\xfe")
    assert refusal(tmp_path) == "not UTF-8 at byte 0"


def test_a_folder_that_is_no_document_refuses_the_corpus(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    assert refusal(tmp_path) == "no such file"


def test_two_documents_with_one_id_are_refused(tmp_path: Path) -> None:
    (tmp_path / "a b.txt").write_text("Документ.", encoding="utf-8")
    (tmp_path / "a-b.txt").write_text("Документ.", encoding="utf-8")
    assert refusal(tmp_path) == "two documents have the id a-b"


def test_a_linked_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / REPORT).symlink_to(CORPUS / REPORT)
    assert refusal(tmp_path / "corpus") == "leads outside its folder"


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    copytree(CORPUS / REPORT, tmp_path / REPORT)
    return tmp_path / REPORT


def test_a_folder_with_another_name_than_its_id_is_refused(copied: Path) -> None:
    copied.rename(copied.with_name("report"))
    assert refusal(copied.parent) == f"the folder is not named by its id {REPORT}"


def test_a_mend_that_went_stale_fails_the_build(copied: Path) -> None:
    text = (copied / "kk.txt").read_text(encoding="utf-8")
    (copied / "kk.txt").write_text(text.replace("  44-бабына", " 44-бабына"), encoding="utf-8")
    assert refusal(copied.parent).startswith("stale mend: line 7 does not read")


def test_a_decision_on_a_line_inside_a_paragraph_fails_the_build(copied: Path) -> None:
    with (copied / "headings.tsv").open("a", encoding="utf-8") as file:
        file.write("68\t3\tno paragraph starts here\n")
    assert refusal(copied.parent) == "stale decision: no paragraph starts at line 68"


def test_an_edition_in_a_file_outside_the_folder_is_refused(copied: Path) -> None:
    manifest = (copied / "manifest.toml").read_text(encoding="utf-8")
    (copied / "manifest.toml").write_text(manifest.replace('"kk.txt"', '"../other.txt"'), encoding="utf-8")
    assert refusal(copied.parent) == "leads outside its folder"


def test_a_source_without_an_edition_file_is_refused(copied: Path) -> None:
    (copied / "kk.txt").unlink()
    assert refusal(copied.parent) == "no such file"
