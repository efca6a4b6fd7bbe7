"""The real report, read once: its lines, what was noted about its tables, and the tables."""

from pathlib import Path

import pytest

from qa_service.document.records import Table
from qa_service.tables.layout import Layout, read_layouts
from qa_service.tables.reader import read_tables

REPORT = Path(__file__).parents[2] / "corpus" / "P2100000942"


@pytest.fixture(scope="session")
def lines() -> tuple[str, ...]:
    return tuple((REPORT / "kk.txt").read_text(encoding="utf-8").splitlines())


@pytest.fixture(scope="session")
def layouts() -> tuple[Layout, ...]:
    return read_layouts(REPORT / "tables")


@pytest.fixture(scope="session")
def tables(lines: tuple[str, ...], layouts: tuple[Layout, ...]) -> dict[int, Table]:
    return {table.number: table for table in read_tables(lines, layouts, "kk")}
