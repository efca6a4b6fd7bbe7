"""Tables that are hard to draw."""

from dataclasses import replace

from qa_service.document.records import Row, Table


def table(columns: tuple[str, ...], rows: tuple[Row, ...]) -> Table:
    return Table(3, "Кесте", None, None, None, columns, rows, None, (), (1, 9))


def rows(count: int, width: int, label: str = "Қарағанды", value: str = "9,58") -> tuple[Row, ...]:
    return tuple(Row(f"{label} {number}", None, (value,) * width, (1, 1)) for number in range(count))


PLAIN = replace(table(("2018 ж.", "2019 ж."), rows(3, 2)), unit="адам", source="ҰСБ", notes=("1) ескерту",))
NESTED = table(
    ("2018 / барлығы", "2018 / оның ішінде / ұлдар", "2018 / оның ішінде / қыздар", "2019"), rows(2, 4)
)
HUGE = replace(
    table(
        tuple(f"{'баған' * 40} {number} / {'жыл ' * 400}" for number in range(120)),
        rows(400, 120, "өңір " * 300, "1234567890" * 30),
    ),
    title="Тақырып " * 2_000,
    notes=("ескерту " * 1_000,) * 200,
)
