import asyncio
import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from qa_service.errors import IndexDamaged, IndexMissing
from qa_service.hosting.supplier import Supplier
from qa_service.service import Service
from tests.api.fakes import FakeService

SOON = 0.01


def opener_of(pointer: Path) -> Callable[[], Service]:
    """Opens whatever the pointer names, except "bad"."""

    def opened() -> Service:
        generation = pointer.read_text()
        if generation == "bad":
            raise IndexDamaged(file="tokens", reason="cut short")
        return FakeService(generation)

    return opened


async def watched(supplier: Supplier, seconds: float) -> None:
    task = asyncio.create_task(supplier.watch())
    await asyncio.sleep(seconds)
    task.cancel()


def test_there_is_no_service_before_it_is_opened(tmp_path: Path) -> None:
    supplier = Supplier(FakeService, tmp_path / "CURRENT", SOON)
    with pytest.raises(IndexMissing):
        _ = supplier.service


def test_a_bad_snapshot_is_told_once_and_the_old_one_serves_on(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    pointer = tmp_path / "CURRENT"
    pointer.write_text("good")
    supplier = Supplier(opener_of(pointer), pointer, SOON)
    old = supplier.open()
    pointer.write_text("bad")
    with caplog.at_level(logging.ERROR):
        asyncio.run(watched(supplier, 0.2))
    assert supplier.service is old
    assert len(caplog.records) == 1
    assert "cut short" in caplog.text


def test_a_snapshot_after_a_bad_one_is_taken_over(tmp_path: Path) -> None:
    pointer = tmp_path / "CURRENT"
    pointer.write_text("good")
    supplier = Supplier(opener_of(pointer), pointer, SOON)
    supplier.open()
    for generation in ("bad", "better"):
        pointer.write_text(generation)
        asyncio.run(watched(supplier, 0.1))
    assert supplier.service.generation == "better"


def test_a_pointer_that_goes_away_changes_nothing(tmp_path: Path) -> None:
    pointer = tmp_path / "CURRENT"
    pointer.write_text("good")
    supplier = Supplier(opener_of(pointer), pointer, SOON)
    supplier.open()
    pointer.unlink()
    asyncio.run(watched(supplier, 0.05))
    assert supplier.service.generation == "good"
