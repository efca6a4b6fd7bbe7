"""People talk to the bot over the real report, through real HTTP."""

import pytest

from qa_service.language.phrases import LANGUAGES, phrase
from qa_service.replies import calls
from qa_service.service import Service
from tests.telegram.chats import Person
from tests.telegram.conftest import Play
from tests.telegram.fake_bot_api import FakeBotApi

ADDRESS = "https://reports.example.kz"
KAZAKH = "Бала құқықтары жөніндегі уәкіл лауазымы қай жылы құрылды?"
KAZAKH_ANSWER = "2016 жылғы ақпанда Қазақстан Республикасы Президентінің Жарлығымен БҚУ құрылды."
RUSSIAN = "С какого возраста наступает уголовная ответственность?"
HOUSING = "Сколько детей-сирот получили жильё в 2018 году?"
UNANSWERED = "Сколько космонавтов в Казахстане?"


def _said(key: str, language: str, **values: object) -> str:
    return phrase(f"telegram.{key}", language, **values)


def test_a_question_is_answered_with_the_quoted_sentence_its_place_and_its_sources(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        call = await Person(api).ask(KAZAKH)
        assert call.styled("bold") == call.styled("blockquote") == [KAZAKH_ANSWER]
        assert "Тәуелсіз мониторинг" in call.styled("italic")[0]
        assert call.button(_said("source", "kk", number=1)).endswith("P2100000942.kk.333")
        assert [one["url"] for one in call.buttons if "url" in one] == [f"{ADDRESS}/p/P2100000942.kk.333"]

    play(scene, ADDRESS)


def test_a_source_shows_the_sentence_in_its_passage_with_a_citation_in_any_form(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        answer = await aida.ask(RUSSIAN)
        await aida.press(answer.button(_said("source", "ru", number=1)))
        source = await api.next()
        assert source.method == "sendMessage"
        assert "шестнадцатилетнего возраста" in source.styled("bold")[0]
        assert "[P2100000942.ru.2556@" in source.styled("code")[0]
        await aida.press(source.button(_said("gost", "ru")))
        changed = await api.next()
        assert changed.method == "editMessageText"
        assert changed.styled("bold") == source.styled("bold")
        assert " : постановление Правительства" in changed.styled("code")[0]
        await aida.press(changed.button("BibTeX"))
        assert (await api.next()).styled("pre")[0].startswith("@techreport{")

    play(scene)


def test_the_official_text_stands_behind_a_translation(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        answer = await aida.ask(RUSSIAN)
        assert _said("working-translation", "ru") in answer.text
        await aida.press(answer.button(_said("official", "ru")))
        official = await api.next()
        assert "он алты жасқа толған" in official.styled("bold")[0]
        await aida.press(official.button(_said("next", "ru")))
        assert "[P2100000942.kk.2558@" in (await api.next()).text

    play(scene)


def test_a_figure_leads_to_its_cell_its_table_and_a_picture_of_it(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        answer = await aida.ask(HOUSING)
        assert answer.styled("bold") == ["1074"]
        await aida.press(answer.button(_said("source", "ru", number=1)))
        source = await api.next()
        assert source.styled("bold") == ["Всего", "2018 г.: 1074"]
        assert "графа «2018 г.»" in source.text
        await aida.press(answer.button(_said("whole-table", "ru")))
        assert "1155 1074 1462  870" in (await api.next()).styled("pre")[0]
        await aida.press(answer.button(_said("picture", "ru")))
        picture = await api.next()
        assert picture.method == "sendPhoto"
        assert picture.files["table-21.png"].startswith(b"\x89PNG")

    play(scene)


def test_a_trend_has_each_of_its_figures_in_bold_and_its_table(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        answer = await Person(api).ask("Как менялась младенческая смертность в Карагандинской области?")
        assert answer.styled("bold") == ["9,07", "10,42", "10,30", "9,58", "10,40"]
        assert answer.button(_said("picture", "ru")) == "i|6|ru|"

    play(scene)


def test_follow_ups_are_understood_until_they_are_forgotten(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        await aida.ask(HOUSING)
        followed = await aida.ask("а в 2019 году?")
        assert followed.styled("bold") == ["1462"]
        assert "жильё в 2019 году?" in followed.styled("italic")[0]
        await aida.ask("/forget")
        alone = await aida.ask("а в 2019 году?")
        assert "1462" not in alone.text

    play(scene)


def test_a_question_without_an_answer_is_refused_with_the_nearest_places(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        refusal = await aida.ask(UNANSWERED)
        assert refusal.text.startswith("В документах нет ответа на этот вопрос.")
        assert len(refusal.buttons) == 3
        await aida.press(str(refusal.buttons[0]["callback_data"]))
        assert "P2100000942.ru." in (await api.next()).styled("code")[0]

    play(scene)


def test_the_places_of_a_reference_are_turned_page_by_page(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        first = await aida.ask("/cite ст. 24 Конвенции")
        assert first.text.startswith("ст. 24 Конвенции: фрагментов – 68")
        assert [one["text"] for one in first.buttons] == ["1", "2", "3", "4", "▶"]
        await aida.press(first.button("▶"))
        second = await api.next()
        assert second.method == "editMessageText"
        assert [one["text"] for one in second.buttons] == ["5", "6", "7", "8", "◀", "▶"]
        await aida.press("r|9999|ст. 24 Конвенции")
        assert _said("page", "ru", page=17, pages=17) in (await api.next()).text

    play(scene)


def test_a_reference_alone_needs_no_command(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api)
        assert (await aida.ask("ст. 24")).text.startswith("ст. 24: фрагментов – 68")
        assert (await aida.ask("таблица 21")).text.startswith("Таблица 21. ")
        absent = await aida.ask("/cite закон о воде")
        assert absent.text == "В документах этого нет: «закон о воде»."

    play(scene)


def test_a_table_comes_as_text_as_a_picture_and_as_a_file(play: Play) -> None:
    async def scene(api: FakeBotApi) -> None:
        aida = Person(api, code="kk")
        table = await aida.ask("/table 6")
        assert table.text.startswith("6-кесте. ")
        assert table.styled("pre")[0].splitlines()[0].split() == ["2016", "2017", "2018", "2019", "2020"]
        await aida.press(table.button(_said("picture", "kk")))
        assert list((await api.next()).files) == ["table-6.png"]
        await aida.press(table.button(_said("spreadsheet", "kk")))
        file = await api.next()
        assert (file.method, list(file.files)) == ("sendDocument", ["table-6.xlsx"])
        assert file.files["table-6.xlsx"].startswith(b"PK")

    play(scene)


@pytest.mark.parametrize(
    ("asked", "answered"),
    [
        ("/table суицид", "Таблица 26. "),
        ("/table жетім балалар мен тұрғын үй", "21-кесте. "),
        ("/table сироты", "Подходит несколько таблиц:"),
        ("/table", "Таблицы, страница 1 из 6:"),
        ("/table 999", "Таблицы 999 нет; имеются: 1–41."),
        ("/table космонавты", "Таблицы с такими словами в названии нет."),
        ("/tables", "Таблицы, страница 1 из 6:"),
        ("/cite", "Напишите ссылку после команды"),
        ("/search", "Напишите слова после команды"),
        ("/search усыновление", "Найдено по запросу «усыновление»:"),
        ("/chapters", "Главы:"),
        ("/help", "Задайте вопрос обычным сообщением"),
        ("/start", "Здравствуйте."),
        ("/nonsense", "Такой команды нет."),
        ("/language fr", "Выберите язык:"),
        ("\u200b\u200e", "В этом сообщении нет слов."),
        ("я" * 4096, "Текст длиннее 2000 знаков."),
    ],
)
def test_every_message_has_a_sensible_answer(play: Play, asked: str, answered: str) -> None:
    async def scene(api: FakeBotApi) -> None:
        assert (await Person(api).ask(asked)).text.startswith(answered)

    play(scene)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("which", ["first", "second"])
def test_the_questions_that_the_help_suggests_have_answers(
    service: Service, language: str, which: str
) -> None:
    assert calls.ask(service, _said(f"example-{which}", language), 1).answered
