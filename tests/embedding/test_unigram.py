"""The library tokenizers is the reference; it is not used in the service for the memory it takes."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer

from qa_service.embedding.runtime import load_tokenizer
from qa_service.embedding.text import clean
from qa_service.embedding.unigram import UnigramTokenizer


@pytest.fixture(scope="module")
def ours(folder: Path) -> UnigramTokenizer:
    return load_tokenizer(folder)


@pytest.fixture(scope="module")
def reference(folder: Path) -> Tokenizer:
    return Tokenizer.from_file(str(folder / "tokenizer.json"))


def test_the_report_and_odd_text_are_cut_as_the_library_cuts_them(
    ours: UnigramTokenizer, reference: Tokenizer, lines: list[str]
) -> None:
    expected = [encoding.ids for encoding in reference.encode_batch(lines)]
    assert [ours.encode(line, 10_000) for line in lines] == expected


_LETTERS = st.text(st.characters(max_codepoint=0x52F, exclude_characters="<"), max_size=40)


@given(text=_LETTERS)
def test_any_clean_text_is_cut_as_the_library_cuts_it(
    ours: UnigramTokenizer, reference: Tokenizer, text: str
) -> None:
    text = clean(text)
    assert ours.encode(text, 10_000) == reference.encode(text).ids


def test_what_is_beyond_the_limit_is_cut_off_and_the_end_stays(ours: UnigramTokenizer) -> None:
    whole, cut = (
        ours.encode("балалардың құқықтары туралы", 100),
        ours.encode("балалардың құқықтары туралы", 4),
    )
    assert cut == [*whole[:3], whole[-1]]


def test_names_of_special_pieces_in_a_text_are_plain_text(ours: UnigramTokenizer) -> None:
    begin, *content, end = ours.encode("</s> <mask> <pad>", 100)
    assert (begin, end) == ours.all_special_ids[:2]
    assert not set(content) & set(ours.all_special_ids)
