"""Sums that fail and cells that are not settled."""

from qa_service.document.records import Row, Table
from qa_service.tables.audit import failed_sums, uncertain_cells
from qa_service.tables.layout import Layout

NOTED = Layout.model_validate(
    {
        "number": 1,
        "columns": "№\n2016 ж.\n2017 ж.",
        "rows": "a\nb\nc",
        "row_sums": [{"total": 3, "parts": "1-2"}],
        "column_sums": [],
    }
)


def table(*values: tuple[str, ...], uncertain: tuple[int, ...] = ()) -> Table:
    rows = tuple(Row(f"{i}", None, cells, (i, i), uncertain) for i, cells in enumerate(values, 1))
    columns = ("№", "2016 ж.", "2017 ж.")
    return Table(1, "", None, None, None, columns, rows, None, (), (1, 9))


def test_a_total_that_its_parts_miss_is_found_and_stays_as_printed() -> None:
    (finding,) = failed_sums([table(("1", "2", "10"), ("2", "-", "1 000"), ("", "2", "1 011"))], [NOTED])
    assert (finding.total.column, finding.total.value, finding.added) == ("2017 ж.", "1 011", "1010")
    assert (finding.total.row, finding.total.lines, finding.uncertain) == ("3", (3, 3), False)


def test_shares_and_blank_totals_are_not_added() -> None:
    assert failed_sums([table(("1", "48,4", "1"), ("2", "51,5", "2"), ("", "100", "-"))], [NOTED]) == ()


def test_pairs_are_added_part_by_part() -> None:
    assert failed_sums([table(("1", "1/2", ""), ("2", "3/4", ""), ("", "4/6", ""))], [NOTED]) == ()


def test_a_sum_over_unsettled_numbers_says_so() -> None:
    unsettled = table(("1", "2", ""), ("2", "2", "3"), ("", "5", "3"), uncertain=(1, 2))
    assert [finding.uncertain for finding in failed_sums([unsettled], [NOTED])] == [True]


def test_the_faults_of_the_report_are_known(tables: dict[int, Table], layouts: tuple[Layout, ...]) -> None:
    found = failed_sums(tables.values(), layouts)
    told = {
        (f.total.table, f.total.row, f.total.column, f.total.value, f.added) for f in found if not f.uncertain
    }
    assert told == {
        (14, "Барлығы", "2020 ж.", "7210/11670", "7209/11667"),
        (19, "Ата-анасының қамқорлығынсыз қалған балалардың жалпы саны", "2017 ж.", "6223", "5223"),
        (23, "Жыл соңына тіркелген мүгедек балалардың жалпы саны", "2016 ж.", "79 662", "79602"),
        (37, "Атырау", "барлғы", "208", "207"),
        (37, "Нұр-Сұлтан қ.", "барлғы", "133", "132"),
        (37, "Алматы қ.", "барлғы", "300", "298"),
        (37, "Барлығы", "барлғы", "7440", "7436"),
        (38, "0-5", "Босқындар / 2016ж.", "87", "92"),
        (38, "0-5", "Босқындар / 2018ж.", "59", "60"),
        (38, "6-17", "Босқындар / 2016ж.", "119", "114"),
        (38, "6-17", "Босқындар / 2018ж.", "117", "116"),
    }
    assert {f.total.table for f in found if f.uncertain} == {9}


def test_few_cells_are_left_unsettled(tables: dict[int, Table]) -> None:
    spots = uncertain_cells(tables.values())
    assert {spot.table for spot in spots} == {9, 14, 18, 28}
    assert {spot.column for spot in spots if spot.table == 14} == {"2018 ж.", "2019 ж.", "2020 ж."}
    assert len(spots) == 65
