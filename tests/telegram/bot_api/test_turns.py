import asyncio

from qa_service.telegram.bot_api.turns import Turns


def test_one_chat_is_answered_in_order_and_others_meanwhile() -> None:
    async def scene() -> list[str]:
        ended: list[str] = []
        turns, first_may_end = Turns(), asyncio.Event()

        async def slow() -> None:
            await first_may_end.wait()
            ended.append("first of 1")

        async def quick(name: str) -> None:
            ended.append(name)

        await turns.take(1, slow)
        await turns.take(1, lambda: quick("second of 1"))
        await turns.take(2, lambda: quick("first of 2"))
        await asyncio.sleep(0.01)
        first_may_end.set()
        await turns.finish(5)
        return ended

    assert asyncio.run(scene()) == ["first of 2", "first of 1", "second of 1"]


def test_no_more_is_taken_than_there_is_room_for() -> None:
    async def scene() -> bool:
        turns, may_end = Turns(most=1), asyncio.Event()

        async def slow() -> None:
            await may_end.wait()

        await turns.take(1, slow)
        waiting = asyncio.create_task(turns.take(2, slow))
        await asyncio.sleep(0.01)
        waited = not waiting.done()
        may_end.set()
        await waiting
        await turns.finish(5)
        return waited

    assert asyncio.run(scene())


def test_what_does_not_end_in_time_is_ended() -> None:
    async def scene() -> bool:
        turns, broken_off = Turns(), False

        async def endless() -> None:
            nonlocal broken_off
            try:
                await asyncio.sleep(1000)
            finally:
                broken_off = True

        await turns.take(1, endless)
        await turns.finish(0.01)
        await asyncio.sleep(0.01)
        return broken_off

    assert asyncio.run(scene())
