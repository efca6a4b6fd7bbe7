import pytest

from qa_service.document.grammar import grammar_of
from qa_service.document.paragraphs import Paragraph, split_paragraphs
from qa_service.document.pieces import LIST_LIMIT, PARAGRAPH_LIMIT, Piece, last_sentence, pieces_of
from qa_service.document.records import Edition, Kind
from qa_service.document.source import Layout, numbered


def paragraphs(*texts: str) -> tuple[Paragraph, ...]:
    """Each text printed over lines of about ten words."""
    printed = [
        ("      " if first == 0 else "") + " ".join(text.split()[first : first + 10])
        for text in texts
        for first in range(0, len(text.split()), 10)
    ]
    return split_paragraphs(numbered(printed), grammar_of("kk"), Layout(indented=True, wrapped=True))


def pieces(*texts: str) -> list[Piece]:
    return list(pieces_of(paragraphs(*texts)))


def test_a_short_list_stays_with_the_sentence_that_opens_it() -> None:
    found = pieces("Түрлері көзделген:", "1) бірінші;", "2) екінші.", "Келесі абзац.")
    assert [(piece.kind, piece.text, piece.lines) for piece in found] == [
        (Kind.LIST, "Түрлері көзделген: 1) бірінші; 2) екінші.", (1, 3)),
        (Kind.PARAGRAPH, "Келесі абзац.", (4, 4)),
    ]


def test_items_of_a_long_list_carry_the_sentence_that_opens_it() -> None:
    item = "бірінші түрі туралы мәтін " * 30
    found = pieces("Алдыңғы сөйлем осында. Түрлері көзделген:", f"1) {item};", f"2) {item}.")
    assert [(piece.kind, piece.context) for piece in found] == [
        (Kind.PARAGRAPH, ""),
        (Kind.LIST, "Түрлері көзделген:"),
        (Kind.LIST, "Түрлері көзделген:"),
    ]


@pytest.mark.parametrize("mark", ["-", "–", "•", "а)", "1.", "1.2.", "№ 15"])
def test_items_are_known_by_their_mark(mark: str) -> None:
    assert len(pieces("Түрлері көзделген:", f"{mark} Бірінші;", f"{mark} Екінші.")) == 1


def test_a_colon_without_items_opens_no_list() -> None:
    assert [piece.kind for piece in pieces("Түрлері көзделген:", "Келесі абзац.")] == [Kind.PARAGRAPH] * 2


def test_numbered_paragraphs_without_an_opening_stand_alone() -> None:
    assert len(pieces("Сөйлем аяқталды.", "1) бірінші;", "2) екінші.")) == 3


def test_a_long_paragraph_is_cut_between_sentences_and_nothing_is_lost() -> None:
    sentence = "Осы сөйлем он сөзден тұрады және ол т.б. сөздермен аяқталады әрдайым."
    (paragraph,) = paragraphs(" ".join([sentence] * 30))
    found = list(pieces_of([paragraph]))
    assert len(found) == 2
    assert all(piece.text.endswith("әрдайым.") and piece.text.startswith("Осы") for piece in found)
    assert all(len(piece.text) <= PARAGRAPH_LIMIT for piece in found)
    assert " ".join(piece.text for piece in found) == paragraph.text


def test_the_parts_of_a_long_paragraph_know_their_lines() -> None:
    (paragraph,) = paragraphs(" ".join(["Осы сөйлем дәл он бірдей сөзден тұрады екен әрдайым солай."] * 40))
    first, second = pieces_of([paragraph])
    assert first.lines[0] == 1
    assert second.lines[1] == 40
    assert second.lines[0] - first.lines[1] in (0, 1)


def test_a_sentence_longer_than_the_limit_stays_whole() -> None:
    assert len(pieces("туралы істер; " * 200 + "шешеді.")) == 1


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("Бір ғана сөйлем:", "Бір ғана сөйлем:"),
        ("Бірінші сөйлем. Екінші сөйлем:", "Екінші сөйлем:"),
        ("Президенті Қ.К. Тоқаев мынаны айтты:", "Президенті Қ.К. Тоқаев мынаны айтты:"),
    ],
)
def test_the_last_sentence_is_what_opens_a_list(text: str, sentence: str) -> None:
    assert last_sentence(text) == sentence


def test_no_passage_of_the_report_is_over_its_limit_but_one_sentence(kazakh: Edition) -> None:
    texts = [passage for passage in kazakh.passages if passage.kind is not Kind.TABLE]
    assert [passage.lines for passage in texts if len(passage.text) > PARAGRAPH_LIMIT] == [(2652, 2674)]
    assert all(len(passage.text) <= LIST_LIMIT for passage in texts if passage.kind is Kind.LIST)


def test_the_items_of_the_reports_long_list_carry_its_opening(kazakh: Edition) -> None:
    items = [passage for passage in kazakh.passages if passage.context]
    assert [passage.lines[0] for passage in items] == [1857, 1859, 1862, 1869, 1876, 1880]
    assert {passage.context for passage in items} == {
        '"Балалы отбасыларға берілетін мемлекеттік жәрдемақылар туралы" 2005 жылғы 28 маусымдағы № 63 '
        "Қазақстан Республикасының Заңына сәйкес жәрдемақылардың мынадай түрлері көзделген:"
    }
