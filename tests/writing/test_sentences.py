"""Sentences as models write them of the real report: which hold, and why the others are struck out."""

from pathlib import Path

import pytest

from qa_service.language.glossary import Glossary
from qa_service.writing.reading import drafts
from qa_service.writing.records import Reason, Sentence
from qa_service.writing.verification import Verifier
from tests.writing.conftest import Cited

HOLDS = "holds"
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
