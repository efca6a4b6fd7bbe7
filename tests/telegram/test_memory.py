from qa_service.telegram.conversations import MOST_QUESTIONS, QUESTION_SECONDS, Conversations, Talker
from qa_service.telegram.memory import Memory

AIDA, MARAT = Talker(chat=1, person=1), Talker(chat=1, person=2)


class Clock:
    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def test_the_values_used_longest_ago_make_room() -> None:
    memory: Memory[str, int] = Memory(most=2, seconds=10, clock=Clock())
    memory.keep("a", 1)
    memory.keep("b", 2)
    assert memory.get("a") == 1
    memory.keep("c", 3)
    assert (memory.get("a"), memory.get("b"), len(memory)) == (1, None, 2)


def test_what_is_not_used_is_forgotten_after_its_time() -> None:
    clock = Clock()
    memory: Memory[str, int] = Memory(most=9, seconds=10, clock=clock)
    memory.keep("a", 1)
    clock.now = 9.0
    assert memory.get("a") == 1
    clock.now = 18.0
    assert memory.get("a") == 1
    clock.now = 28.0
    assert memory.get("a") is None
    assert len(memory) == 0


def test_people_in_one_chat_have_conversations_of_their_own() -> None:
    talks = Conversations()
    talks.asked(AIDA, "бір?", "kk")
    talks.asked(MARAT, "два?", "ru")
    assert (talks.earlier(AIDA), talks.earlier(MARAT)) == (("бір?",), ("два?",))
    assert (talks.language(AIDA, "en"), talks.language(MARAT, "en")) == ("kk", "ru")


def test_the_last_questions_are_kept_for_a_while() -> None:
    clock = Clock()
    talks = Conversations(clock)
    for number in range(MOST_QUESTIONS + 2):
        talks.asked(AIDA, str(number), "kk")
    assert talks.earlier(AIDA) == tuple(str(number) for number in range(2, MOST_QUESTIONS + 2))
    clock.now = QUESTION_SECONDS
    assert talks.earlier(AIDA) == ()


def test_forgetting_leaves_the_language() -> None:
    talks = Conversations()
    talks.asked(AIDA, "бір?", "kk")
    talks.forget(AIDA)
    assert (talks.earlier(AIDA), talks.language(AIDA, "ru")) == ((), "kk")


def test_a_chosen_language_goes_before_that_of_questions_and_that_before_telegrams() -> None:
    talks = Conversations()
    assert talks.language(AIDA, "kk-KZ") == "kk"
    assert talks.language(AIDA, "fr") == talks.language(AIDA, None) == "en"
    talks.asked(AIDA, "два?", "ru")
    assert talks.language(AIDA, "kk") == "ru"
    talks.asked(AIDA, "24", "other")
    assert talks.language(AIDA, "kk") == "ru"
    talks.choose(AIDA.chat, "kk")
    assert talks.language(AIDA, "ru") == talks.language(MARAT, "ru") == "kk"
