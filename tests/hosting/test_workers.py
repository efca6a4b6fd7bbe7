import asyncio
import threading

import pytest

from qa_service.errors import TooBusy
from qa_service.hosting.workers import Workers


def test_work_that_finds_no_place_is_refused_at_once_and_places_are_given_back() -> None:
    asyncio.run(_fill_and_empty(Workers(threads=1, longest_queue=1)))


async def _fill_and_empty(workers: Workers) -> None:
    gate = threading.Event()
    waiting = [asyncio.ensure_future(workers.run(lambda: gate.wait(10))) for _ in range(2)]
    await asyncio.sleep(0)
    with pytest.raises(TooBusy):
        await workers.run(lambda: None)
    gate.set()
    assert await asyncio.gather(*waiting) == [True, True]
    assert await workers.run(lambda: "again") == "again"
    workers.close()


def test_work_that_fails_gives_its_place_back() -> None:
    asyncio.run(_fail_often(Workers(threads=1, longest_queue=0)))


async def _fail_often(workers: Workers) -> None:
    for _ in range(3):
        with pytest.raises(ZeroDivisionError):
            await workers.run(lambda: 1 // 0)
    workers.close()


def test_a_cancelled_call_keeps_its_place_until_its_work_has_ended() -> None:
    """A reply that is given up at its deadline must not make room for more work than there are threads."""
    opened, done = threading.Event(), threading.Event()

    def work() -> None:
        opened.wait(20)
        done.set()

    async def scenario() -> None:
        workers = Workers(threads=1, longest_queue=1)
        running = asyncio.create_task(workers.run(work))
        waiting = asyncio.create_task(workers.run(work))
        await asyncio.sleep(0.05)
        for call in (running, waiting):
            call.cancel()
        await asyncio.gather(running, waiting, return_exceptions=True)
        assert workers.taken == 1
        opened.set()
        while workers.taken:
            await asyncio.sleep(0.005)
        assert done.is_set()
        workers.close()

    asyncio.run(scenario())
