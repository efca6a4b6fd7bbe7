import os
import resource
import threading
from pathlib import Path

import numpy as np
import pytest

from qa_service.document.records import Corpus
from qa_service.errors import CorpusUnreadable, StorageFull
from qa_service.index import builder
from qa_service.index.builder import build
from qa_service.index.snapshot import current_generation, open_snapshot
from tests.index.killed_builds import served_after_each_kill
from tests.index.samples import TEXTS, WordEncoder, change_manifest, make_corpus, words


def test_a_build_can_be_opened_and_holds_what_was_read(tmp_path: Path) -> None:
    corpus, encoder = make_corpus(), WordEncoder()
    report = build(corpus, encoder, tmp_path, words)
    snapshot = open_snapshot(tmp_path, encoder.fingerprint)
    assert snapshot.generation == report.generation
    assert snapshot.corpus == corpus
    assert [passage.text for passage in snapshot.passages] == list(TEXTS)
    assert snapshot.places["d.kk.2"] == 1
    assert (report.passages, report.embedded, report.reused) == (3, 3, 0)


def test_the_manifest_tells_model_corpus_versions_counts_and_choice(tmp_path: Path) -> None:
    build(make_corpus(), WordEncoder(), tmp_path, words)
    manifest = open_snapshot(tmp_path, "word-encoder").manifest
    assert (manifest.model, manifest.dimension, manifest.passages) == ("words", 16, 3)
    assert manifest.versions["faiss-cpu"]
    assert (manifest.dense.kind, manifest.dense.vectors, manifest.sentences.vectors) == ("exact", 3, 4)
    assert "50000" in manifest.dense.reason


def test_every_part_finds_the_passage_that_was_meant(tmp_path: Path) -> None:
    encoder = WordEncoder()
    build(make_corpus(), encoder, tmp_path, words)
    snapshot = open_snapshot(tmp_path, encoder.fingerprint)
    query = encoder.encode_queries(["Жәрдемақы мөлшері"])
    everyone = np.arange(3)
    assert snapshot.dense.scores(query.vectors[0]).argmax() == 1
    assert snapshot.sentences.scores(query.vectors[0]).argmax() == 1
    assert snapshot.tokens.maxsim(query.tokens[0], everyone).argmax() == 1
    assert snapshot.lexical.scores({"жәрдемақы": 1.0}).argmax() == 1


def test_only_what_changed_is_embedded_again_and_the_vectors_are_those_of_a_fresh_build(
    tmp_path: Path,
) -> None:
    build(make_corpus(), WordEncoder(), tmp_path / "grown", words)
    changed, encoder = [TEXTS[2], "Жаңа мәтін.", TEXTS[0]], WordEncoder()
    report = build(make_corpus(changed), encoder, tmp_path / "grown", words)
    build(make_corpus(changed), WordEncoder(), tmp_path / "fresh", words)
    assert encoder.encoded == ["Жаңа мәтін. (Жалпы шаралар)"]
    assert (report.embedded, report.reused) == (1, 2)
    grown, fresh = (open_snapshot(tmp_path / name, encoder.fingerprint) for name in ("grown", "fresh"))
    np.testing.assert_array_equal(grown.dense.vectors(), fresh.dense.vectors())
    np.testing.assert_array_equal(grown.tokens.codes, fresh.tokens.codes)
    np.testing.assert_array_equal(grown.sentences.dense.vectors(), fresh.sentences.dense.vectors())
    np.testing.assert_array_equal(grown.sentences.owners, fresh.sentences.owners)


@pytest.mark.parametrize(
    ("key", "other", "embedded"),
    [
        pytest.param("versions", {"qa-service": "0.0.0"}, 0, id="another version"),
        pytest.param("layout", 0, 0, id="another layout"),
        pytest.param("vectors", 0, 3, id="vectors of another form"),
    ],
)
def test_vectors_outlive_the_version_that_made_them(
    tmp_path: Path, key: str, other: object, embedded: int
) -> None:
    made = tmp_path / build(make_corpus(), WordEncoder(), tmp_path, words).generation
    change_manifest(made, key, other)
    assert build(make_corpus(), WordEncoder(), tmp_path, words).embedded == embedded
    assert len(open_snapshot(tmp_path, "word-encoder").passages) == 3


def test_another_model_embeds_everything(tmp_path: Path) -> None:
    build(make_corpus(), WordEncoder(), tmp_path, words)
    assert build(make_corpus(), WordEncoder("another"), tmp_path, words).embedded == 3


def test_text_that_occurs_twice_is_embedded_once(tmp_path: Path) -> None:
    encoder = WordEncoder()
    build(make_corpus([TEXTS[0], TEXTS[0]]), encoder, tmp_path, words)
    assert len(encoder.encoded) == 1
    assert len(open_snapshot(tmp_path, encoder.fingerprint).dense) == 2


def test_progress_ends_with_all_of_all(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(make_corpus(), WordEncoder(), tmp_path, words, lambda done, total: told.append((done, total)))
    assert told[-1] == (3, 3)


def test_a_damaged_index_is_built_anew(tmp_path: Path) -> None:
    report = build(make_corpus(), WordEncoder(), tmp_path, words)
    (tmp_path / report.generation / "passages.faiss").write_bytes(b"?")
    assert build(make_corpus(), WordEncoder(), tmp_path, words).embedded == 3
    open_snapshot(tmp_path, "word-encoder")


def test_the_snapshot_before_is_kept_and_older_ones_are_removed(tmp_path: Path) -> None:
    generations = [build(make_corpus(), WordEncoder(), tmp_path, words).generation for _ in range(4)]
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_dir()) == generations[-2:]


def test_a_removed_snapshot_still_serves_those_who_opened_it(tmp_path: Path) -> None:
    encoder = WordEncoder()
    build(make_corpus(), encoder, tmp_path, words)
    opened = open_snapshot(tmp_path, encoder.fingerprint)
    for _ in range(3):
        build(make_corpus(["Басқа мәтін."]), encoder, tmp_path, words)
    assert not (tmp_path / opened.generation).exists()
    query = encoder.encode_queries([TEXTS[1]])
    assert opened.tokens.maxsim(query.tokens[0], np.arange(3)).argmax() == 1


def test_two_builds_at_once_follow_each_other(tmp_path: Path) -> None:
    reports: list[str] = []
    tasks = [
        threading.Thread(
            target=lambda: reports.append(build(make_corpus(), WordEncoder(), tmp_path, words).generation)
        )
        for _ in range(4)
    ]
    for task in tasks:
        task.start()
    for task in tasks:
        task.join()
    assert len(set(reports)) == 4
    assert current_generation(tmp_path) == max(reports)
    open_snapshot(tmp_path, "word-encoder")


def test_an_empty_corpus_is_refused_and_the_old_index_serves(tmp_path: Path) -> None:
    before = build(make_corpus(), WordEncoder(), tmp_path, words).generation
    with pytest.raises(CorpusUnreadable):
        build(Corpus(()), WordEncoder(), tmp_path, words)
    assert open_snapshot(tmp_path, "word-encoder").generation == before


def test_a_full_disk_is_told_and_the_old_index_serves(tmp_path: Path) -> None:
    before = build(make_corpus(), WordEncoder(), tmp_path, words).generation
    large = make_corpus([f"{number} мәтін. " * 30 for number in range(200)])
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, limits[1]))
    try:
        with pytest.raises(StorageFull):
            build(large, WordEncoder(), tmp_path, words)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert open_snapshot(tmp_path, "word-encoder").generation == before
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 1


def test_a_fault_of_the_pointer_leaves_the_old_index_serving(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = build(make_corpus(), WordEncoder(), tmp_path, words).generation

    def full(_: Path) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr(builder, "sync", full)
    monkeypatch.setattr(Path, "replace", lambda *_: full(tmp_path))
    with pytest.raises(StorageFull):
        build(make_corpus(["Жаңа."]), WordEncoder(), tmp_path, words)
    assert open_snapshot(tmp_path, "word-encoder").generation == before


def test_a_build_killed_at_any_step_leaves_an_index_serving(tmp_path: Path) -> None:
    build(make_corpus(), WordEncoder(), tmp_path, words)
    served = served_after_each_kill(tmp_path)
    assert len(served) > 30
    # The old index with three passages, then, from one step on, the new one with four.
    assert served == sorted(served)
    assert {3, 4} == set(served)
    assert not list(tmp_path.glob(".aside-*"))
