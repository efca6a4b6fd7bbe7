"""What the bot makes of trouble: limits, faults, broken connections, restarts and refused tokens."""

import asyncio
import logging

import pytest

from qa_service.errors import TelegramTokenMissing, TelegramTokenRefused
from qa_service.service import Service
from qa_service.telegram.bot_api import connecting, patience, polling, sending
from qa_service.telegram.bot_api.connecting import Account
from qa_service.telegram.bot_api.running import Terms, answer_until
from tests.telegram.chats import Person, host_of
from tests.telegram.chats import running as running_bot
from tests.telegram.conftest import Play
from tests.telegram.fake_bot_api import TOKEN, FakeBotApi, Fault

QUESTION = "Сколько детей-сирот получили жильё в 2018 году?"


@pytest.fixture(autouse=True)
def short_pauses(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(patience, "PAUSES", (0.02,) * 50)
    monkeypatch.setattr(polling, "LONGEST_PAUSE", 0.05)
    monkeypatch.setattr(connecting, "LONGEST_PAUSE", 0.05)


def test_telegrams_own_limit_is_waited_for(play: Play, caplog: pytest.LogCaptureFixture) -> None:
    async def scene(api: FakeBotApi) -> None:
        api.fail("sendMessage", Fault(429, "Too Many Requests: retry after 1", retry_after=1))
        began = asyncio.get_running_loop().time()
        assert (await Person(api).ask(QUESTION)).text.startswith("1074")
        assert asyncio.get_running_loop().time() - began >= 1

    play(scene)


@pytest.mark.parametrize("fault", [Fault(500), Fault(502), Fault(0)], ids=["500", "502", "broken off"])
def test_an_answer_is_sent_again_after_a_fault(play: Play, fault: Fault) -> None:
    async def scene(api: FakeBotApi) -> None:
        api.fail("sendMessage", fault, fault)
        assert (await Person(api).ask(QUESTION)).text.startswith("1074")
        assert len(api.sent()) == 1

    play(scene)


@pytest.mark.parametrize("fault", [Fault(500), Fault(409, "Conflict"), Fault(429, retry_after=1), Fault(0)])
def test_polling_goes_on_after_a_fault(play: Play, fault: Fault) -> None:
    async def scene(api: FakeBotApi) -> None:
        await Person(api).ask("/forget")
        api.fail("getUpdates", fault)
        assert (await Person(api).ask(QUESTION)).text.startswith("1074")
        assert len(api.sent()) == 2

    play(scene)


def test_a_restart_of_the_server_loses_and_repeats_nothing(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        await aida.ask("/forget")
        await api.stop()
        await aida.say(QUESTION)
        await asyncio.sleep(0.2)
        await api.start()
        assert (await api.next()).text.startswith("1074")
        await aida.ask("/forget")
        assert len(api.sent()) == 3

    play(scene)


def test_what_was_answered_is_not_asked_for_at_the_next_start(service: Service) -> None:
    async def scene() -> None:
        async with running_bot(service) as api:
            await Person(api).ask("/forget")
        assert api.polls[-1] == 2

    asyncio.run(scene())


def test_an_answer_that_has_begun_is_finished_at_a_stop(service: Service) -> None:
    async def scene() -> None:
        async with running_bot(service) as api:
            api.fail("sendMessage", *[Fault(500)] * 10)
            await Person(api).say(QUESTION)
            while not api.faults["sendMessage"] or len(api.faults["sendMessage"]) == 10:
                await asyncio.sleep(0.01)
        assert [one.text[:4] for one in api.sent()] == ["1074"]

    asyncio.run(scene())


def test_a_message_that_telegram_refuses_does_not_end_the_bot(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene(api: FakeBotApi) -> None:
        api.fail("sendMessage", Fault(403, "Forbidden: bot was blocked by the user"))
        await Person(api).say(QUESTION)
        assert (await Person(api, 8, 8).ask(QUESTION)).text.startswith("1074")

    play(scene)
    assert "is not answered: Forbidden" in caplog.text


def test_addresses_that_telegram_refuses_are_left_out(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        answer = await Person(api).ask(QUESTION)
        assert answer.text.startswith("1074")
        assert answer.buttons
        assert not any("url" in one for one in answer.buttons)

    play(scene, "http://localhost:8000")


def test_a_picture_that_is_no_photo_is_sent_as_a_file(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        api.fail("sendPhoto", Fault(400, "Bad Request: PHOTO_INVALID_DIMENSIONS"))
        await Person(api).press("i|6|kk|")
        assert list((await api.next("sendDocument")).files) == ["table-6.png"]

    play(scene)


def test_an_edit_that_changes_nothing_or_comes_too_late_breaks_nothing(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        api.fail("editMessageText", Fault(400, "Bad Request: message is not modified"))
        api.fail("editMessageText", Fault(400, "Bad Request: message can't be edited"))
        api.fail("answerCallbackQuery", Fault(400, "Bad Request: query is too old"))
        aida = Person(api)
        await api.push(
            callback_query={
                "id": "1",
                "from": {"id": 7, "is_bot": False, "first_name": "A"},
                "chat_instance": "1",
                "data": "l|0",
            }
        )
        await aida.press("l|1")
        await aida.press("l|2")
        assert (await api.next("sendMessage")).text == "Таблицы, страница 3 из 6:"

    play(scene)


def test_a_fault_of_the_bot_is_told_and_recorded_without_the_question(
    play: Play, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("qa_service.telegram.responder.calls.prepared", broken)

    async def scene(api: FakeBotApi) -> None:
        assert (await Person(api).ask(QUESTION)).text.startswith("Произошёл сбой.")
        assert (await Person(api).ask("/forget")).text.startswith("Ваши вопросы")

    play(scene)
    assert "update 1 failed" in caplog.text
    assert "сирот" not in caplog.text


def test_people_see_that_a_slow_answer_is_worked_on(play: Play, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sending, "QUICK_SECONDS", 0)

    async def scene(api: FakeBotApi) -> None:
        await Person(api).ask(QUESTION)
        assert (await api.next("sendChatAction")).sent == {"chat_id": 7, "action": "typing"}

    play(scene)


def test_a_token_that_is_withdrawn_ends_the_bot_with_one_word(service: Service) -> None:
    async def scene() -> None:
        with pytest.raises(TelegramTokenRefused) as refused:
            async with running_bot(service) as api:
                await Person(api).ask("/forget")
                api.known = "another"
                await Person(api).say("/forget")
                await asyncio.sleep(0.3)
        assert TOKEN not in f"{refused.value!r} {refused.value.__cause__}"

    asyncio.run(scene())


@pytest.mark.parametrize("token", ["123456:not-the-one", "no token", "1:a/../b", "1:a\nb"])
def test_a_token_that_is_refused_stops_the_start_before_the_index_is_opened(token: str) -> None:
    async def scene() -> None:
        api = FakeBotApi()
        await api.start()
        with pytest.raises(TelegramTokenRefused):
            await answer_until(asyncio.Event(), Account(api.url, token), Terms("", 0), pytest.fail)
        await api.stop()

    asyncio.run(scene())


def test_without_a_token_there_is_no_account() -> None:
    with pytest.raises(TelegramTokenMissing):
        Account("http://127.0.0.1", "")
    assert TOKEN not in repr(Account("http://127.0.0.1", TOKEN))


def test_a_server_that_is_not_there_yet_is_waited_for(
    service: Service, caplog: pytest.LogCaptureFixture
) -> None:
    async def scene() -> None:
        api, stop = FakeBotApi(), asyncio.Event()
        await api.start()
        await api.stop()
        bot = asyncio.create_task(
            answer_until(stop, Account(api.url, TOKEN), Terms("", 0), lambda: host_of(service))
        )
        await asyncio.sleep(0.3)
        await api.start()
        assert (await Person(api).ask("/forget")).text.startswith("Ваши вопросы")
        stop.set()
        await bot
        await api.stop()

    asyncio.run(scene())
    assert "the Bot API cannot be reached" in caplog.text


def test_a_start_that_waits_for_the_server_can_be_stopped() -> None:
    async def scene() -> None:
        stop = asyncio.Event()
        asyncio.get_running_loop().call_later(0.1, stop.set)
        await answer_until(stop, Account("http://127.0.0.1:9", TOKEN), Terms("", 0), pytest.fail)

    asyncio.run(asyncio.wait_for(scene(), 5))


def test_the_log_tells_of_messages_but_neither_text_nor_token(
    play: Play, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)

    async def scene(api: FakeBotApi) -> None:
        api.fail("getUpdates", Fault(500))
        await Person(api).ask(QUESTION)
        api.fail("sendMessage", Fault(400, "Bad Request"))
        await Person(api).say(QUESTION)
        await Person(api).ask("/forget")

    play(scene)
    own = [record.getMessage() for record in caplog.records if record.name.startswith("qa_service")]
    assert any("question" in line for line in own)
    assert not any("сирот" in line or TOKEN in line for line in own)
