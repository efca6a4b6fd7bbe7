import pytest

from qa_service.corpus_files import split_lines
from qa_service.document.source import Layout, layout_of, numbered


def test_lines_keep_their_numbers_and_the_gap_above_them() -> None:
    lines = numbered(split_lines("\nfirst\r\n      second\n\n\n\nthird\n"))
    assert [(line.number, line.text, line.gap) for line in lines] == [
        (2, "first", 1),
        (3, "      second", 0),
        (7, "third", 3),
    ]
    assert [line.indented for line in lines] == [False, True, False]
    assert [line.page_break for line in lines] == [False, False, True]


def test_a_form_feed_or_line_separator_inside_a_line_does_not_shift_the_numbers() -> None:
    assert len(numbered(split_lines("one\u2028still one\x0cstill one\ntwo"))) == 2


def test_a_single_leading_space_is_no_indent() -> None:
    assert not numbered([" бекiтiлген"])[0].indented


@pytest.mark.parametrize(
    ("text", "layout"),
    [
        pytest.param("      One\ntwo\n      Three", Layout(indented=True, wrapped=True), id="printed page"),
        pytest.param("One\ntwo\n\nThree", Layout(indented=False, wrapped=True), id="blank lines"),
        pytest.param(
            f"Title\n{'word ' * 60}\n{'word ' * 60}", Layout(indented=False, wrapped=False), id="unbroken"
        ),
    ],
)
def test_the_layout_is_read_off_the_lines(text: str, layout: Layout) -> None:
    assert layout_of(numbered(text.split("\n"))) == layout
