import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from qa_service.document.corpus import read_corpus
from qa_service.document.records import Document, Edition, Kind, Passage, Section, Status
from qa_service.errors import CorpusUnreadable
from tests.document.conftest import CORPUS, REPORT
from tests.document.manifests import WORKING_TRANSLATION, manifest

OFFICIAL = """Баяндама

I. ЖАЛПЫ ШАРАЛАР

      Кемсітпеушілік (2-бап),
      Қорытынды ескертулердің № 20 тармағы
      Бірінші абзац осы
жерде аяқталды.
      Түрлері көзделген:
      1) бірінші;
      2) екінші.
"""

TRANSLATION = """@1-1
Доклад

@3-3
I. ОБЩИЕ МЕРЫ

@5-5
Недискриминация (статья 2),

@6-6
Пункт № 20 заключительных замечаний

@7-8
Первый абзац заканчивается здесь.

@9-9
Предусмотрены виды:

@10-10
1) первый;

@11-11
2) второй.
"""

MANIFEST = manifest("D1", WORKING_TRANSLATION)


def read(folder: Path, translation: str = TRANSLATION, official: str = OFFICIAL) -> Document:
    (folder / "D1" / "ru").mkdir(parents=True)
    (folder / "D1" / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    (folder / "D1" / "kk.txt").write_text(official, encoding="utf-8")
    (folder / "D1" / "ru" / "1.txt").write_text(translation, encoding="utf-8")
    return read_corpus(folder).documents[0]


def shown(passage: Passage) -> tuple[str, Kind, str, tuple[int, int] | None]:
    return passage.id, passage.kind, passage.text, passage.source_lines


def test_a_translation_takes_the_shape_of_the_official_passages(tmp_path: Path) -> None:
    assert [shown(passage) for passage in read(tmp_path).editions[1].passages] == [
        ("D1.ru.1", Kind.PARAGRAPH, "Доклад", (1, 1)),
        ("D1.ru.3", Kind.HEADING, "I. ОБЩИЕ МЕРЫ", (3, 3)),
        ("D1.ru.5", Kind.HEADING, "Недискриминация (статья 2),", (5, 5)),
        ("D1.ru.6", Kind.HEADING, "Пункт № 20 заключительных замечаний", (6, 6)),
        ("D1.ru.7", Kind.PARAGRAPH, "Первый абзац заканчивается здесь.", (7, 8)),
        ("D1.ru.9", Kind.LIST, "Предусмотрены виды: 1) первый; 2) второй.", (9, 11)),
    ]


def test_a_translation_has_the_section_of_its_official_passage_in_its_own_words(tmp_path: Path) -> None:
    passage = read(tmp_path).editions[1].passages[-1]
    assert passage.path == ("I. ОБЩИЕ МЕРЫ", "Недискриминация (статья 2)")
    assert (passage.articles, passage.observations) == (("2",), ("20",))
    assert (passage.file, passage.lines, passage.status) == ("ru/1.txt", (17, 23), Status.WORKING)


def test_passages_are_paired_one_to_one(tmp_path: Path) -> None:
    assert [(pair.official, pair.other) for pair in read(tmp_path).pairs][-2:] == [
        (("D1.kk.7",), ("D1.ru.7",)),
        (("D1.kk.9",), ("D1.ru.9",)),
    ]


def test_a_block_over_two_official_passages_is_paired_with_both(tmp_path: Path) -> None:
    merged = TRANSLATION.replace("@6-6", "@6-8").replace("замечаний\n\n@7-8\nПервый", "замечаний Первый")
    pairs = read(tmp_path, merged).pairs
    assert (("D1.kk.6", "D1.kk.7"), ("D1.ru.6",)) in [(pair.official, pair.other) for pair in pairs]


def test_items_of_a_long_list_carry_the_translated_opening(tmp_path: Path) -> None:
    long_item = "бірінші түрі туралы " * 80
    official = OFFICIAL.replace("1) бірінші;", f"1) {long_item};")
    translation = TRANSLATION.replace("1) первый;", f"1) {'о первом из видов ' * 80};")
    passages = read(tmp_path, translation, official).editions[1].passages
    assert [passage.context for passage in passages][-3:] == [
        "",
        "Предусмотрены виды:",
        "Предусмотрены виды:",
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param(
            "@7-8\nПервый абзац заканчивается здесь.\n\n", "", "official line 7 is not", id="paragraph"
        ),
        pytest.param("@7-8", "@7-7", "official line 8 is not translated", id="line of a paragraph"),
        pytest.param("@3-3\nI. ОБЩИЕ МЕРЫ\n\n", "", "official line 3 is not translated", id="heading"),
    ],
)
def test_a_body_that_is_not_wholly_translated_fails_the_build(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    with pytest.raises(CorpusUnreadable, match=reason):
        read(tmp_path, TRANSLATION.replace(old, new))


def test_a_block_that_renders_nothing_fails_the_build(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match="block of lines 90-91 renders no passage"):
        read(tmp_path, TRANSLATION + "\n@90-91\nЛишний абзац.\n")


def test_the_annex_may_stay_untranslated(tmp_path: Path) -> None:
    annex = "\n\n\nБаяндамаға қосымша\n\n      1-кесте. Халық саны\n1 2\n"
    document = read(tmp_path, official=OFFICIAL + annex)
    assert len(document.editions[1].passages) == 6
    assert document.official.passages[-1].table == 1


def test_the_whole_report_but_its_tables_is_translated_in_one_to_one_pairs(
    report: Document, kazakh: Edition, russian: Edition
) -> None:
    paired = [name for pair in report.pairs for name in pair.official]
    body = [passage for passage in kazakh.passages if passage.kind is not Kind.TABLE]
    assert paired == [passage.id for passage in body]
    assert [pair.other for pair in report.pairs] == [(passage.id,) for passage in russian.passages]
    assert [pair.official for pair in report.pairs if len(pair.official) > 1] == [
        (f"{REPORT}.kk.1730", f"{REPORT}.kk.1741"),
        (f"{REPORT}.kk.2783", f"{REPORT}.kk.2786", f"{REPORT}.kk.2793"),
    ]


def test_pairs_of_the_report_share_kind_and_section(
    report: Document, kazakh: Edition, russian: Edition
) -> None:
    official = {passage.id: passage for passage in kazakh.passages}
    other = {passage.id: passage for passage in russian.passages}
    for pair in report.pairs:
        left, right = official[pair.official[-1]], other[pair.other[0]]
        assert (left.kind, left.articles, left.observations) == (
            right.kind,
            right.articles,
            right.observations,
        )
        assert len(left.path) == len(right.path)


def test_the_translation_shows_every_word_of_its_files_once(russian: Edition) -> None:
    files = sorted((CORPUS / REPORT / "ru").glob("*.txt"))
    blocks = "".join(re.sub(r"^@.*$", "", file.read_text(encoding="utf-8"), flags=re.M) for file in files)
    assert "".join("".join(passage.text.split()) for passage in russian.passages) == "".join(blocks.split())


def walk(found: tuple[Section, ...]) -> Iterator[Section]:
    for section in found:
        yield section
        yield from walk(section.sections)


def test_the_outlines_of_both_editions_match(kazakh: Edition, russian: Edition) -> None:
    for left, right in zip(walk(kazakh.outline), walk(russian.outline), strict=True):
        assert (left.articles, left.observations) == (right.articles, right.observations)
