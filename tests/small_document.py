"""A passage in both editions and a table: the least that stands for a document."""

from dataclasses import replace

from qa_service.document.records import Kind, Passage, Row, Status, Table

KAZAKH = Passage(
    id="D1.kk.10",
    document="D1",
    language="kk",
    status=Status.OFFICIAL,
    kind=Kind.PARAGRAPH,
    text="Балалар үйлерінің саны азайды.",
    lines=(10, 12),
)
RUSSIAN = replace(
    KAZAKH,
    id="D1.ru.7",
    language="ru",
    status=Status.WORKING,
    text="Число детских домов сократилось.",
    lines=(7, 7),
)
TABLE = Table(
    number=6,
    title="Кесте",
    unit="%",
    chapter=None,
    label_header=None,
    columns=("2018", "2019"),
    rows=(Row("Қарағанды", None, ("9,58", "-"), (31, 31)),),
    source=None,
    notes=(),
    lines=(30, 33),
)
