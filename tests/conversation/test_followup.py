"""What follow-up questions are understood as, and what is left alone."""

import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from qa_service.conversation.followup import Conversation, Understood
from qa_service.errors import QueryInvalid
from qa_service.language.glossary import Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.spelling import Speller
from qa_service.language.stems import stem_of
from qa_service.search.query import QueryReader
from tests.conftest import CORPUS

HOUSED = "Сколько детей-сирот получили жильё в 2018 году?"
ҮЙЛІ = "2018 жылы қанша жетім бала тұрғын үй алды?"
SUICIDE = "Какие меры приняты по профилактике суицида?"


@pytest.fixture(scope="module")
def conversation() -> Conversation:
    glossary = Glossary.read([CORPUS / "terms.tsv"], stem_of)
    reader = QueryReader(Restorer({}), Speller({"kk": {}, "ru": {}}), glossary)
    return Conversation(reader.read, glossary)


def question(conversation: Conversation, earlier: Sequence[str], text: str) -> str:
    return conversation.understood(earlier, text).question


@pytest.mark.parametrize(
    ("earlier", "text", "understood"),
    [
        (HOUSED, "а в 2019 году?", "Сколько детей-сирот получили жильё в 2019 году?"),
        (HOUSED, "а 2019?", "Сколько детей-сирот получили жильё в 2019 году?"),
        (HOUSED, "2019", "Сколько детей-сирот получили жильё в 2019 году?"),
        (HOUSED, "с 2017 по 2020 год?", "Сколько детей-сирот получили жильё с 2017 по 2020 год?"),
        (HOUSED, "а в Алматы?", "Сколько детей-сирот получили жильё в 2018 году в Алматы?"),
        (HOUSED, "и сколько из них мальчиков?", f"{HOUSED[:-1]}, из них мальчиков?"),
        (HOUSED, "а в сельской местности?", f"{HOUSED[:-1]} в сельской местности?"),
        (HOUSED, "в Астане и Алматы?", f"{HOUSED[:-1]} в Астане и Алматы?"),
        (HOUSED, "почему?", "Детей-сирот получили жильё в 2018 году – почему?"),
        (HOUSED, "где больше всего?", "Детей-сирот получили жильё в 2018 году – где больше всего?"),
        (HOUSED, "а что с этим по статье 24?", f"{HOUSED[:-1]} – по статье 24?"),
        (HOUSED, "а какой закон их защищает?", "Какой закон их защищает (детей-сирот)?"),
        (HOUSED, "а интернатов?", "Сколько интернатов получили жильё в 2018 году?"),
        (HOUSED, "а сколько школ?", "Сколько школ в 2018 году?"),
        (HOUSED, "в том же году сколько школ открыли?", "В том же году сколько школ открыли (в 2018 году)?"),
        (HOUSED, "подробнее", HOUSED),
        (HOUSED, "откуда эти данные?", HOUSED),
        (HOUSED, "спасибо, а в 2019 году?", "Сколько детей-сирот получили жильё в 2019 году?"),
        (SUICIDE, "а по профилактике наркомании?", "Какие меры приняты по профилактике наркомании?"),
        ("Что гарантирует статья 19 Конвенции?", "а статья 24?", "Что гарантирует статья 24 Конвенции?"),
        ("В каком регионе больше всего сирот?", "а меньше всего?", "В каком регионе меньше всего сирот?"),
        ("How many orphans were housed in 2018?", "and in 2019?", "How many orphans were housed in 2019?"),
        (ҮЙЛІ, "ал 2019 жылы ше?", "2019 жылы қанша жетім бала тұрғын үй алды?"),
        (ҮЙЛІ, "сонда 2019 жылы ше?", "2019 жылы қанша жетім бала тұрғын үй алды?"),
        (ҮЙЛІ, "ал қыздар ше?", f"{ҮЙЛІ[:-1]}, оның ішінде қыздар?"),
        (ҮЙЛІ, "олардың қаншасы қыздар?", f"{ҮЙЛІ[:-1]}, оның ішінде қыздар?"),
        (ҮЙЛІ, "ал Алматыда ше?", f"Алматыда {ҮЙЛІ}"),
        (ҮЙЛІ, "неге?", "2018 жылы жетім бала тұрғын үй алды – неге?"),
        (ҮЙЛІ, "ал мүгедек балалар ше?", "2018 жылы қанша мүгедек балалар тұрғын үй алды?"),
        (ҮЙЛІ, "ішінде қыздар қанша?", f"{ҮЙЛІ[:-1]}, оның ішінде қыздар?"),
        (ҮЙЛІ, "олар қандай көмек алады?", "Олар қандай көмек алады (жетім бала)?"),
        (ҮЙЛІ, "толығырақ айтыңыз", ҮЙЛІ),
        ("Мектептерде қанша оқушы оқыды?", "ал колледждерде ше?", "Колледждерде қанша оқушы оқыды?"),
    ],
)
def test_a_follow_up_is_made_whole(
    conversation: Conversation, earlier: str, text: str, understood: str
) -> None:
    assert question(conversation, [earlier], text) == understood


@pytest.mark.parametrize(
    "text", ["ал 2019 жылы ше?", "al 2019 jyly she?", "ал 2019 жылы ше", "АЛ 2019 ЖЫЛЫ ШЕ?"]
)
@pytest.mark.parametrize("earlier", [ҮЙЛІ, "2018 jyly qansha jetim bala turgyn ui aldy?"])
def test_kazakh_is_understood_however_it_is_typed(
    conversation: Conversation, earlier: str, text: str
) -> None:
    assert question(conversation, [earlier], text).startswith("2019 жылы қанша жетім бала")


@pytest.mark.parametrize(
    ("earlier", "text", "expected"),
    [
        (ҮЙЛІ, "а в 2019 году?", Understood("2019 жылы қанша жетім бала тұрғын үй алды?", "ru")),
        (HOUSED, "ал 2019 жылы ше?", Understood("Сколько детей-сирот получили жильё в 2019 году?", "kk")),
        (HOUSED, "қазақша айтшы", Understood(HOUSED, "kk")),
        (ҮЙЛІ, "переведи на русский", Understood(ҮЙЛІ, "ru")),
        (HOUSED, "Алматы?", Understood(f"{HOUSED[:-1]} Алматы?", "ru")),
        (ҮЙЛІ, "Алматы?", Understood(f"Алматы {ҮЙЛІ}", "kk")),
        (HOUSED, "ал қыздар ше?", Understood(f"{HOUSED[:-1]}, из них девочек?", "kk")),
        (ҮЙЛІ, "а в Актюбинской области?", Understood(f"Ақтөбе облысы бойынша {ҮЙЛІ}", "ru")),
        (HOUSED, "and girls?", Understood(f"{HOUSED[:-1]}, из них девочек?", "en")),
    ],
)
def test_who_goes_on_in_another_language_is_replied_to_in_it(
    conversation: Conversation, earlier: str, text: str, expected: Understood
) -> None:
    assert conversation.understood([earlier], text) == expected


@pytest.mark.parametrize("earlier", [HOUSED, ҮЙЛІ, SUICIDE])
@pytest.mark.parametrize(
    "text",
    [
        "Кто подготовил пятый-шестой периодический доклад?",
        "а что такое ювенальная юстиция?",
        "Сколько дошкольных организаций насчитывалось в 2016 году?",
        "Может ли он быть организатором собрания, если ему нет восемнадцати лет?",
        "статья 24 Конвенции",
        "а статья 24?",
        "Отбасы күні қашан тойланады?",
        "15-17 жастағы қыздар арасындағы суицид 2020 жылы қанша?",
        "6-кесте",
        "спасибо",
        "Рахмет!",
        "здравствуйте",
        "ты уверен?",
        "Wer ist der Präsident?",
        "?",
        "и?",
        "спецсадики города Алматы сколько в них детей",
        "Түркістан облысында 2018 жыл ішінде тіркелген ерте некелердің санын айтыңызшы.",
    ],
)
def test_what_stands_alone_is_left_alone(conversation: Conversation, earlier: str, text: str) -> None:
    assert conversation.understood([earlier], text) == Understood(text)


def test_a_conversation_goes_on_over_thanks_and_texts_that_are_no_questions(
    conversation: Conversation,
) -> None:
    turns = [HOUSED, "а в 2019 году?", "спасибо", "  ", "\x00", "а девочек?"]
    assert question(conversation, turns, "а в Алматы?") == (
        "Сколько детей-сирот получили жильё в 2019 году, из них девочек в Алматы?"
    )


def test_a_long_text_ends_what_was_spoken_of(conversation: Conversation) -> None:
    turns = [HOUSED, "Сколько ранних браков? " * 30]
    assert question(conversation, turns, "а в 2019 году?") == "а в 2019 году?"


def test_a_new_subject_is_what_the_next_follow_up_goes_on_from(conversation: Conversation) -> None:
    turns = [HOUSED, "Сколько ранних браков было в 2018 году?"]
    assert question(conversation, turns, "а в 2020?") == "Сколько ранних браков было в 2020 году?"


def test_the_first_question_stands_alone(conversation: Conversation) -> None:
    assert conversation.understood([], "а в 2019 году?") == Understood("а в 2019 году?")


def test_a_text_that_is_no_question_is_refused(conversation: Conversation) -> None:
    with pytest.raises(QueryInvalid):
        conversation.understood([HOUSED], " ")


@pytest.mark.parametrize("text", ["спасибо", "Рахмет!", "Здравствуйте, спасибо большое", "thank you"])
def test_thanks_and_greetings_are_known(conversation: Conversation, text: str) -> None:
    assert conversation.is_courtesy(text)
    assert not conversation.is_courtesy(HOUSED)


SAID = """а и ал ше в 2019 2018 году жылы их олар девочек қыздар Алматы статья 24 6-кесте почему неге сколько
    қанша больше всего , ? ( – 12.03.2020 1 000 школ балалар these why подробнее % /"""
WORDS = st.sampled_from(SAID.split()) | st.text(min_size=1, max_size=6)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.lists(WORDS, min_size=1, max_size=8).map(" ".join), min_size=1, max_size=5))
def test_no_conversation_is_too_odd(conversation: Conversation, turns: list[str]) -> None:
    *earlier, last = turns
    assume(not re.fullmatch(r"[\s\x00-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\ufeff]*", last))
    assert question(conversation, earlier, last).strip()
    assert question(conversation, earlier, last) == question(conversation, earlier, last)
