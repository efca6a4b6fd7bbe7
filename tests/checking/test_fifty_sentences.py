"""Fifty sentences as drafters write them, half of them with figures changed by hand."""

import json
from pathlib import Path

import pytest

from qa_service.checking.checker import Checker
from qa_service.checking.draft import Draft
from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Finding, Verdict

Checked = list[tuple[list[str], tuple[Finding, ...]]]
SENTENCES = Path(__file__).with_name("sentences.jsonl").read_text(encoding="utf-8").splitlines()


@pytest.fixture(scope="module")
def checked(checker: Checker) -> Checked:
    return [
        (each["changed"], checker.check(Draft((read_sentence(each["sentence"], each["language"]),))))
        for each in map(json.loads, SENTENCES)
    ]


def test_half_of_the_sentences_have_a_changed_figure(checked: Checked) -> None:
    assert len(checked) == 50
    assert sum(bool(changed) for changed, _ in checked) == 25


def test_every_changed_figure_is_found(checked: Checked) -> None:
    for changed, findings in checked:
        accused = {found.written for found in findings if found.verdict is not Verdict.SAME}
        assert accused >= set(changed)


def test_at_most_one_unchanged_figure_is_accused(checked: Checked) -> None:
    false = [
        found.written
        for changed, findings in checked
        for found in findings
        if found.verdict is not Verdict.SAME and found.written not in changed
    ]
    assert len(false) <= 1, false
