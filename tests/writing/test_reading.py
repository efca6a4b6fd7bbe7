from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.writing.reading import LONGEST, drafts
from qa_service.writing.records import Draft, Reason

TEXT = (
    "<think>Мне нужно подумать. Ответ: 5 [1].</think>\n## Ответ\n**Число** домов сократилось. [1] "
    "В 2019 г. выросло [2, 3].\n- Первое [1][2]\n2. Второе [1–3].\nБез ссылки. Конец【1】"
)
READ = [
    Draft("Ответ"),
    Draft("Число домов сократилось.", (1,)),
    Draft("В 2019 г. выросло.", (2, 3)),
    Draft("Первое", (1, 2)),
    Draft("Второе.", (1, 2, 3)),
    Draft("Без ссылки."),
    Draft("Конец", (1,)),
]


def cut(text: str, size: int) -> Iterable[str]:
    return (text[start : start + size] for start in range(0, len(text), size))


@pytest.mark.parametrize("size", [1, 2, 3, 5, 8, 13, 1000])
def test_sentences_are_the_same_however_the_stream_is_cut(size: int) -> None:
    assert list(drafts(cut(TEXT, size))) == READ


@given(st.lists(st.text(alphabet="аБ1 .[]<>think/*\n-;", max_size=12), max_size=30))
def test_no_stream_makes_reading_fail_or_lets_markers_through(pieces: list[str]) -> None:
    for draft in drafts(pieces):
        assert len(draft.text) <= LONGEST
        assert "[1]" not in draft.text
        assert "\n" not in draft.text


def test_a_sentence_comes_as_soon_as_the_next_has_begun() -> None:
    heard: list[str] = []

    def pieces() -> Iterable[str]:
        for piece in ("Первое [1]. ", "Второе", " [2]. ", "Т"):
            heard.append(piece)
            yield piece

    stream = drafts(pieces())
    assert next(stream) == Draft("Первое.", (1,))
    assert heard == ["Первое [1]. ", "Второе"]


def test_half_a_sentence_is_lost_with_the_stream() -> None:
    def breaking() -> Iterable[str]:
        yield "Первое [1]. Второе не"
        raise ConnectionError

    stream = drafts(breaking())
    assert next(stream) == Draft("Первое.", (1,))
    with pytest.raises(ConnectionError):
        next(stream)


def test_a_sentence_without_end_is_struck_out_piece_by_piece() -> None:
    found = list(drafts(cut("слово " * 2000, 50)))
    assert {draft.fault for draft in found[:-1]} == {Reason.TOO_LONG}
    assert max(len(draft.text) for draft in found) <= LONGEST


def test_a_thought_that_never_ends_is_no_answer() -> None:
    assert list(drafts(cut("<think>" + "Так [1]. " * 500, 9))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Смотрите <b>здесь</b> [1].",
        "Смотрите ![схему](http://a.example/x.png) [1].",
        "Смотрите [здесь](javascript:alert) [1].",
        "Смотрите https://a.example/x [1].",
        "Смотрите на www.example [1].",
        "Смотрите на evil.com [1].",
        "Смотрите &lt;script&gt; [1].",
    ],
)
def test_links_addresses_images_and_html_are_faults(text: str) -> None:
    (draft,) = drafts([text])
    assert draft.fault is Reason.MARKUP


def test_characters_that_hide_or_turn_text_are_taken_out() -> None:
    assert list(drafts(["Чис\u200bло \u202eдомов\x00 [1]."])) == [Draft("Число домов.", (1,))]


def test_a_list_of_places_that_is_no_citation_is_a_fault() -> None:
    (draft,) = drafts(["Всё сказано [1-99]."])
    assert draft.fault is Reason.TOO_LONG
