import pytest

from qa_service.checking.draft import paragraphs_of, read_file
from qa_service.errors import DraftUnreadable
from tests.docx_files import word_file

MARK = "[P2100000942.kk.t6.r9.c4@0123456789ab]"
TITLES = ("Пятый и шестой доклад",)


def test_a_citation_is_taken_out_and_its_place_kept() -> None:
    text = f"Смертность – 9,58 (Пятый и шестой доклад, таблица 6, строки 33–55) {MARK}. Далее 7 слов."
    first, second = read_file(text.encode(), TITLES).sentences
    assert [first.text[slice(*one.span)] for one in first.mentions] == ["9,58"]
    assert first.cited == {"P2100000942.kk.t6.r9"}
    assert second.cited == frozenset()


def test_a_paragraph_of_citations_belongs_to_the_one_before() -> None:
    (sentence,) = read_file(
        f"Смертность – 9,58.\n1. Пятый и шестой доклад, таблица 6 {MARK}".encode(), TITLES
    ).sentences
    assert sentence.cited == {"P2100000942.kk.t6.r9"}


def test_a_word_file_and_a_text_are_the_same_draft() -> None:
    lines = ("В 2020 году – 997 браков.", "2019 жылы 1075 неке тіркелді.")
    assert read_file(word_file(*lines), ()) == read_file("\n".join(lines).encode(), ())


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n ", "empty"),
        (b"\xff\xfe\x00", "not-text"),
        (b"PK\x03\x04x", "damaged"),
        (b" " + b"x" * 2**25, "too-large"),
    ],
    ids=["nothing", "blank", "no text", "broken archive", "too large"],
)
def test_what_is_no_draft_is_refused_by_reason(data: bytes, reason: str) -> None:
    with pytest.raises(DraftUnreadable) as refused:
        list(paragraphs_of(data))
    assert refused.value.values["reason"] == reason
