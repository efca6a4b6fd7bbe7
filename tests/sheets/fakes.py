"""A service with one table and two passages, and lists of issues as committees write them."""

from collections.abc import Mapping
from dataclasses import replace

from qa_service.answering.records import Answer, Citation, Figure, NoAnswer, Reply, Wording
from qa_service.document.records import Kind, Passage, Row, Table
from qa_service.errors import TableUnknown
from qa_service.search.query import Query
from tests import small_document

OFFICIAL, RUSSIAN = small_document.KAZAKH, small_document.RUSSIAN
ROW = replace(
    OFFICIAL,
    id="D1.kk.t6.r1",
    kind=Kind.ROW,
    text="Қарағанды: 2018 — 9,58; 2019 — 8,1",
    lines=(31, 31),
    table=6,
    row=1,
)
TABLE = replace(
    small_document.TABLE,
    label_header="Өңір",
    rows=(Row("Қарағанды", None, ("9,58", "8,1"), (31, 31)), Row("Алматы", None, ("1", "2"), (32, 32))),
)
FIGURE = Figure("8,1", 8.1, "%", 6, "Қарағанды", "2019", (31, 31))


class FakeLibrary:
    """Has one table."""

    def table(self, number: int, language: str | None = None) -> Table:
        if number != TABLE.number:
            raise TableUnknown(number=number, known="6")
        return TABLE

    def citation(self, passage: Passage) -> Mapping[str, str]:
        return {"kk": f"Баяндама [{passage.id}]", "ru": f"Доклад [{passage.id}]"}


class FakeService:
    """Answers what has "детских домов" with a passage and "Караганд" with a figure."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.library = FakeLibrary()

    def ask(self, text: str, limit: int) -> tuple[Query, Reply]:
        self.asked.append(text)
        query = Query(text, "ru", "proper", text, text, "ru")
        if "детских домов" in text:
            cited = Citation(RUSSIAN, ((0, 5),), OFFICIAL)
            return query, Answer(Wording(RUSSIAN.text, "ru", True), 0.9, (cited,))
        if "Караганд" in text:
            return query, Answer(Wording("8,1 %", "ru", False), 0.9, (Citation(ROW),), FIGURE)
        return query, NoAnswer(Wording("Нет.", "ru", False), 0.1, (Citation(OFFICIAL),))


LIST = """Перечень вопросов

I. Общие меры
1. Просьба сообщить, как изменилось число детских домов, и указать долю сирот в Карагандинской области.
2. Просьба представить информацию о:
a) числе детских домов;
b) полётах на Луну.
"""
