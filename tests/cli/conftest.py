import logging
from collections.abc import Iterator

import pytest

from qa_service.cli import current
from qa_service.settings import Settings
from tests.api.fakes import FakeService


@pytest.fixture(autouse=True)
def small_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands answer with two passages and one table; messages are in Russian."""

    def opened(_: Settings) -> FakeService:
        return FakeService()

    monkeypatch.setattr(current, "open_service", opened)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")


@pytest.fixture(autouse=True)
def logging_as_before() -> Iterator[None]:
    """What a command set up writes into output that is closed when its test has ended."""
    root, own = logging.getLogger(), logging.getLogger("qa_service")
    handlers, levels = root.handlers[:], (root.level, own.level)
    yield
    logging.captureWarnings(False)
    root.handlers[:] = handlers
    root.setLevel(levels[0])
    own.setLevel(levels[1])
