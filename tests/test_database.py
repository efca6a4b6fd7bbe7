"""A SQLite file: all of a change or nothing of it, for every process at once."""

from pathlib import Path

import pytest

from qa_service.database import Database

SCHEMA = "create table if not exists names (name text not null);"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "data" / "names.sqlite"


def names(database: Database) -> list[str]:
    with database.reading() as opened:
        return [row["name"] for row in opened.execute("select name from names order by rowid")]


def add(database: Database, name: str) -> None:
    with database.changing() as opened:
        opened.execute("insert into names values (?)", (name,))


def test_a_change_is_seen_by_whoever_opens_the_file(file: Path) -> None:
    add(Database(file, SCHEMA), "бір")
    assert names(Database(file, SCHEMA)) == ["бір"]


def test_a_change_that_fails_half_way_leaves_nothing(file: Path) -> None:
    database = Database(file, SCHEMA)
    add(database, "бір")
    with pytest.raises(ValueError, match="half way"), database.changing() as opened:
        opened.execute("insert into names values ('екі')")
        raise ValueError("half way")
    assert names(database) == ["бір"]


def test_one_reading_sees_one_state_whatever_is_changed_meanwhile(file: Path) -> None:
    database = Database(file, SCHEMA)
    add(database, "бір")
    with database.reading() as opened:
        before = opened.execute("select count(*) from names").fetchone()[0]
        add(Database(file, SCHEMA), "екі")
        assert opened.execute("select count(*) from names").fetchone()[0] == before
    assert names(database) == ["бір", "екі"]


def test_nothing_exists_until_something_is_changed_and_then_it_is_the_owners_alone(file: Path) -> None:
    database = Database(file, SCHEMA)
    before = database.exists
    add(database, "бір")
    assert (before, database.exists) == (False, True)
    assert file.stat().st_mode & 0o077 == 0
