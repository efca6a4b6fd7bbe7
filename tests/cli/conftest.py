import pytest

from qa_service.cli import commands
from qa_service.settings import Settings
from tests.api.fakes import FakeService


@pytest.fixture(autouse=True)
def small_service(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands answer with two passages and one table; messages are in Russian."""

    def opened(_: Settings) -> FakeService:
        return FakeService()

    monkeypatch.setattr(commands, "open_service", opened)
    monkeypatch.setenv("LC_ALL", "ru_RU.UTF-8")
