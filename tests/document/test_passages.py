import pytest

from qa_service.document.editions import edition_of, read_outline
from qa_service.document.passages import Origin, letters
from qa_service.document.records import Kind, Mend, Passage, Status


def passages(text: str, *mends: Mend) -> tuple[Passage, ...]:
    origin = Origin("D1", "ru", Status.OFFICIAL, mends)
    return edition_of(read_outline(text.split("\n"), "ru", {}), "ru.txt", origin).passages


def test_a_passage_is_named_by_its_document_language_and_first_line() -> None:
    assert [passage.id for passage in passages("Первый.\n\nВторой.")] == ["D1.ru.1", "D1.ru.3"]


def test_passages_that_start_on_one_line_get_letters() -> None:
    line = "Это предложение стоит на одной строке с другими предложениями. " * 80
    ids = [passage.id for passage in passages(line)]
    assert ids == ["D1.ru.1", "D1.ru.1b", "D1.ru.1c", "D1.ru.1d"]


@pytest.mark.parametrize(("number", "text"), [(2, "b"), (26, "z"), (27, "aa"), (28, "ab"), (703, "aaa")])
def test_letters_go_on_after_z(number: int, text: str) -> None:
    assert letters(number) == text


def test_a_heading_parts_a_list_from_what_follows() -> None:
    text = "Предусмотрены виды:\n\nЗаголовок раздела\n\n1) первый;"
    assert [passage.kind for passage in passages(text)] == [Kind.PARAGRAPH, Kind.HEADING, Kind.PARAGRAPH]


def test_a_passage_knows_the_mends_of_its_lines_only() -> None:
    mends = [Mend(line, "а", "а", "because") for line in (1, 3)]
    assert [[mend.line for mend in passage.mends] for passage in passages("Первый.\n\nВторой.", *mends)] == [
        [1],
        [3],
    ]
