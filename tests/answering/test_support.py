from dataclasses import replace

import numpy as np
import pytest

from qa_service.answering.sentences import Sentence, stems_in
from qa_service.answering.support import LOOKED_AT, Calibration, calibration_for, evidence_of
from qa_service.search.search import SearchResult
from tests.answering.samples import hit, query, result
from tests.search.samples import passage


def sentences_of(found: SearchResult) -> list[tuple[Sentence, ...]]:
    """Every passage as one sentence."""
    return [
        (Sentence((0, len(each.passage.text)), 1.0, stems_in(each.passage.text, each.passage.language)),)
        for each in found.hits[:LOOKED_AT]
    ]


def evidence(question: str, *texts: str) -> dict[str, float]:
    found = result(query(question), *(hit(text, rank) for rank, text in enumerate(texts, start=1)))
    return dict(evidence_of(found, sentences_of(found)))


def test_a_chance_grows_with_what_speaks_for_the_hits_and_never_reaches_certainty() -> None:
    calibration = Calibration(bias=-1.0, weights={"dense_best": 2.0}, threshold=0.5)
    chances = [calibration.chance({"dense_best": value}) for value in (-1e6, 0.0, 0.5, 1.0, 1e6)]
    assert chances == sorted(chances)
    assert chances[2] == 0.5
    assert 0 < chances[0] < chances[-1] <= 1


def test_evidence_that_was_weighed_must_be_there() -> None:
    with pytest.raises(KeyError):
        Calibration(0.0, {"dense_best": 1.0}, 0.5).chance({})


@pytest.mark.parametrize(("asked", "as_if"), [("de", "kk"), ("kk", "kk")])
def test_a_language_without_a_calibration_is_judged_as_the_one_it_is_searched_as(
    asked: str, as_if: str
) -> None:
    foreign = replace(query("Zahl", "kk"), language=asked)
    assert calibration_for(foreign) == calibration_for(query("саны", as_if))


def test_every_calibration_leaves_room_for_both_outcomes() -> None:
    for language in ("kk", "ru", "en"):
        assert 0 < calibration_for(replace(query("дети"), language=language)).threshold < 1


def test_the_shares_tell_how_much_of_the_question_one_passage_speaks_of() -> None:
    shares = evidence("Школы и учителя", "Построены больницы.", "Школы и их учителя.")
    assert (shares["first_share"], shares["passage_share"], shares["sentence_share"]) == (0, 1, 1)


def test_what_two_passages_say_together_is_no_ones_share() -> None:
    assert evidence("Школы и учителя", "Построены школы.", "Обучены учителя.")["passage_share"] == 0.5


def test_the_official_text_beside_a_translation_counts_too() -> None:
    asked = query("Мектептер салынды", "kk")
    found = result(asked, hit("Построено.", counterpart=passage(2, "Мектептер салынды.")))
    assert evidence_of(found, sentences_of(found))["first_share"] == 1


def test_asked_years_that_the_hits_lack_are_told() -> None:
    told = evidence("Школы в 2019 году", "Школы 2018 года.", "Школы 2019 года.")
    assert (told["years_missing"], told["years_missing_everywhere"]) == (1, 0)
    assert evidence("Школы в 2025 году", "Школы 2018 года.")["years_missing_everywhere"] == 1
    assert evidence("Школы", "Школы 2018 года.")["years_missing"] == 0


def test_asked_places_that_the_hits_lack_are_told() -> None:
    told = evidence("Школы в Карагандинской области", "Школы Алматы.", "Школы Карагандинской области.")
    assert (told["place_missing"], told["place_missing_everywhere"]) == (1, 0)


def test_a_figure_that_was_asked_for_and_is_not_there_is_told() -> None:
    assert evidence("Сколько детей учится?", "Дети учатся.")["figure_missing"] == 1
    assert evidence("Сколько детей учится?", "Учатся 5 детей.")["figure_missing"] == 0
    assert evidence("Почему дети учатся?", "Дети учатся.")["figure_asked"] == 0


def test_words_that_the_documents_do_not_have_are_told() -> None:
    found = result(query("Школы и учителя"), hit("Школы."))
    half = replace(found, known=np.array([True, False]))
    assert evidence_of(half, sentences_of(half))["unknown"] == 0.5


def test_the_best_signal_of_the_first_hits_counts_and_no_later_one() -> None:
    hits = [
        hit("Школы.", rank, signals={"dense": value}) for rank, value in enumerate((0.2, 0.4, 0.3, 0.9), 1)
    ]
    found = result(query("Школы"), *hits)
    assert evidence_of(found, sentences_of(found))["dense_best"] == 0.4
