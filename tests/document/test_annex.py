from qa_service.document.annex import read_annex, split_annex
from qa_service.document.grammar import grammar_of
from qa_service.document.outline import Entry, Role
from qa_service.document.records import Edition, Kind
from qa_service.document.source import numbered

BODY = "      Мәтін баяндаманың соңғы\nабзацында аяқталды.\n\n\n\n"
STAMP = (
    "Қазақстан Республикасының\n\nқаулысымен бекiтiлген\n\n\n\nБаяндамаға\n\nқосымша\n\nЖАЛПЫ МӘЛІМЕТТЕР\n\n"
)
TABLES = """      1-кесте. Халық саны
Барлығы 1 2

      Дереккөз: СЖРА
      1-диаграмма. Кезек
      II. МҮГЕДЕКТІК ЖӘНЕ
ҚАМСЫЗДАНДЫРУ
      2-кесте. Балалар саны
3 4"""


def annex_of(text: str) -> list[Entry]:
    grammar = grammar_of("kk")
    return list(read_annex(split_annex(numbered(text.split("\n")), grammar), grammar))


def test_tables_under_an_annex_title_are_an_annex() -> None:
    assert [(entry.role, entry.level, entry.paragraph.text) for entry in annex_of(BODY + STAMP + TABLES)] == [
        (Role.MATTER, 0, "Қазақстан Республикасының қаулысымен бекiтiлген"),
        (Role.HEADING, 1, "Баяндамаға қосымша"),
        (Role.HEADING, 2, "ЖАЛПЫ МӘЛІМЕТТЕР"),
        (Role.TABLE, 0, "1-кесте. Халық саны Барлығы 1 2 Дереккөз: СЖРА"),
        (Role.TEXT, 0, "1-диаграмма. Кезек"),
        (Role.HEADING, 2, "II. МҮГЕДЕКТІК ЖӘНЕ ҚАМСЫЗДАНДЫРУ"),
        (Role.TABLE, 0, "2-кесте. Балалар саны 3 4"),
    ]


def test_tables_without_an_annex_title_stay_in_the_body() -> None:
    lines = numbered((BODY + TABLES).split("\n"))
    assert split_annex(lines, grammar_of("kk")).body == lines


def test_a_paragraph_that_a_page_break_cuts_before_the_stamp_stays_in_the_body() -> None:
    text = f"      Мәтін баяндаманың соңғы\n\n\n\nабзацында аяқталды.\n\n\n\n{STAMP}{TABLES}"
    parts = split_annex(numbered(text.split("\n")), grammar_of("kk"))
    assert [line.text for line in parts.body] == ["      Мәтін баяндаманың соңғы", "абзацында аяқталды."]


def test_an_annex_is_found_in_a_text_without_indents() -> None:
    text = "Первый абзац.\n\nВторой абзац.\n\nПриложение\nк докладу\n\nТаблица 1. Население\n1 2"
    parts = split_annex(numbered(text.split("\n")), grammar_of("ru"))
    assert [line.text for line in parts.body] == ["Первый абзац.", "Второй абзац."]
    assert [paragraph.text for paragraph in parts.stamp] == ["Приложение к докладу"]


def test_the_report_has_its_tables_in_order_each_with_its_caption(kazakh: Edition) -> None:
    tables = [passage for passage in kazakh.passages if passage.kind is Kind.TABLE]
    assert [passage.table for passage in tables] == list(range(1, 42))
    assert all(passage.id.endswith(f".t{passage.table}") for passage in tables)
    assert all(passage.text.replace(" -", "-").startswith(f"{passage.table}-кесте. ") for passage in tables)
    assert (tables[0].lines, tables[-1].lines) == ((2806, 2840), (5637, 5713))


def test_a_table_of_the_report_stands_under_the_annex_and_its_chapter(kazakh: Edition) -> None:
    chapters = {passage.table: passage.path[1] for passage in kazakh.passages if passage.table}
    assert {passage.path[0][-7:] for passage in kazakh.passages if passage.table} == {"қосымша"}
    assert chapters[8] == "ЖАЛПЫ СИПАТТАҒЫ МӘЛІМЕТТЕР"
    assert chapters[9] == "I. ЖҮЗЕГЕ АСЫРУ ЖӨНІНДЕГІ ЖАЛПЫ ШАРАЛАР"
    assert chapters[37].endswith("ҚАМСЫЗДАНДЫРУ")
    assert chapters[38] == "IX. АРНАЙЫ ҚОРҒАУ ШАРАЛАРЫ"


def test_figures_of_the_report_are_paragraphs_between_the_tables(kazakh: Edition) -> None:
    figures = [passage for passage in kazakh.passages if "-диаграмма." in passage.text and not passage.table]
    assert [passage.lines[0] for passage in figures] == [4258, 4341, 4933, 5078]
