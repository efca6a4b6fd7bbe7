from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from shutil import copyfile

import numpy as np
import pytest

from benchmarks.disturbance import disturb
from qa_service.document.alignment import Encode, Tied, align, tie, tied
from qa_service.document.corpus import read_document
from qa_service.document.records import Document, Kind, Pair, Passage, Status
from qa_service.document.similarity import Floats
from qa_service.embedding.encoder import load_encoder
from tests.document.adilet import adilet_file
from tests.document.conftest import CORPUS, REPORT
from tests.document.manifests import WORKING_TRANSLATION, manifest

FIRST, LAST = 466, 728
"""Lines of the report's chapters III and IV."""

CHAPTERS = ("03.txt", "04.txt")

MANIFEST = manifest(REPORT, WORKING_TRANSLATION, 'exceptions = "exceptions.tsv"\n')


@pytest.fixture(scope="module")
def chapters(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A document's folder with two chapters of the report, their lines where they are in the report."""
    folder = tmp_path_factory.mktemp("corpus") / REPORT
    (folder / "ru").mkdir(parents=True)
    lines = (CORPUS / REPORT / "kk.txt").read_text(encoding="utf-8").split("\n")
    text = "\n" * (FIRST - 1) + "\n".join(lines[FIRST - 1 : LAST]) + "\n"
    (folder / "kk.txt").write_text(text, encoding="utf-8")
    (folder / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    header, *rows = (CORPUS / REPORT / "exceptions.tsv").read_text(encoding="utf-8").splitlines()
    inside = [row for row in rows if FIRST <= int(row.split("\t")[0]) <= LAST]
    (folder / "exceptions.tsv").write_text("\n".join([header, *inside]) + "\n", encoding="utf-8")
    for name in CHAPTERS:
        copyfile(CORPUS / REPORT / "ru" / name, folder / "ru" / name)
    return folder


@pytest.fixture(scope="module")
def encode(tmp_path_factory: pytest.TempPathFactory) -> Encode:
    """The bundled model, every text encoded once."""
    encoder = load_encoder("bundled", tmp_path_factory.mktemp("cache"))
    known: dict[str, Floats] = {}

    def encode(texts: Sequence[str]) -> Floats:
        unknown = [text for text in dict.fromkeys(texts) if text not in known]
        known.update(zip(unknown, encoder.encode_passages(unknown).vectors, strict=True))
        return np.stack([known[text] for text in texts])

    return encode


def passages(language: str, *texts: str, kind: Kind = Kind.PARAGRAPH) -> list[Passage]:
    return [
        Passage(f"D.{language}.{line}", "D", language, Status.OFFICIAL, kind, text, (line, line))
        for line, text in enumerate(texts, start=1)
    ]


def vectors(*topics: str) -> Floats:
    """A direction for each letter; a passage on several topics points between them."""
    rows = np.array([[topic.count(letter) for letter in "abcdefgh"] for topic in topics], np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


LONG = "х" * 100


@pytest.mark.parametrize(
    ("topics", "others", "pairs"),
    [
        pytest.param("a b c", "a b c", "1=1 2=2 3=3", id="one to one"),
        pytest.param("ab c d", "a b c d", "1=1,2 2=3 3=4", id="one to two"),
        pytest.param("a b c d", "ab c d", "1,2=1 3=2 4=3", id="two to one"),
        pytest.param("a b c d", "a b d", "1=1 2=2 4=3", id="the other lacks one"),
        pytest.param("a c d", "a b c d", "1=1 2=3 3=4", id="the official lacks one"),
        pytest.param("a b c", "d e f", "", id="nothing in common"),
    ],
)
def test_passages_are_tied_by_meaning_in_their_order(topics: str, others: str, pairs: str) -> None:
    official = passages("kk", *(LONG * len(topic) for topic in topics.split()))
    other = passages("ru", *(LONG * len(topic) for topic in others.split()))
    found = align(official, other, vectors(*topics.split()), vectors(*others.split()))
    assert " ".join(map(shown, found)) == pairs


def shown(pair: Pair) -> str:
    return "=".join(",".join(name.split(".")[-1] for name in side) for side in (pair.official, pair.other))


def test_figures_settle_what_meaning_leaves_open() -> None:
    official = passages("kk", "2018 жылы 412 бала", "2019 жылы 655 бала", "2020 жылы 731 бала")
    other = passages("ru", "В 2018 году 412 детей", "В 2020 году 731 ребенок")
    found = align(official, other, vectors("ab", "ab", "ab"), vectors("ab", "ab"))
    assert [shown(pair) for pair in found] == ["1=1", "3=2"]


def test_a_single_passage_is_tied_to_a_single_passage() -> None:
    found = align(passages("kk", LONG), passages("ru", LONG), vectors("a"), vectors("ab"))
    assert [shown(pair) for pair in found] == ["1=1"]


def test_an_empty_edition_has_no_pairs() -> None:
    assert align(passages("kk", LONG), [], vectors("a"), np.zeros((0, 8), np.float32)) == ()


@pytest.mark.parametrize("seed", range(3))
def test_most_pairs_are_right_when_paragraphs_are_merged_split_and_dropped(
    chapters: Path, encode: Encode, seed: int
) -> None:
    report = read_document(chapters)
    disturbed = disturb(report, report.editions[1].passages, 0.1, seed)
    texts, others = report.official.passages, disturbed.passages
    encoded = (encode([passage.text for passage in side]) for side in (texts, others))
    made = set(align(texts, others, *encoded))
    assert len(made & disturbed.pairs) >= 0.98 * len(made)
    assert len(made) >= 0.98 * len(disturbed.pairs)


@pytest.fixture(params=[True, False], ids=["wrapped", "unwrapped"])
def dropped(request: pytest.FixtureRequest, chapters: Path) -> Callable[[], Document]:
    """Reads the two chapters after the official Russian text was dropped into the folder."""

    def read() -> Document:
        (chapters / "ru.txt").write_text(adilet_file(chapters, request.param).text, encoding="utf-8")
        try:
            return read_document(chapters)
        finally:
            (chapters / "ru.txt").unlink()

    return read


def test_a_dropped_official_text_takes_the_place_of_the_working_translation(
    chapters: Path, encode: Encode, dropped: Callable[[], Document]
) -> None:
    working, document = read_document(chapters), tie(dropped(), encode)
    edition = document.editions[1]
    assert (edition.status, edition.file) == (Status.OFFICIAL, "ru.txt")
    assert said(document) == said(working)


def said(document: Document) -> list[tuple[tuple[str, ...], str]]:
    """Official passages with what they are tied to in the other edition's words."""
    texts = {passage.id: passage.text for passage in document.editions[1].passages}
    return [(pair.official, " ".join(texts[name] for name in pair.other)) for pair in document.pairs]


def test_an_edition_that_has_its_pairs_is_not_encoded(chapters: Path) -> None:
    def encode(texts: Sequence[str]) -> Floats:
        raise AssertionError(texts)

    document = read_document(chapters)
    assert tie(document, encode) is document


def test_the_report_tells_pairs_and_passages_without_partner(chapters: Path) -> None:
    document = read_document(chapters)
    first, *rest = document.pairs
    assert tied(document) == (Tied("ru", len(document.pairs), (), ()),)
    assert tied(replace(document, pairs=tuple(rest))) == (Tied("ru", len(rest), first.official, first.other),)


KAZAKH = """Баяндама

I. ЖАЛПЫ ШАРАЛАР

      Бірінші абзац.

Баяндамаға қосымша

      1-кесте. Халық саны
1 2
      2-кесте. Туу көрсеткіші
3 4
"""

RUSSIAN = """Доклад

I. ОБЩИЕ МЕРЫ

      Первый абзац.

Приложение к докладу

      Таблица 2. Рождаемость
3 4
      Таблица 3. Смертность
5 6
"""


def test_tables_are_tied_by_their_numbers(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    (tmp_path / "kk.txt").write_text(KAZAKH, encoding="utf-8")
    (tmp_path / "ru.txt").write_text(RUSSIAN, encoding="utf-8")
    document = tie(read_document(tmp_path), lambda texts: np.eye(8, dtype=np.float32)[: len(texts)])
    tables = [shown(pair) for pair in document.pairs if ".t" in pair.official[0]]
    assert tables == ["t2=t2"]
    assert tied(document)[0].official_alone == (f"{REPORT}.kk.t1",)
    assert tied(document)[0].other_alone == (f"{REPORT}.ru.t3",)
