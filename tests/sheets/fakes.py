"""A library with one table and two passages, and lists of issues as committees write them."""

from collections.abc import Mapping

from qa_service.answering.records import Answer, Citation, Figure, NoAnswer, Reply, Wording
from qa_service.document.records import Kind, Passage, Row, Status, Table
from qa_service.errors import TableUnknown
from qa_service.search.query import Query

OFFICIAL = Passage(
    id="D1.kk.10",
    document="D1",
    language="kk",
    status=Status.OFFICIAL,
    kind=Kind.PARAGRAPH,
    text="Балалар үйлерінің саны азайды.",
    lines=(10, 12),
)
RUSSIAN = Passage(
    id="D1.ru.7",
    document="D1",
    language="ru",
    status=Status.WORKING,
    kind=Kind.PARAGRAPH,
    text="Число детских домов сократилось.",
    lines=(7, 7),
)
ROW = Passage(
    id="D1.kk.t6.r1",
    document="D1",
    language="kk",
    status=Status.OFFICIAL,
    kind=Kind.ROW,
    text="Қарағанды: 2018 — 9,58; 2019 — 8,1",
    lines=(31, 31),
    table=6,
    row=1,
)
TABLE = Table(
    number=6,
    title="Кесте",
    unit="%",
    chapter=None,
    label_header="Өңір",
    columns=("2018", "2019"),
    rows=(Row("Қарағанды", None, ("9,58", "8,1"), (31, 31)), Row("Алматы", None, ("1", "2"), (32, 32))),
    source=None,
    notes=(),
    lines=(30, 33),
)
FIGURE = Figure("8,1", 8.1, "%", 6, "Қарағанды", "2019", (31, 31))


class FakeLibrary:
    """Answers what has "детских домов" with a passage and "Караганд" with a figure."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def ask(self, text: str, limit: int) -> tuple[Query, Reply]:
        self.asked.append(text)
        query = Query(text, "ru", "proper", text, text, "ru")
        if "детских домов" in text:
            cited = Citation(RUSSIAN, ((0, 5),), OFFICIAL)
            return query, Answer(Wording(RUSSIAN.text, "ru", True), 0.9, (cited,))
        if "Караганд" in text:
            return query, Answer(Wording("8,1 %", "ru", False), 0.9, (Citation(ROW),), FIGURE)
        return query, NoAnswer(Wording("Нет.", "ru", False), 0.1, (Citation(OFFICIAL),))

    def table(self, number: int, language: str | None = None) -> Table:
        if number != TABLE.number:
            raise TableUnknown(number=number, known="6")
        return TABLE

    def citation(self, passage: Passage) -> Mapping[str, str]:
        return {"kk": f"Баяндама [{passage.id}]", "ru": f"Доклад [{passage.id}]"}


LIST = """Перечень вопросов

I. Общие меры
1. Просьба сообщить, как изменилось число детских домов, и указать долю сирот в Карагандинской области.
2. Просьба представить информацию о:
a) числе детских домов;
b) полётах на Луну.
"""
