"""Sentences as models write them of the real report: which hold, and why the others are struck out."""

import re
from pathlib import Path

import pytest

from qa_service.document.records import Kind, Passage
from qa_service.language.glossary import Glossary
from qa_service.language.sentences import sentence_spans
from qa_service.service import Service
from qa_service.writing.reading import drafts
from qa_service.writing.records import Draft, Reason, Sentence, Struck
from qa_service.writing.verification import Verifier
from tests.writing.conftest import DOCUMENT, Cited

HOLDS = "holds"
FIGURE = re.compile(r"(?<![\w.,№/-])\d{2,}(?![\w.,)/-])")
ROWS = [
    line.split("\t")
    for line in Path(__file__).with_name("sentences.tsv").read_text("utf-8").splitlines()
    if line and not line.startswith(("#", "part\t"))
]


@pytest.mark.parametrize(
    ("language", "passages", "verdict", "sentence"),
    [pytest.param(*row[1:], id=f"{row[3]}: {row[4]}") for row in ROWS],
)
def test_a_sentence_gets_its_verdict(
    cited: Cited, glossary: Glossary, language: str, passages: str, verdict: str, sentence: str
) -> None:
    (draft,) = drafts([sentence])
    found = Verifier(cited(passages, language), language, glossary).verified(draft)
    assert (HOLDS if isinstance(found, Sentence) else found.reason) == verdict


def test_the_examples_have_every_reason_that_an_example_can_show() -> None:
    shown = {row[3] for row in ROWS}
    elsewhere = {Reason.TOO_LONG, Reason.FIGURE_CONTRADICTED}
    assert shown == {HOLDS, *Reason} - elsewhere


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_both_verdicts_are_shown_in_both_languages(language: str) -> None:
    verdicts = [row[3] == HOLDS for row in ROWS if row[1] == language]
    assert min(verdicts.count(True), verdicts.count(False)) > 20


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_what_is_copied_word_for_word_holds_and_with_another_digit_does_not(
    service: Service, glossary: Glossary, cited: Cited, language: str
) -> None:
    names = [each.id.split(".", 2)[2] for each in service.snapshot.passages if is_told(each, language)]
    for name in names[::60]:
        (source,) = cited(name, language)
        verifier = Verifier([source], language, glossary)
        for text in sentences(service.library.passage(f"{DOCUMENT}.{language}.{name}").passage.text):
            assert isinstance(verifier.verified(Draft(text, (1,))), Sentence), text
            changed = FIGURE.sub("987654", text, count=1)
            if changed != text:
                assert isinstance(verifier.verified(Draft(changed, (1,))), Struck), changed


def test_a_sentence_of_a_whole_table_is_checked_whatever_its_notes_say(
    service: Service, glossary: Glossary, cited: Cited
) -> None:
    """Notes have figures too, which stand in a text of their own and not in the title of the table."""
    noted = [table for table in service.library.tables("ru") if any(map(FIGURE.search, table.notes))]
    assert noted
    for table in noted:
        verifier = Verifier(cited(f"t{table.number}", "ru"), "ru", glossary)
        for note in table.notes:
            for text in sentences(note):
                assert isinstance(verifier.verified(Draft(text, (1,))), Sentence | Struck)


def is_told(passage: Passage, language: str) -> bool:
    return passage.language == language and passage.kind is Kind.PARAGRAPH


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text)]


@pytest.mark.parametrize(
    ("language", "passages", "sentence"),
    [
        pytest.param(
            "ru",
            "640",
            "Общественные объединения содействуют деятельности государственных органов Казахстана [1].",
            id="who does what to whom",
        ),
        pytest.param(
            "ru", "2127", "По мальчикам этот показатель вырос с 98,1 до 99,9 [1].", id="a figure of others"
        ),
    ],
)
def test_what_the_page_says_that_the_checks_cannot_see_they_do_not_see(
    cited: Cited, glossary: Glossary, language: str, passages: str, sentence: str
) -> None:
    """Wrong sentences that hold: docs/writing.md owns up to them, and may stop when this fails."""
    (draft,) = drafts([sentence])
    assert isinstance(Verifier(cited(passages, language), language, glossary).verified(draft), Sentence)
