"""Work that waits for another server has threads of its own, and its items come as they are made."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

import pytest

from qa_service.errors import TooBusy
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from tests.api.fakes import FakeService


@pytest.fixture
def host(tmp_path: Path) -> Host:
    supplier = Supplier(FakeService, tmp_path / "CURRENT", 2)
    supplier.open()
    return Host(supplier, Workers(1), Workers(1, longest_queue=0))


def test_the_service_answers_while_all_waiting_threads_wait(host: Host) -> None:
    async def both() -> str:
        gate = threading.Event()
        waiting = asyncio.ensure_future(host.wait_for(lambda: gate.wait(10)))
        await asyncio.sleep(0.05)
        found = await asyncio.wait_for(host.run(lambda service: service.generation), 2)
        with pytest.raises(TooBusy):
            await host.wait_for(lambda: None)
        gate.set()
        assert await waiting
        return found

    assert asyncio.run(both()) == "first"


def test_items_come_as_they_are_made(host: Host) -> None:
    gate = threading.Event()

    def items() -> Iterator[int]:
        yield 1
        gate.wait(10)
        yield 2

    async def heard() -> list[int]:
        found = []
        async for item in host.stream(items):
            found.append(item)
            gate.set()
        return found

    assert asyncio.run(asyncio.wait_for(heard(), 5)) == [1, 2]


def test_a_stream_that_finds_no_thread_is_refused_before_its_first_item(host: Host) -> None:
    async def refused() -> None:
        gate = threading.Event()
        waiting = asyncio.ensure_future(host.wait_for(lambda: gate.wait(10)))
        await asyncio.sleep(0.05)
        with pytest.raises(TooBusy):
            async for _ in host.stream(lambda: iter([1])):
                pytest.fail("an item came")
        gate.set()
        await waiting

    asyncio.run(refused())


def test_a_fault_in_the_work_reaches_who_reads(host: Host) -> None:
    def items() -> Iterator[int]:
        yield 1
        raise ZeroDivisionError

    async def read() -> None:
        async for _ in host.stream(items):
            pass

    with pytest.raises(ZeroDivisionError):
        asyncio.run(read())


def test_a_reader_that_goes_away_ends_the_work_at_its_next_item(host: Host) -> None:
    made: list[int] = []

    def items() -> Iterator[int]:
        for number in range(1000):
            made.append(number)
            threading.Event().wait(0.01)
            yield number

    async def read_one() -> None:
        async with aclosing(host.stream(items)) as stream:
            assert await anext(stream) == 0
        await asyncio.sleep(0.2)

    asyncio.run(read_one())
    assert len(made) < 6
