from dataclasses import replace

import pytest

from qa_service.answering.sentences import Sentence, stems_in
from qa_service.answering.support import LOOKED_AT, Calibration, calibration_for, evidence_of
from qa_service.search.search import SearchResult
from tests.answering.samples import SIGNALS, hit, query, result


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


def test_the_share_tells_how_much_of_the_question_one_sentence_speaks_of() -> None:
    assert evidence("Школы и учителя", "Построены больницы.", "Школы и их учителя.")["sentence_share"] == 1


def test_what_two_sentences_say_together_is_no_ones_share() -> None:
    assert evidence("Школы и учителя", "Построены школы.", "Обучены учителя.")["sentence_share"] == 0.5


def test_questions_beside_the_first_passage_that_ask_for_the_same_are_compared() -> None:
    first = hit("Построено.")
    known = replace(first.passage, questions=("Где учатся сироты?", "Сколько школ открыто?"))
    found = result(query("Сколько сирот и школ?"), replace(first, passage=known), hit("Сироты.", 2))
    assert evidence_of(found, sentences_of(found))["asked_share"] == 0.5


def test_a_question_like_many_stands_before_none() -> None:
    def margin(*closest: float) -> float:
        hits = (hit("Школы.", rank, signals={"question": each}) for rank, each in enumerate(closest, 1))
        found = result(query("Школы"), *hits)
        return evidence_of(found, sentences_of(found))["question_margin"]

    assert margin(0.5, 1.0, 1.0, 1.0, 1.0, 1.0) == 0
    assert margin(0.25, 1.0, 0.25, 0.25, 0.5) == 0.75
    assert margin(0.5) == 0


def test_words_are_counted_once_and_a_flood_of_them_like_a_long_question() -> None:
    assert evidence("Школы школы школы", "Школы.")["words"] == evidence("Школы", "Школы.")["words"]
    flood = [evidence(" ".join(f"слово{each}" for each in range(many)), "Школы.") for many in (50, 200)]
    assert flood[0]["words"] == flood[1]["words"] > evidence("Школы и учителя", "Школы.")["words"]


def test_asked_years_that_the_first_passage_lacks_are_told() -> None:
    assert evidence("Школы в 2019 году", "Школы 2018 года.", "Школы 2019 года.")["years_missing"] == 1
    assert evidence("Школы в 2018 и 2019 годах", "Школы 2018 года.")["years_missing"] == 0.5
    assert evidence("Школы", "Школы 2018 года.")["years_missing"] == 0


def test_asked_places_that_the_first_passage_lacks_are_told() -> None:
    asked = "Школы в Карагандинской области"
    assert evidence(asked, "Школы Алматы.", "Школы Карагандинской области.")["place_missing"] == 1
    assert evidence(asked, "Школы Карагандинской области.")["place_missing"] == 0


def test_a_figure_that_was_asked_for_and_is_not_there_is_told() -> None:
    assert evidence("Сколько детей учится?", "Дети учатся.")["figure_missing"] == 1
    assert evidence("Сколько детей учится?", "Учатся 5 детей.")["figure_missing"] == 0
    assert evidence("Почему дети учатся?", "Дети учатся.")["figure_asked"] == 0


def test_the_best_signal_of_the_first_hits_counts_and_no_later_one() -> None:
    hits = [
        hit("Школы.", rank, signals={**SIGNALS, "dense": value})
        for rank, value in enumerate((0.2, 0.4, 0.3, 0.9), 1)
    ]
    found = result(query("Школы"), *hits)
    assert evidence_of(found, sentences_of(found))["dense_best"] == 0.4
