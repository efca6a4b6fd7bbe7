"""Keys in their file: no secret in it, every change seen at once by everybody."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from qa_service.access.keys import Scope
from qa_service.access.store import FILE, KeyStore
from qa_service.errors import KeyNameTaken, KeyUnknown, StorageFull

READ = (Scope.READ,)
TOMORROW = datetime.now(UTC) + timedelta(days=1)


@pytest.fixture
def store(tmp_path: Path) -> KeyStore:
    return KeyStore(tmp_path / "data")


def test_a_key_is_found_by_its_secret_as_it_was_made(store: KeyStore) -> None:
    key, secret = store.add("bot", (Scope.FEEDBACK, Scope.READ), rate=60, expires=TOMORROW)
    assert store.find(secret) == key
    assert (key.name, key.rate, key.expires) == ("bot", 60, TOMORROW)
    assert key.scopes == {Scope.READ, Scope.FEEDBACK}


def test_the_file_does_not_hold_the_secret_and_nobody_else_can_read_it(
    store: KeyStore, tmp_path: Path
) -> None:
    _, secret = store.add("bot", READ)
    for file in (tmp_path / "data").iterdir():
        assert file.stat().st_mode & 0o077 == 0
        assert secret[-20:].encode() not in file.read_bytes()


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda secret: secret[:-1], id="one character less"),
        pytest.param(lambda secret: secret + "x", id="one character more"),
        pytest.param(
            lambda secret: secret[:-1] + ("A" if secret[-1] != "A" else "B"), id="another character"
        ),
        pytest.param(str.swapcase, id="another case"),
        pytest.param(lambda secret: secret[:16], id="the id alone"),
        pytest.param(lambda secret: "qa_000000000000_" + secret[16:], id="another id"),
        pytest.param(lambda secret: secret + "\x00", id="NUL"),
        pytest.param(lambda secret: "qa_' or 1=1 --_x", id="SQL"),
        pytest.param(lambda secret: "", id="nothing"),
    ],
)
def test_a_wrong_secret_finds_nothing(store: KeyStore, spoil: object) -> None:
    assert callable(spoil)
    _, secret = store.add("bot", READ)
    assert store.find(spoil(secret)) is None


def test_an_expired_key_is_not_found(store: KeyStore) -> None:
    _, secret = store.add("bot", READ, expires=datetime.now(UTC) - timedelta(seconds=1))
    assert store.find(secret) is None


@pytest.mark.parametrize("by_name", [True, False])
def test_another_process_refuses_a_withdrawn_key_at_once(
    store: KeyStore, tmp_path: Path, by_name: bool
) -> None:
    key, secret = store.add("bot", READ)
    elsewhere = KeyStore(tmp_path / "data")
    assert elsewhere.find(secret)
    store.withdraw(key.name if by_name else key.id)
    assert elsewhere.find(secret) is None
    (kept,) = elsewhere.all()
    assert kept.withdrawn


def test_only_one_key_of_a_name_is_in_use(store: KeyStore) -> None:
    store.add("bot", READ)
    with pytest.raises(KeyNameTaken):
        store.add("bot", READ)
    store.withdraw("bot")
    store.add("bot", READ)
    assert [key.withdrawn is None for key in store.all()] == [False, True]


def test_a_key_that_is_named_like_anothers_id_is_not_withdrawn_with_it(store: KeyStore) -> None:
    first, secret = store.add("first", READ)
    _, other = store.add(first.id, READ)
    store.withdraw(first.id)
    assert store.find(secret) is None
    assert store.find(other)


def test_what_is_not_in_use_cannot_be_withdrawn(store: KeyStore) -> None:
    store.add("bot", READ)
    store.withdraw("bot")
    for name in ("bot", "nobody", "' or 1=1 --"):
        with pytest.raises(KeyUnknown):
            store.withdraw(name)


def test_many_at_once_make_as_many_keys(store: KeyStore) -> None:
    with ThreadPoolExecutor(8) as crowd:
        made = list(crowd.map(lambda number: store.add(f"bot {number}", READ), range(24)))
    assert {key.id for key in store.all()} == {key.id for key, _ in made}


def test_asking_leaves_no_file_where_no_key_was_made(tmp_path: Path) -> None:
    store = KeyStore(tmp_path / "data")
    assert store.all() == ()
    assert store.find("qa_0123456789ab_x") is None
    assert not (tmp_path / "data").exists()


def test_a_full_disk_is_told_and_makes_no_key(store: KeyStore, tmp_path: Path) -> None:
    store.add("bot", READ)
    opened = store._database._opened

    def small() -> sqlite3.Connection:
        connection = opened()
        connection.execute("pragma max_page_count = 1")
        return connection

    store._database._opened = small  # type: ignore[method-assign]
    with pytest.raises(StorageFull):
        for number in range(500):
            store.add(f"bot {number}", READ)
    assert KeyStore(tmp_path / "data").all()
    assert (tmp_path / "data" / FILE).exists()
