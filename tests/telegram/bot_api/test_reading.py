"""Which messages the bot takes for its own, from what Telegram sends."""

from typing import Any

import pytest
from telegram import Update, User

from qa_service.telegram.bot_api.reading import incoming, press
from qa_service.telegram.conversations import Talker
from qa_service.telegram.incoming import Incoming

ME = User(id=1, is_bot=True, first_name="R", username="report_bot")
AIDA = {"id": 7, "is_bot": False, "first_name": "A", "language_code": "kk"}
BOT = {"id": 1, "is_bot": True, "first_name": "R"}


def _read(kind: str = "private", update: str = "message", **content: Any) -> Incoming | None:
    chat = {"id": 5, "type": kind, "title": "T"}
    message = {"message_id": 3, "date": 1, "chat": chat, "from": AIDA} | content
    read = Update.de_json({"update_id": 1, update: message}, None)
    return incoming(read, ME)


def _marked(text: str, marked: str, kind: str, **more: Any) -> dict[str, Any]:
    units = len(text[: text.index(marked)].encode("utf-16-le")) // 2
    length = len(marked.encode("utf-16-le")) // 2
    return {"text": text, "entities": [{"type": kind, "offset": units, "length": length} | more]}


def test_a_text_to_the_bot_itself_is_a_question() -> None:
    assert _read(text="Сұрақ?") == Incoming(Talker(5, 7), "Сұрақ?", "kk")


def test_a_command_is_told_from_the_text_behind_it() -> None:
    read = _read(**_marked("/Cite@Report_Bot ст. 24", "/Cite@Report_Bot", "bot_command"))
    assert read is not None
    assert (read.command, read.text.strip()) == ("cite", "ст. 24")


def test_a_command_in_the_middle_of_a_text_is_part_of_a_question() -> None:
    read = _read(**_marked("не делает /table 6?", "/table", "bot_command"))
    assert read == Incoming(Talker(5, 7), "не делает /table 6?", "kk")


@pytest.mark.parametrize("kind", ["group", "supergroup"])
def test_in_a_group_the_bot_hears_only_what_is_said_to_it(kind: str) -> None:
    assert _read(kind, text="Сұрақ?") is None
    assert _read(kind, **_marked("@other_bot сұрақ?", "@other_bot", "mention")) is None
    assert _read(kind, **_marked("/table@other_bot 6", "/table@other_bot", "bot_command")) is None
    assert _read(kind, sticker=_sticker()) is None
    assert _read(kind, **_marked("/table 6", "/table", "bot_command")) is not None
    asked = _read(kind, **_marked("😀 @Report_bot сұрақ?", "@Report_bot", "mention"))
    assert asked is not None
    assert asked.text.split() == ["😀", "сұрақ?"]


def test_a_mention_of_a_bot_without_its_name_counts() -> None:
    read = _read("group", **_marked("Есеп, сұрақ?", "Есеп", "text_mention", user=BOT))
    assert read is not None
    assert read.text.strip() == ", сұрақ?"


def test_a_reply_to_the_bot_counts_and_one_to_another_does_not() -> None:
    chat = {"id": 5, "type": "group", "title": "T"}
    for author, heard in ((BOT, True), (AIDA, False)):
        earlier = {"message_id": 2, "date": 1, "chat": chat, "from": author, "text": "…"}
        assert (_read("group", text="Сұрақ?", reply_to_message=earlier) is not None) is heard


def test_who_speaks_as_a_group_is_not_taken_for_the_account_behind_it() -> None:
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    sender = {"id": -100, "type": "supergroup", "title": "T"}
    said = _marked("/table 6", "/table", "bot_command")
    by: dict[str, Any] = {"from": anonymous, "sender_chat": sender}
    read = _read("supergroup", **said, **by)
    assert read is not None
    assert read.talker == Talker(5, -100)


def test_a_caption_is_read_and_a_picture_without_one_is_not() -> None:
    photo = [{"file_id": "a", "file_unique_id": "b", "width": 1, "height": 1}]
    captioned, bare = _read(photo=photo, caption="Сұрақ?"), _read(photo=photo)
    assert captioned == Incoming(Talker(5, 7), "Сұрақ?", "kk")
    assert bare == Incoming(Talker(5, 7), "", "kk", readable=False)


def test_what_telegram_says_itself_is_not_answered() -> None:
    assert _read(new_chat_members=[AIDA]) is None
    assert _read(group_chat_created=True) is None
    assert _read(pinned_message={"message_id": 2, "date": 1, "chat": {"id": 5, "type": "group"}}) is None
    assert _read("supergroup", text="Хабар", is_automatic_forward=True) is None


def test_a_location_that_moves_is_told_once_that_it_cannot_be_read() -> None:
    place = {"latitude": 51.1, "longitude": 71.4}
    assert _read(location=place) == Incoming(Talker(5, 7), "", "kk", readable=False)
    assert _read(update="edited_message", location=place, edit_date=2) is None


def test_an_edited_question_is_one() -> None:
    read = _read(update="edited_message", text="Сұрақ?", edit_date=2)
    assert read == Incoming(Talker(5, 7), "Сұрақ?", "kk", edited=True)


def test_a_button_below_no_message_cannot_be_answered() -> None:
    query = {"id": "1", "from": AIDA, "chat_instance": "1", "data": "l|0", "inline_message_id": "x"}
    read = Update.de_json({"update_id": 1, "callback_query": query}, None).callback_query
    assert read is not None
    assert press(read) is None


def _sticker() -> dict[str, Any]:
    sizes = {"width": 1, "height": 1, "is_animated": False, "is_video": False, "type": "regular"}
    return {"file_id": "a", "file_unique_id": "b"} | sizes
