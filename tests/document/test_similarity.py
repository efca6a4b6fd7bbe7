import numpy as np
import pytest

from qa_service.document.records import Kind, Passage, Status
from qa_service.document.similarity import Features, features_of, similarity

SAME = np.eye(4, dtype=np.float32)


def passage(text: str, kind: Kind = Kind.PARAGRAPH, articles: tuple[str, ...] = ()) -> Passage:
    return Passage("D.kk.1", "D", "kk", Status.OFFICIAL, kind, text, (1, 1), articles=articles)


def scores(left: Passage, *right: Passage) -> list[float]:
    """How alike passages of one and the same meaning are."""
    others = [*right, passage("")]
    vectors = np.repeat(SAME[:1], len(others), axis=0)
    sides = features_of([left], others, SAME[:1], vectors)
    return [float(score) for score in similarity(*sides)[0][:-1]]


@pytest.mark.parametrize(
    ("left", "nearer", "farther"),
    [
        pytest.param(passage("412 бала"), passage("412 детей"), passage("413 детей"), id="figure"),
        pytest.param(passage("№ 77 қаулы"), passage("от № 77 дня"), passage("от № 78 дня"), id="law number"),
        pytest.param(
            passage("CRC/C/58 құжаты"), passage("акт CRC/C/58"), passage("акт ABC/D/58"), id="Latin"
        ),
        pytest.param(passage("бала " * 20), passage("дети " * 20), passage("дети " * 60), id="length"),
        pytest.param(
            passage("Білім беру", Kind.HEADING),
            passage("Образование", Kind.HEADING),
            passage("Образование"),
            id="kind",
        ),
        pytest.param(
            passage("Бала тәрбиесі", articles=("18",)),
            passage("Воспитание де", articles=("18",)),
            passage("Воспитание де", articles=("20",)),
            id="article of the section",
        ),
    ],
)
def test_what_agrees_beside_meaning_counts(left: Passage, nearer: Passage, farther: Passage) -> None:
    near, far = scores(left, nearer, farther)
    assert near > far


def test_the_same_meaning_comes_first() -> None:
    texts = [passage("х" * 50)] * 4
    assert similarity(*features_of(texts, texts, SAME, SAME)).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_what_all_texts_of_a_language_share_does_not_count() -> None:
    texts, shared = [passage("х" * 50)] * 40, np.full((40, 40), 3, np.float32)
    topics = np.eye(40, dtype=np.float32)
    plain = similarity(*features_of(texts, texts, topics, topics))
    covered = similarity(*features_of(texts, texts, topics + shared, topics))
    assert np.abs(plain - covered).mean() < 0.05


def test_a_text_in_two_parts_is_the_sum_of_its_parts() -> None:
    whole = Features(
        *(np.arange(1, 4, dtype=np.float32)[:, None] for _ in range(2)), *np.ones((2, 3), np.float32)
    )
    assert whole.neighbours().vectors.ravel().tolist() == [3, 5]
    assert whole.grouped([0, 2]).lengths.tolist() == [2, 1]
    assert len(whole.within(1, 3)) == 2
