"""Text of documents and of readers, put into Markdown: rendered, it is what it was."""

import re
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from qa_service.replies.markdown import escaped

RENDER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).render
SIGNS = r"""\`*_{}[]()<>#+-.!|~$&;:/"'=^@ аb1№"""


def shown(text: str) -> str:
    """What a reader sees; AssertionError where there is any markup but the paragraph."""
    paragraph = re.fullmatch(r"<p>(.*)</p>\n", RENDER(escaped(text)), re.DOTALL)
    assert paragraph
    assert "<" not in paragraph[1]
    return unescape(paragraph[1])


@pytest.mark.parametrize(
    "text",
    [
        "**важно** и _курсив_, `код` и ~~нет~~",
        "[жми](http://evil.kz) ![картинка](x.png) <http://evil.kz>",
        "<script>alert(1)</script> &lt;b&gt; &#60;i",
        "1. пункт",
        "10) тармақ",
        "# тақырып",
        "- тізім",
        "+ тізім",
        "> дәйексөз",
        "---",
        "===",
        "| а | б |\n|---|---|\n| 1 | 2 |",
        "[1]: http://evil.kz",
        "а\\*б*",
        "цена $5 и $6",
        "Барлығы 1155 1074 1462 870",
        "«9,58» – 6-кесте: Қарағанды, 2019 ж. (№ 942)",
    ],
)
def test_what_looks_like_markup_is_read_as_it_stands(text: str) -> None:
    assert shown(text) == text


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=SIGNS, min_size=1, max_size=40).filter(str.strip))
def test_no_text_of_any_signs_becomes_markup(text: str) -> None:
    assert " ".join(shown(text).split()) == " ".join(text.split())


def test_the_mark_of_a_citation_can_be_verified_in_the_text_of_a_message() -> None:
    assert escaped("2556-жол [P2100000942.kk.2556@24ff6b7eb461]").endswith(
        " [P2100000942.kk.2556@24ff6b7eb461]"
    )


def test_numbers_in_brackets_are_no_citations_of_the_message() -> None:
    assert escaped("айтылған [1], [12].") == "айтылған \\[1], \\[12]."


def test_lines_stay_lines_of_one_paragraph() -> None:
    assert escaped("бір\n\n   екі\n# үш") == "бір\nекі\n\\# үш"


@pytest.mark.parametrize("text", ["http://evil.kz", "www.evil.kz", "a@evil.kz"])
def test_addresses_in_a_text_are_no_links_for_renderers_that_look_for_them(text: str) -> None:
    assert escaped(text) != text
    assert shown(text) == text


def test_plain_text_stays_readable_where_nobody_renders_it() -> None:
    text = "ҚР ҚК-нің 15-бабының 1-бөлігіне сәйкес, он алты жасқа толған (2018 ж.): 9,58 % – «иә»."
    assert escaped(text) == text
