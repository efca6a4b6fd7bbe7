from pathlib import Path

import pytest

from qa_service.document.manifest import read_manifest
from qa_service.document.records import Status
from qa_service.errors import CorpusUnreadable

MANIFEST = """
id = "Z020000345"
number = "345"
date = 2002-08-08
[titles]
ru = "О правах ребенка"
[short_titles]
ru = "О правах ребенка"
[adopted_by]
ru = "Парламент"
[[editions]]
language = "ru"
status = "official"
file = "ru.txt"
"""


def refusal(folder: Path, text: str) -> str:
    (folder / "manifest.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CorpusUnreadable) as refused:
        read_manifest(folder)
    return str(refused.value.values["reason"])


def test_a_manifest_is_read(tmp_path: Path) -> None:
    (tmp_path / "manifest.toml").write_text(MANIFEST, encoding="utf-8")
    manifest = read_manifest(tmp_path)
    assert (manifest.id, manifest.number, str(manifest.date_adopted)) == ("Z020000345", "345", "2002-08-08")
    assert [(entry.language, entry.status, entry.file) for entry in manifest.editions] == [
        ("ru", Status.OFFICIAL, "ru.txt")
    ]


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        pytest.param("id =", "name =", "id: Field required", id="no id"),
        pytest.param("Z020000345", "../etc", "id: String should match pattern", id="id that leads elsewhere"),
        pytest.param('"official"', '"draft"', "editions.0.status: Input should be", id="unknown status"),
        pytest.param('language = "ru"', 'language = "русский"', "editions.0.language", id="no language code"),
        pytest.param('number = "345"', 'nummer = "345"', "nummer: Extra inputs", id="unknown key"),
        pytest.param("2002-08-08", '"August"', "date: Input should be", id="no date"),
        pytest.param("[titles]", "[titles", "not TOML", id="broken"),
        pytest.param("[[editions]]", "[editions]", "editions: Input should be", id="no list of editions"),
    ],
)
def test_a_broken_manifest_is_refused_with_its_first_fault(
    tmp_path: Path, old: str, new: str, reason: str
) -> None:
    assert refusal(tmp_path, MANIFEST.replace(old, new)).startswith(reason)


def test_a_folder_without_a_manifest_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match=r"manifest\.toml, reason=no such file"):
        read_manifest(tmp_path)


SECOND = """
[[editions]]
language = "kk"
status = "working-translation"
file = "kk"
"""


def files(folder: Path, manifest: str, *dropped: str) -> list[tuple[str, Status, str]]:
    (folder / "manifest.toml").write_text(manifest, encoding="utf-8")
    for name in ("ru.txt", *dropped):
        (folder / name).write_text("Текст.", encoding="utf-8")
    return [(entry.language, entry.status, entry.file) for entry in read_manifest(folder).editions]


@pytest.mark.parametrize(
    ("second", "dropped", "editions"),
    [
        pytest.param(SECOND, "notes.txt", [("kk", Status.WORKING, "kk")], id="nothing dropped"),
        pytest.param(SECOND, "kk.txt", [("kk", Status.OFFICIAL, "kk.txt")], id="takes its place"),
        pytest.param("", "kk.txt", [("kk", Status.OFFICIAL, "kk.txt")], id="one edition more"),
        pytest.param(
            SECOND.replace('file = "kk"', 'file = "kk.txt"'),
            "kk.txt",
            [("kk", Status.WORKING, "kk.txt")],
            id="named as a working translation",
        ),
    ],
)
def test_an_official_text_is_dropped_into_the_folder_under_the_name_of_its_language(
    tmp_path: Path, second: str, dropped: str, editions: list[tuple[str, Status, str]]
) -> None:
    assert files(tmp_path, MANIFEST + second, dropped) == [("ru", Status.OFFICIAL, "ru.txt"), *editions]


def test_mends_of_a_named_official_text_stay(tmp_path: Path) -> None:
    (tmp_path / "ru.txt").write_text("Текст.", encoding="utf-8")
    (tmp_path / "manifest.toml").write_text(MANIFEST + 'mends = "mends.tsv"\n', encoding="utf-8")
    assert read_manifest(tmp_path).editions[0].mends == "mends.tsv"
