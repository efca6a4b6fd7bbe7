from dataclasses import replace

import pytest

from qa_service.citing.citation import FORMS, Form, citation
from qa_service.citing.verification import Standing, verify
from qa_service.document.records import Corpus, Document, Edition, Kind, Passage


def with_text(report: Document, name: str, text: str) -> Corpus:
    """The corpus in which one passage reads otherwise."""
    passages = tuple(
        replace(each, text=text) if each.id.endswith(name) else each for each in report.official.passages
    )
    edited = replace(report.official, passages=passages)
    return Corpus((replace(report, editions=(edited, *report.editions[1:])),))


@pytest.mark.parametrize("form", [form for form in FORMS if form != "link"])
def test_a_citation_stands_while_its_words_stand(
    corpus: Corpus, report: Document, passages: dict[str, Passage], form: Form
) -> None:
    text = f"Қараңыз: {citation(report, passages['kk.92'], 'kk', form)} және басқалар."
    (verdict,) = verify(text, corpus)
    assert verdict.standing is Standing.SAME
    assert verdict.words == passages["kk.92"].text
    assert text[verdict.start :].startswith(str(verdict.mark))


def test_one_changed_letter_is_told(report: Document, passages: dict[str, Passage]) -> None:
    text = citation(report, passages["kk.92"], "kk")
    words = passages["kk.92"].text.replace("Заңы", "Заны", 1)
    (verdict,) = verify(text, with_text(report, ".kk.92", words))
    assert (verdict.standing, verdict.words) == (Standing.CHANGED, words)


def test_a_passage_that_is_gone_is_told(corpus: Corpus) -> None:
    (verdict,) = verify("[P2100000942.kk.99999@0123456789ab]", corpus)
    assert (verdict.standing, verdict.words) == (Standing.MISSING, "")


def test_every_citation_gets_its_verdict_in_order(
    corpus: Corpus, report: Document, passages: dict[str, Passage]
) -> None:
    names = ("ru.92", "kk.92", "kk.t6")
    text = "\n".join(citation(report, passages[name], "ru") for name in names)
    assert [each.mark.id.partition(".")[2] for each in verify(text, corpus)] == list(names)


def test_a_cell_is_checked_by_its_printed_value(report: Document, passages: dict[str, Passage]) -> None:
    row = replace(passages["kk.t6"], id=f"{report.id}.kk.t6.r9", kind=Kind.ROW, row=9)
    official: Edition = replace(report.official, passages=(*report.official.passages, row))
    document = replace(report, editions=(official, *report.editions[1:]))
    (verdict,) = verify(citation(document, row, "kk", column=4), Corpus((document,)))
    table = next(table for table in report.official.tables if table.number == 6)
    assert (verdict.standing, verdict.words) == (Standing.SAME, table.rows[8].values[3])


def test_a_text_without_citations_gets_no_verdict(corpus: Corpus) -> None:
    assert verify("№ 942 қаулы [1] (2021)", corpus) == ()
