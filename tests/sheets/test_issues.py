"""Lists of issues as committees write them become issues with numbers, letters and headings."""

import pytest

from qa_service.errors import DraftUnreadable, IssuesMissing, IssuesTooMany
from qa_service.sheets import issues as module
from qa_service.sheets.issues import read_issues
from qa_service.sheets.lines import lines_of_text
from qa_service.sheets.records import Issue


def issues(text: str) -> tuple[Issue, ...]:
    return read_issues(lines_of_text(text))


def keys(text: str) -> list[str]:
    return [issue.key for issue in issues(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param(
            "1. Please provide information on: (a) the law; (b) the budget; and (c) training.",
            [("a", "the law"), ("b", "the budget"), ("c", "training.")],
            id="English, in one line",
        ),
        pytest.param(
            "1. Просьба сообщить о:\na) законе;\nb) бюджете, а также\nc) обучении.",
            [("a", "законе"), ("b", "бюджете"), ("c", "обучении.")],
            id="Russian with Latin letters",
        ),
        pytest.param(
            "1. Просьба сообщить о: а) законе; б) бюджете; и в) обучении.",
            [("а", "законе"), ("б", "бюджете"), ("в", "обучении.")],
            id="Russian with Cyrillic letters",
        ),
        pytest.param(
            "1. Мыналар туралы хабарлаңыз: а) заң; ә) бюджет; б) оқыту.",
            [("а", "заң"), ("ә", "бюджет"), ("б", "оқыту.")],
            id="Kazakh with Kazakh letters",
        ),
        pytest.param(
            "1. Просьба сообщить о: a) законе; b) бюджете; с) обучении.",
            [("a", "законе"), ("b", "бюджете"), ("с", "обучении.")],
            id="a Cyrillic letter among Latin ones",
        ),
    ],
)
def test_sub_questions_are_issues_of_their_own(text: str, found: list[tuple[str, str]]) -> None:
    assert [(issue.letter, issue.text) for issue in issues(text)] == found
    assert {issue.number for issue in issues(text)} == {"1"}


def test_a_paragraph_that_asks_before_its_letters_is_an_issue_too() -> None:
    whole, first, _ = issues("7. Please describe the law. Please also state: (a) the cost; (b) the date.")
    assert (whole.key, whole.text) == ("7", "Please describe the law.")
    assert (first.key, first.label) == ("7a", "7 (a)")
    assert first.lead == "Please describe the law. Please also state:"


def test_a_letter_that_belongs_to_a_reference_opens_nothing() -> None:
    text = (
        "1. State: (a) how article 37 (b) is applied, see\narticle 40\n(b) of the Convention; (b) the cost."
    )
    assert [issue.text for issue in issues(text)] == [
        "how article 37 (b) is applied, see article 40 (b) of the Convention",
        "the cost.",
    ]


def test_broken_lines_are_put_together() -> None:
    (issue,) = issues("12. Please describe the measures of\n2019. They began in\n24. April of that year.")
    assert issue.text == "Please describe the measures of 2019. They began in 24. April of that year."


@pytest.mark.parametrize(
    "heading",
    [
        "Part One",
        "A. General measures (arts. 4 and 42)",
        "Часть II",
        "I. Общие меры",
        "Бірінші бөлім",
        "Шаралар",
    ],
)
def test_a_heading_stands_above_the_issues_that_follow(heading: str) -> None:
    first, second = issues(f"1. Describe the law.\n\n{heading}\n\n2. Describe the cost.")
    assert (first.heading, second.heading) == ("", heading)
    assert first.text == "Describe the law."


@pytest.mark.parametrize("mark", ["2.", "2)", "Вопрос 2.", "2-сұрақ.", "Question 2."])
def test_numbers_are_read_as_they_are_written(mark: str) -> None:
    assert keys(f"1. Опишите закон.\n{mark} Опишите бюджет.") == ["1", "2"]


def test_a_list_that_begins_anew_keeps_its_keys_apart() -> None:
    assert keys("1. Describe the law.\n\nPart Two\n\n1. Describe the cost.") == ["1", "1/2"]


@pytest.mark.parametrize("text", ["", " \n\t\n", "\x00\x07"])
def test_a_blank_text_is_refused(text: str) -> None:
    with pytest.raises(DraftUnreadable) as refused:
        issues(text)
    assert refused.value.values["reason"] == "empty"


def test_a_text_without_numbers_is_refused() -> None:
    with pytest.raises(IssuesMissing):
        issues("Please tell us something about children.")


def test_a_list_beyond_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_ISSUES", 2)
    with pytest.raises(IssuesTooMany) as refused:
        issues("1. Law.\n2. Cost.\n3. Date.")
    assert refused.value.values == {"found": 3, "most": 2}


def test_no_word_of_a_numbered_paragraph_is_lost() -> None:
    text = "3. Please state, in detail: (a) one; (b) two; and (c) three.\nAnd all of it again, please."
    words = " ".join(f"{issue.lead} {issue.text}" for issue in issues(text))
    assert [word for word in ("detail", "one", "two", "three.", "again,") if word not in words.split()] == [
        "detail"
    ]
    assert "detail:" in words
