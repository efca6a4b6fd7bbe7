"""How the bot behaves: in which language, in groups, with old and forged buttons, in a flood."""

import asyncio

import pytest

from qa_service.language.phrases import phrase
from tests.telegram.chats import GROUP, Person
from tests.telegram.conftest import Play
from tests.telegram.fake_bot_api import BOT, FakeBotApi

KAZAKH = "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?"
RUSSIAN = "Сколько детей-сирот получили жильё в 2018 году?"
QUIET_SECONDS = 0.3


def _said(key: str, language: str, **values: object) -> str:
    return phrase(f"telegram.{key}", language, **values)


async def _quiet(api: FakeBotApi) -> bool:
    before = len(api.sent())
    await asyncio.sleep(QUIET_SECONDS)
    return len(api.sent()) == before


def test_the_language_is_telegrams_then_that_of_questions_then_the_chosen_one(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api, code="kk")
        assert (await aida.ask("/help")).text.startswith(_said("help", "kk")[:20])
        await aida.ask(RUSSIAN)
        assert (await aida.ask("/help")).text.startswith(_said("help", "ru")[:20])
        assert (await aida.ask("/language KK")).text == _said("language-now", "kk")
        assert (await aida.ask(RUSSIAN)).text.startswith("1074 – таблица 21")
        assert (await aida.ask("/help")).text.startswith(_said("help", "kk")[:20])

    play(scene)


def test_the_menu_of_commands_is_set_in_every_language(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        menus = [await api.next("setMyCommands") for _ in range(3)]
        assert [one.sent.get("language_code") for one in menus] == ["kk", "ru", None]
        assert all(len(one.sent["commands"]) == 8 for one in menus)

    play(scene)


def test_in_a_group_the_bot_answers_whom_it_is_asked_by_and_nobody_else(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api, id=7, chat=-100, kind=GROUP)
        await aida.say(RUSSIAN)
        await aida.push({"sticker": _sticker()})
        assert await _quiet(api)
        mentioned = await aida.ask(f"@report_bot {RUSSIAN}", message_id=41)
        assert mentioned.text.startswith("1074")
        assert mentioned.sent["reply_parameters"]["message_id"] == 41
        said = {"message_id": 40, "date": 1, "chat": {"id": -100, "type": GROUP, "title": "T"}, "text": "…"}
        replied = await aida.ask("а в 2019 году?", reply_to_message=said | {"from": BOT})
        assert replied.text.splitlines()[-5:] and "1462" in replied.text

    play(scene)


def test_people_in_a_group_have_conversations_of_their_own(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida, marat = Person(api, 7, -100, GROUP), Person(api, 8, -100, GROUP)
        await aida.ask(f"@report_bot {RUSSIAN}")
        assert "1462" not in (await marat.ask("@report_bot а в 2019 году?")).text
        assert "1462" in (await aida.ask("@report_bot а в 2019 году?")).text

    play(scene)


def test_answers_stay_in_the_topic_of_a_group(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api, 7, -100, GROUP)
        answer = await aida.ask("/help", message_thread_id=12, is_topic_message=True)
        assert answer.sent["message_thread_id"] == 12
        answer = await aida.ask("/help", message_thread_id=13)
        assert "message_thread_id" not in answer.sent

    play(scene)


@pytest.mark.parametrize(
    "data", ["~forgotten", "p|0||P2100000942.kk.1", "t|99|kk", "c|0|77", "<script>", "r|0|", "i|6|kk|x"]
)
def test_an_old_or_forged_button_is_answered_politely(play: Play, data: str) -> None:
    async def scene(api: FakeBotApi) -> None:
        hint = await Person(api).press(data)
        assert hint.sent["text"] == _said("stale", "ru")
        assert await _quiet(api)

    play(scene)


def test_an_edited_question_is_answered_again_and_the_same_one_is_not(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        await aida.ask(RUSSIAN)
        await aida.edit(RUSSIAN)
        assert await _quiet(api)
        await aida.edit(RUSSIAN.replace("2018", "2019"))
        answer = await api.next()
        assert answer.text.startswith("1462")
        assert "reply_parameters" in answer.sent

    play(scene)


def test_what_holds_no_words_is_told_to_be_unreadable(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        await aida.push({"sticker": _sticker()})
        assert (await api.next()).text == _said("only-text", "ru")
        await aida.push({"voice": {"file_id": "a", "file_unique_id": "b", "duration": 1}})
        assert (await api.next()).text == _said("only-text", "ru")

    play(scene)


def test_a_forwarded_text_is_a_question(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        origin = {"type": "hidden_user", "date": 1, "sender_user_name": "X"}
        assert (await Person(api).ask(RUSSIAN, forward_origin=origin)).text.startswith("1074")

    play(scene)


def test_markup_in_a_question_comes_back_as_text(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        reference = "<a href='tg://user?id=1'>№ 999-XX</a> *_`["
        answer = await Person(api).ask(f"/cite {reference}")
        assert reference in answer.text
        assert "parse_mode" not in answer.sent
        assert answer.styled("text_link") == []

    play(scene)


def test_a_flood_is_told_once_to_slow_down_and_others_are_answered(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        flooder, other = Person(api, 7, 7), Person(api, 8, 8)
        for _ in range(12):
            await flooder.say("/forget")
        answers = [(await api.next()).text for _ in range(4)]
        assert answers[:3] == [_said("forgotten", "ru")] * 3
        assert answers[3].startswith(_said("too-fast", "ru", seconds="").partition(".")[0])
        assert await _quiet(api)
        hint = await flooder.press("l|0")
        assert hint.sent["text"]
        assert (await other.ask("/forget")).text == _said("forgotten", "ru")

    play(scene, per_minute=3)


def _sticker() -> dict[str, object]:
    sizes = {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
    return {"file_id": "a", "file_unique_id": "b"} | sizes
