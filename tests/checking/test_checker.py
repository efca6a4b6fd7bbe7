import pytest

from qa_service.checking.checker import Checker
from qa_service.checking.draft import Draft, read_file, titles_of
from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Finding, Verdict, counted
from qa_service.citing.citation import citation
from qa_service.document.records import Corpus
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stem_of


def _checked(checker: Checker, sentence: str, language: str = "ru") -> dict[str, Finding]:
    findings = checker.check(Draft((read_sentence(sentence, language),)))
    return {found.written: found for found in findings}


def test_a_cell_is_named_by_its_row_and_column(checker: Checker) -> None:
    sentence = "Младенческая смертность в Карагандинской области в 2019 году – 9,58."
    found = _checked(checker, sentence)["9,58"]
    assert found.verdict is Verdict.SAME
    assert found.place is not None and found.place.highlight is not None
    assert found.place.passage.table == 6
    assert found.place.row == "Карагандинская область"
    assert found.place.passage.text[slice(*found.place.highlight)] == "9,58"


def test_a_sentence_of_the_report_is_shown_where_it_says_otherwise(checker: Checker) -> None:
    found = _checked(checker, "2020 жылы 979 ерте неке тіркелді.", "kk")["979"]
    assert (found.verdict, found.reported) == (Verdict.DIFFERS, "997")
    assert found.place is not None and found.place.highlight is not None
    assert found.place.passage.text[slice(*found.place.highlight)] == "997"


@pytest.mark.parametrize(
    ("sentence", "figure"),
    [
        pytest.param("В 2018 году проверены 143 организации по защите прав ребенка.", "143", id="year"),
        pytest.param("Охват детей 3-6 лет дошкольным образованием – 98,7 тенге.", "98,7", id="unit"),
        pytest.param("Выплачено 52,3 млн тенге пособий на рождение.", "52,3 млн", id="scale"),
        pytest.param("Младенческая смертность в Павлодаре в 2019 году – 9,58.", "9,58", id="place"),
    ],
)
def test_the_right_digits_of_another_year_unit_or_place_are_not_the_same(
    checker: Checker, sentence: str, figure: str
) -> None:
    assert _checked(checker, sentence)[figure].verdict is not Verdict.SAME


def test_what_the_report_does_not_speak_of_is_not_found(checker: Checker) -> None:
    found = _checked(checker, "Урожай пшеницы достиг 14 258 тонн.")["14 258"]
    assert (found.verdict, found.place) == (Verdict.NOT_FOUND, None)


def test_a_year_is_checked_with_its_figure_and_alone_without_one(checker: Checker) -> None:
    assert "2020" not in _checked(checker, "В 2020 году зарегистрировано 997 ранних браков.")
    assert _checked(checker, "Казахстан ратифицировал Конвенцию в 1994 году.")["1994"].verdict is Verdict.SAME


def test_a_cited_place_is_looked_at_first(checker: Checker, corpus: Corpus) -> None:
    document = corpus.documents[0]
    place = next(each for each in document.official.passages if "143 ұйым" in each.text)
    note = citation(document, place, "ru")
    text = f"Таких было 143, а не 134 ({note}).\nПрочее."
    draft = read_file(text.encode(), titles_of(corpus.documents))
    findings = {found.written: found for found in checker.check(draft)}
    assert set(findings) == {"143", "134"}
    assert findings["143"].verdict is Verdict.SAME
    assert findings["143"].cited
    assert findings["134"].verdict is Verdict.DIFFERS


def test_verdicts_are_counted(checker: Checker) -> None:
    findings = _checked(checker, "Ранних браков в 2020 году было 997, а урожай пшеницы – 14 258 тонн.")
    assert counted(findings.values()) == {Verdict.SAME: 1, Verdict.DIFFERS: 0, Verdict.NOT_FOUND: 1}


def test_in_another_language_the_search_tells_the_place(corpus: Corpus) -> None:
    place = next(
        each for each in corpus.documents[0].official.passages if "997" in each.text and not each.table
    )
    checker = Checker(corpus, Glossary.read([], stem_of), lambda text, limit: (place,))
    found = _checked(checker, "In 2020, 997 early marriages were registered, in 2019 there were 1,705.", "en")
    assert found["997"].verdict is Verdict.SAME
    assert (found["1,705"].verdict, found["1,705"].reported) == (Verdict.DIFFERS, "1075")
