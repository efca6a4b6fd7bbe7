from pathlib import Path

import pytest

from qa_service.document.plain import document_id, guess_language, read_plain
from qa_service.document.records import Document, Kind
from qa_service.errors import CorpusUnreadable

MEMO = """Памятка для родителей

Порядок обращения

Заявление подают через портал. Срок рассмотрения – 15 рабочих
дней со дня подачи.

Нужны документы:
1) заявление;
2) копия свидетельства.

Отказ

Отказ можно обжаловать.
"""


def plain(folder: Path, text: str, name: str = "memo.txt") -> Document:
    (folder / name).write_text(text, encoding="utf-8")
    return read_plain(folder, name)


def test_a_plain_text_is_split_by_its_headings_and_paragraphs(tmp_path: Path) -> None:
    document = plain(tmp_path, MEMO)
    assert [(passage.kind, passage.lines, passage.path) for passage in document.official.passages] == [
        (Kind.HEADING, (1, 1), ()),
        (Kind.HEADING, (3, 3), ("Памятка для родителей",)),
        (Kind.PARAGRAPH, (5, 6), ("Памятка для родителей", "Порядок обращения")),
        (Kind.PARAGRAPH, (8, 10), ("Памятка для родителей", "Порядок обращения")),
        (Kind.HEADING, (12, 12), ("Памятка для родителей",)),
        (Kind.PARAGRAPH, (14, 14), ("Памятка для родителей", "Отказ")),
    ]


def test_a_plain_text_takes_its_id_from_its_name_and_its_title_from_its_heading(tmp_path: Path) -> None:
    document = plain(tmp_path, MEMO, "Памятка 2024 (проект).txt")
    assert document.id == "Памятка-2024-проект"
    assert document.titles == {"ru": "Памятка для родителей"}
    assert document.official.passages[0].id == "Памятка-2024-проект.ru.1"


def test_a_text_without_headings_is_titled_by_its_name(tmp_path: Path) -> None:
    assert plain(tmp_path, "Просто одно предложение.").titles == {"ru": "memo"}


def test_a_text_with_a_paragraph_on_each_line_is_read(tmp_path: Path) -> None:
    document = plain(
        tmp_path, f"Балаларға арналған жадынама\n{'Мәтін сөзі ' * 30}болды.\n{'Тағы сөз ' * 30}болды."
    )
    assert [passage.kind for passage in document.official.passages] == [Kind.HEADING, *[Kind.PARAGRAPH] * 2]
    assert document.official.language == "kk"


def test_a_printed_report_without_a_manifest_is_read_like_one(tmp_path: Path) -> None:
    heading = "      Недискриминация (статья 2)\n      Пункты № 20, 21 заключительных замечаний"
    text = f"I. ОБЩИЕ МЕРЫ\n\n{heading}\n      Текст."
    passage = plain(tmp_path, text).official.passages[-1]
    assert (passage.articles, passage.observations) == (("2",), ("20", "21"))
    assert passage.path == ("I. ОБЩИЕ МЕРЫ", "Недискриминация (статья 2)")


@pytest.mark.parametrize(
    ("text", "language"),
    [
        pytest.param("Қазақстандағы балалардың құқықтары туралы", "kk", id="Kazakh"),
        pytest.param("О правах ребенка в Казахстане", "ru", id="Russian"),
        pytest.param(
            "Школы города Қостанай. " + "Дети учатся в школах города. " * 5, "ru", id="Russian with a name"
        ),
        pytest.param("Convention on the Rights of the Child", "en", id="Latin"),
        pytest.param("2016 – 2020", "en", id="no letters"),
    ],
)
def test_the_language_is_guessed_by_letters(text: str, language: str) -> None:
    assert guess_language(text) == language


def test_a_name_that_gives_no_id_is_refused() -> None:
    with pytest.raises(CorpusUnreadable, match="holds no letter or digit"):
        document_id(Path("---.txt"))


@pytest.mark.parametrize("width", [0, 60], ids=["unbroken", "broken without a blank line"])
def test_a_very_long_text_is_read_in_time(tmp_path: Path, width: int) -> None:
    sentence = "Это предложение повторяется много раз (и в скобках тоже), но ничего нового не говорит. "
    text = sentence * 5_000
    broken = "\n".join(text[i : i + width] for i in range(0, len(text), width)) if width else text
    passages = plain(tmp_path, broken).official.passages
    assert sum(len(passage.text) for passage in passages) > len(text) * 0.9
