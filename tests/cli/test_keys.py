"""Keys in the terminal: the secret is shown once, and only there."""

import re
from pathlib import Path

import pytest

from qa_service.access.keys import Scope
from qa_service.access.store import KeyStore
from qa_service.cli.running import run

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> KeyStore:
    monkeypatch.setenv("QA_DATA", str(tmp_path))
    return KeyStore(tmp_path)


def test_a_secret_is_printed_alone_so_that_a_script_can_take_it(store: KeyStore, capfd: Capture) -> None:
    options = ["--scope", "read", "--scope", "feedback", "--expires", "2999-01-01", "--rate", "60"]
    assert run(["keys", "add", "bot", *options]) == 0
    told = capfd.readouterr()
    secret = told.out.strip()
    assert re.fullmatch(r"qa_[0-9a-f]{12}_[\w-]{43}", secret)
    assert secret not in told.err
    key = store.find(secret)
    assert key
    assert (key.name, key.rate) == ("bot", 60)
    assert key.scopes == {Scope.READ, Scope.FEEDBACK}
    assert key.expires
    assert key.expires.isoformat() == "2999-01-01T00:00:00+00:00"


def test_a_key_may_read_if_nothing_else_is_said(store: KeyStore) -> None:
    assert run(["keys", "add", "bot"]) == 0
    (key,) = store.all()
    assert key.scopes == {Scope.READ}
    assert (key.rate, key.expires) == (None, None)


def test_the_list_shows_every_key_and_no_secret(store: KeyStore, capfd: Capture) -> None:
    _, secret = store.add("Журналист", [Scope.READ, Scope.ADMIN], rate=5)
    store.add("[red]old[/red]", [Scope.READ])
    store.withdraw("[red]old[/red]")
    assert run(["keys", "list"]) == 0
    printed = capfd.readouterr().out
    assert secret[-43:] not in printed
    first, second = (line.split() for line in printed.splitlines() if re.match(r" *[0-9a-f]{12} ", line))
    assert first[1:5] == ["Журналист", "read", "admin", "5"]
    assert first[-1] == "действует"
    assert (second[1], second[-1]) == ("[red]old[/red]", "отозван")


def test_a_withdrawn_key_is_refused(store: KeyStore, capfd: Capture) -> None:
    _, secret = store.add("bot", [Scope.READ])
    assert run(["keys", "withdraw", "bot"]) == 0
    assert "bot" in capfd.readouterr().out
    assert store.find(secret) is None


@pytest.mark.parametrize(
    ("arguments", "status", "line"),
    [
        pytest.param(["add", "taken"], 1, "Ключ с именем taken уже действует", id="name taken"),
        pytest.param(["withdraw", "nobody"], 1, "Действующего ключа с именем", id="unknown"),
        pytest.param(["add", " "], 2, "Invalid value: ' '", id="blank name"),
        pytest.param(["add", "a\nb"], 2, r"Invalid value: 'a\nb'", id="a line break"),
        pytest.param(["add", "a" * 101], 2, "Invalid value: 'aaa", id="endless name"),
        pytest.param(["add", "a", "--expires", "2020-01-01"], 2, "Invalid value: --expires", id="past"),
        pytest.param(["add", "a", "--expires", "soon"], 2, "Invalid value for '--expires'", id="no date"),
        pytest.param(["add", "a", "--scope", "root"], 2, "Invalid value for '--scope'", id="no scope"),
        pytest.param(["add", "a", "--rate", "0"], 2, "Invalid value for '--rate'", id="no rate"),
        pytest.param(["add"], 2, "Missing argument", id="no name"),
        pytest.param(["steal"], 2, "No such command 'steal'", id="unknown command"),
    ],
)
def test_what_goes_wrong_is_one_line_and_makes_no_key(
    store: KeyStore, capfd: Capture, arguments: list[str], status: int, line: str
) -> None:
    store.add("taken", [Scope.READ])
    assert run(["keys", *arguments]) == status
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.startswith(line)
    assert told.err.count("\n") == 1
    assert len(store.all()) == 1
