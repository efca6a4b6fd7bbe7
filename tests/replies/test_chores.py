"""What chat programs order beside answers is done harmlessly, and no question is taken for such an order."""

import json

import pytest

from qa_service.replies.chores import LONGEST_TITLE, done

QUESTION = "Сколько детей-сирот получили жильё в 2019 году?"
OPEN_WEBUI = """### Task:
Generate a concise, 3-5 word title with an emoji summarizing the chat history.
### Output:
JSON format: {{ "title": "your concise title here" }}
### Chat History:
<chat_history>
USER: {question}
ASSISTANT: 1462
</chat_history>"""
LIBRECHAT = """Provide a concise, 5-word-or-less title for the conversation, using title case conventions. \
Only return the title itself.

Conversation:
User: {question}
AI: 1462 – User: nobody"""


def test_who_wants_an_object_gets_one_without_fields() -> None:
    assert json.loads(done(OPEN_WEBUI.format(question=QUESTION)) or "") == {}


def test_who_wants_a_title_gets_the_question() -> None:
    assert done(LIBRECHAT.format(question=QUESTION)) == QUESTION
    long = done(LIBRECHAT.format(question=f"{QUESTION} " * 50)) or ""
    assert long.startswith("Сколько детей-сирот") and len(long) <= LONGEST_TITLE


@pytest.mark.parametrize(
    "question",
    [
        QUESTION,
        "Generate a concise title for a law on children",
        "Provide a concise title",
        "title: User: кто такой уполномоченный?",
        "",
    ],
)
def test_a_question_is_no_order(question: str) -> None:
    assert done(question) is None


def test_a_long_order_without_a_question_is_read_at_once() -> None:
    """A pattern that looks for a title must not try every place of a text that has none."""
    assert done("provide a concise " + "title user " * 30_000) is None
