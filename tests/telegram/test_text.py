from hypothesis import given
from hypothesis import strategies as st

from qa_service.telegram.bot_api.markup import entities
from qa_service.telegram.text import (
    LONGEST_MESSAGE,
    Span,
    Style,
    Text,
    joined,
    marked,
    pieces,
    styled,
    units,
    wrapped,
)

words = st.text(alphabet="аб. \n😀қ!", max_size=400)


def _cut(text: Text) -> list[str]:
    """What Telegram will show in a style: entities applied to UTF-16 units."""
    raw = text.shown.encode("utf-16-le")
    return [raw[2 * one.offset : 2 * (one.offset + one.length)].decode("utf-16-le") for one in entities(text)]


def test_positions_are_counted_in_utf_16_units() -> None:
    assert _cut(Text("😀😀 ") + styled("жауап", Style.BOLD)) == ["жауап"]


def test_markup_in_a_text_stays_text() -> None:
    hostile = "<b>*_`[x](tg://user?id=1)</b> &lt; @admin"
    assert styled(hostile, Style.BOLD) == Text(hostile, (Span(Style.BOLD, 0, len(hostile)),))


def test_joined_parts_keep_their_styles_and_blank_ones_leave_no_gap() -> None:
    whole = joined([styled("а", Style.BOLD), Text(""), styled("б", Style.ITALIC)])
    assert whole.shown == "а\n\nб"
    assert _cut(whole) == ["а", "б"]


def test_highlights_beyond_a_text_are_cut_or_dropped() -> None:
    assert _cut(marked("абв", [(1, 99), (5, 9), (2, 2)], Style.BOLD)) == ["бв"]


def test_a_short_text_is_one_piece() -> None:
    assert pieces(styled("жауап", Style.QUOTE)) == [styled("жауап", Style.QUOTE)]


def test_a_blank_text_has_no_pieces() -> None:
    assert pieces(Text(" \n")) == []


def test_a_long_text_is_cut_after_a_sentence() -> None:
    first, second = pieces(Text("Бірінші сөйлем ұзын. Екінші сөйлем де ұзын."), longest=30)
    assert (first.shown, second.shown) == ("Бірінші сөйлем ұзын.", "Екінші сөйлем де ұзын.")


def test_a_text_is_cut_between_paragraphs_before_it_is_cut_in_one() -> None:
    assert [one.shown for one in pieces(Text("Бір. Екі.\n\nҮш. Төрт."), longest=16)] == [
        "Бір. Екі.",
        "Үш. Төрт.",
    ]


def test_a_style_goes_on_in_the_next_piece() -> None:
    found = pieces(wrapped(Text("бір екі үш төрт бес"), Style.QUOTE), longest=9)
    assert len(found) > 1
    assert all(_cut(one) == [one.shown] for one in found)


def test_a_word_without_an_end_is_cut_all_the_same() -> None:
    found = pieces(Text("қ" * 10_000))
    assert [units(one.shown) for one in found] == [
        LONGEST_MESSAGE,
        LONGEST_MESSAGE,
        10_000 - 2 * LONGEST_MESSAGE,
    ]


@given(text=words, longest=st.integers(2, 40))
def test_pieces_fit_and_lose_no_word(text: str, longest: int) -> None:
    found = pieces(styled(text, Style.BOLD), longest)
    assert all(0 < units(one.shown) <= longest for one in found)
    assert "".join("".join(one.shown.split()) for one in found) == "".join(text.split())
    assert all(_cut(one) == [one.shown] for one in found)


def test_a_letter_of_two_units_is_never_torn() -> None:
    assert [one.shown for one in pieces(Text("а😀"), longest=2)] == ["а", "😀"]
