import json
import re
from dataclasses import replace

import pytest

from qa_service.citing.citation import FORMS, Form, citation
from qa_service.citing.wording import wording_of
from qa_service.document.records import Document, Kind, Passage
from qa_service.language.phrases import LANGUAGES

TITLES = {
    "kk": "Қазақстан Республикасының Бала құқықтары туралы конвенцияны іске асыруы туралы бесінші және "
    "алтыншы жиынтық мерзімді баяндама "
    "(Қазақстан Республикасы Үкіметінің 2021 жылғы 28 желтоқсандағы № 942 қаулысы), ",
    "ru": "Пятый и шестой сводный периодический доклад о реализации Республикой Казахстан Конвенции о правах "
    "ребенка (постановление Правительства Республики Казахстан от 28 декабря 2021 года № 942), ",
}


def footnote(report: Document, passage: Passage, language: str) -> str:
    """A footnote without its title and its mark."""
    text = citation(report, passage, language)
    assert text.startswith(TITLES[language])
    return re.sub(r" \[.*\]$", "", text.removeprefix(TITLES[language]))


@pytest.mark.parametrize(
    ("name", "kazakh", "russian"),
    [
        (
            "kk.92",
            "I тарау, «Заңнама» бөлімі, Конвенцияның 4, 42, 44-баптары, 6-абзац, 92–95-жолдар",
            "глава I, раздел «Законодательство», статьи 4, 42, 44 Конвенции, абзац 6, "
            "строки 92–95 официального текста на казахском языке",
        ),
        (
            "kk.877",
            "V тарау, «Сексуалдық қанау және сексуалдық зорлық-зомбылық (34-бап)» бөлімі, 4-абзац, "
            "877–887-жолдар",
            "глава V, раздел «Сексуальная эксплуатация и сексуальное насилие (статья 34)», абзац 4, "
            "строки 877–887 официального текста на казахском языке",
        ),
        ("kk.59", "I тарау, 59-жол", "глава I, строка 59 официального текста на казахском языке"),
        (
            "kk.t6",
            "қосымша, 6-кесте, 3330–3376-жолдар",
            "приложение, таблица 6, строки 3330–3376 официального текста на казахском языке",
        ),
    ],
)
def test_a_footnote_names_the_place_in_the_official_text(
    report: Document, passages: dict[str, Passage], name: str, kazakh: str, russian: str
) -> None:
    assert footnote(report, passages[name], "kk") == kazakh
    assert footnote(report, passages[name], "ru") == russian


def test_a_citation_of_a_working_translation_names_the_official_lines_and_says_what_it_is(
    report: Document, passages: dict[str, Passage]
) -> None:
    official = footnote(report, passages["kk.92"], "ru")
    assert footnote(report, passages["ru.92"], "ru") == f"{official}, рабочий перевод"


def test_one_cell_is_cited_by_row_and_column_with_the_lines_of_its_row(
    report: Document, passages: dict[str, Passage]
) -> None:
    table = next(table for table in report.official.tables if table.number == 6)
    row = replace(passages["kk.t6"], id="P2100000942.kk.t6.r9", kind=Kind.ROW, row=9)
    text = citation(report, row, "kk", "short", column=4)
    first, last = table.rows[8].lines
    assert f"6-кесте, «{table.rows[8].label}» жолы, «{table.columns[3]}» бағаны, {first}" in text
    assert str(last) in text
    assert "[P2100000942.kk.t6.r9.c4@" in text


def test_the_forms_differ_in_what_they_are_for(report: Document, passages: dict[str, Passage]) -> None:
    passage = passages["kk.92"]
    short, gost = (citation(report, passage, "ru", form) for form in ("short", "gost"))
    assert short.startswith("(Доклад о правах ребенка, 2021, гл. I, разд. «Законодательство»")
    assert (
        " : постановление Правительства Республики Казахстан от 28 декабря 2021 года № 942. – Гл. I" in gost
    )
    assert citation(report, passage, "ru", "link") == "/p/P2100000942.kk.92"


def test_csl_json_is_one_item_with_a_place_and_a_mark(report: Document, passages: dict[str, Passage]) -> None:
    item = json.loads(citation(report, passages["kk.92"], "en", "csl"))
    assert item["issued"] == {"date-parts": [[2021, 12, 28]]}
    assert item["author"] == [{"literal": "Government of the Republic of Kazakhstan"}]
    assert (item["number"], item["chapter-number"], item["language"]) == ("942", "I", "kk")
    assert "lines 92–95" in item["locator"]
    assert item["custom"]["mark"] in citation(report, passages["kk.92"], "en")


def test_bibtex_cannot_be_broken_by_the_text(report: Document, passages: dict[str, Passage]) -> None:
    titled = replace(report, titles={"en": r"100% {of} \costs_ & #1"})
    entry = citation(titled, passages["kk.92"], "en", "bibtex")
    assert r"title = {100\% \{of\} \textbackslash{}costs\_ \& \#1}" in entry
    bare = re.sub(r"\\[{}]|\\textbackslash\{\}", "", entry)
    assert bare.count("{") == bare.count("}")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("form", FORMS)
def test_a_document_of_which_nothing_is_known_but_its_title_is_cited_without_gaps(
    passages: dict[str, Passage], report: Document, form: Form, language: str
) -> None:
    plain = replace(report, titles={"kk": "Ата заң"}, short_titles={"kk": "Ата заң"}, number=None, date=None,
                    adopted_by={}, acts={})  # fmt: skip
    text = citation(plain, passages["kk.92"], language, form)
    assert "None" not in text
    assert "()" not in text
    assert form == "link" or "Ата заң" in text


@pytest.mark.parametrize(
    ("language", "adopted"),
    [
        ("kk", "Қазақстан Республикасының Үкіметі, 2021 жылғы 28 желтоқсан, № 942"),
        ("ru", "Правительство Республики Казахстан, 28 декабря 2021 г., № 942"),
        ("en", "Government of the Republic of Kazakhstan, 28 December 2021, No. 942"),
    ],
)
def test_without_a_named_act_the_adopter_the_day_and_the_number_stand_for_it(
    passages: dict[str, Passage], report: Document, language: str, adopted: str
) -> None:
    text = citation(replace(report, acts={}), passages["kk.92"], language)
    assert f"({adopted}), " in text


def test_an_act_that_is_named_in_another_language_only_is_not_cited_in_that_one(
    passages: dict[str, Passage], report: Document
) -> None:
    kazakh = replace(report, acts={"kk": report.acts["kk"]})
    assert "(Правительство Республики Казахстан, 28 декабря" in citation(kazakh, passages["kk.92"], "ru")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_words_every_part_of_a_citation(language: str) -> None:
    wording, english = wording_of(language), wording_of("en")
    assert set(wording.full) == set(english.full)
    assert set(wording.labels) == set(english.labels)
    assert set(wording.brief) == set(english.full)
    assert (len(wording.months), len(wording.months_alone)) == (12, 12)


def test_every_passage_can_be_cited_in_every_form_and_language(report: Document) -> None:
    for edition in report.editions:
        for passage in edition.passages[::9]:
            for form in FORMS:
                for language in LANGUAGES:
                    assert citation(report, passage, language, form).strip()
