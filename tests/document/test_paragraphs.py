import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.document.grammar import grammar_of
from qa_service.document.paragraphs import heading_like, split_paragraphs
from qa_service.document.source import Layout, numbered

PRINTED = Layout(indented=True, wrapped=True)
FLUSH = Layout(indented=False, wrapped=True)
UNBROKEN = Layout(indented=False, wrapped=False)


def paragraphs(text: str, layout: Layout = PRINTED, language: str = "kk") -> list[str]:
    split = split_paragraphs(numbered(text.split("\n")), grammar_of(language), layout)
    return [paragraph.text for paragraph in split]


def test_an_indent_opens_a_paragraph() -> None:
    text = "      Бірінші абзац\nжалғасы.\n      Екінші абзац."
    assert paragraphs(text) == ["Бірінші абзац жалғасы.", "Екінші абзац."]


@pytest.mark.parametrize("end", ["сөйлем", "сөйлем."], ids=["in mid-sentence", "between sentences"])
def test_a_page_break_cuts_no_paragraph(end: str) -> None:
    assert paragraphs(f"      Бірінші {end}\n\n\n\nЖалғасы осында.") == [f"Бірінші {end} Жалғасы осында."]


def test_a_page_break_cuts_no_heading() -> None:
    text = "      Бостандығынан айырылған балалар (37-\n\n\n\nбаптың b) тармақшасы)\n      Мәтін."
    assert paragraphs(text) == ["Бостандығынан айырылған балалар (37-баптың b) тармақшасы)", "Мәтін."]


def test_a_heading_of_an_article_needs_no_indent() -> None:
    text = "      Қызметіне жәрдемдеседі.\nОй, ар-ождан және дін бостандығы (14-бап)\n      Мәтін."
    assert paragraphs(text)[1] == "Ой, ар-ождан және дін бостандығы (14-бап)"


def test_a_heading_of_an_article_may_break_over_lines_without_indent() -> None:
    text = "      Орнатылды.\nЗаңсыз пайдаланудан қорғауға арналған шаралар (\n33-бап)\n      Мәтін."
    assert paragraphs(text)[1] == "Заңсыз пайдаланудан қорғауға арналған шаралар (33-бап)"


def test_two_headings_of_articles_in_a_row_stay_apart() -> None:
    headings = "Өмір сүру және даму (6-бап, 2-тармақ),\nДенсаулық сақтау, алғашқы\nкөмек (24-бап)"
    text = f"      Мәтін.\n{headings}\n      Мәтін."
    assert paragraphs(text)[1:3] == [
        "Өмір сүру және даму (6-бап, 2-тармақ),",
        "Денсаулық сақтау, алғашқы көмек (24-бап)",
    ]


def test_a_line_that_happens_to_name_an_article_cuts_no_sentence() -> None:
    text = (
        "      Егер ата-аналар, бұл туралы\nКодекстің талаптарына сай (78-бап)\nшешім қабылдаса, сот қарайды."
    )
    assert len(paragraphs(text)) == 1


def test_a_line_of_observations_stands_alone() -> None:
    text = "Бала асырап алу (21-бап)\nҚорытынды ескертулердің № 38, 39 тармақтары\nОтбасын құру"
    assert len(paragraphs(text)) == 3


def test_a_blank_line_parts_paragraphs_but_no_sentence() -> None:
    assert paragraphs("№ 942 қаулысымен\n\nбекiтiлген\n\nЖаңа абзац", FLUSH) == [
        "№ 942 қаулысымен бекiтiлген",
        "Жаңа абзац",
    ]


def test_without_indents_a_page_break_after_a_sentence_parts_paragraphs() -> None:
    assert paragraphs("Первый.\n\n\n\nВторой.", FLUSH, "ru") == ["Первый.", "Второй."]


def test_unbroken_lines_are_paragraphs() -> None:
    assert paragraphs("Заголовок\nПервый.\nвторой", UNBROKEN, "ru") == ["Заголовок", "Первый.", "второй"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Арал теңізі", True, id="two words"),
        pytest.param("Кемсітпеушілік (2-бап),", True, id="ends in a comma"),
        pytest.param('"БАЛА" ҰҒЫМЫНЫҢ АНЫҚТАМАСЫ', True, id="opens with a quote"),
        pytest.param("Шаралар қабылданды.", False, id="sentence"),
        pytest.param("мынадай түрлері көзделген:", False, id="opens a list"),
        pytest.param("жалғасы бар мәтін", False, id="small letter"),
        pytest.param("Бір сөйлем бар. Екінші сөйлем осы", False, id="full stop inside"),
        pytest.param("Сөз " * 100, False, id="too long"),
    ],
)
def test_a_heading_is_short_and_no_sentence(text: str, expected: bool) -> None:
    assert heading_like(text.strip()) is expected


LINE = st.text(alphabet='аБ1 .,-()"', max_size=12)


@given(
    st.lists(st.one_of(LINE, LINE.map("      ".__add__), st.just("")), max_size=20),
    st.sampled_from([PRINTED, FLUSH, UNBROKEN]),
)
def test_every_line_falls_into_exactly_one_paragraph(texts: list[str], layout: Layout) -> None:
    lines = numbered(texts)
    split = split_paragraphs(lines, grammar_of("kk"), layout)
    assert [line for paragraph in split for line in paragraph.lines] == list(lines)
