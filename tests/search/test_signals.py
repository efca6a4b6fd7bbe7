import numpy as np

from qa_service.index.snapshot import Snapshot
from qa_service.search.aspects import aspects_of
from qa_service.search.query import QueryReader
from qa_service.search.signals import OTHER, broad_signals, by_edition, close_signals
from qa_service.search.units import Units
from tests.index.samples import WordEncoder

MEMBERS = {"kk": np.array([0, 1, 2]), "ru": np.array([3, -1, 4])}
UNITS = Units(MEMBERS, MEMBERS["kk"])
SCORES = np.array([5, 6, 7, 8, 1], np.float32)


def test_a_signal_is_taken_from_the_readers_edition_and_from_the_other() -> None:
    signals = by_edition({"dense": SCORES}, UNITS, "ru")
    assert signals["dense"].tolist() == [8, 6, 1]
    assert signals["dense" + OTHER].tolist() == [5, 0, 7]


def test_a_unit_that_an_edition_lacks_scores_nothing_there_or_the_least_that_any_does() -> None:
    below = by_edition({"dense": SCORES - 7}, UNITS, "kk")
    assert below["dense" + OTHER].tolist() == [1, -6, -6]
    assert by_edition({"dense": SCORES}, UNITS, "kk")["dense" + OTHER].tolist() == [8, 0, 1]


def test_a_reader_of_a_third_language_is_scored_by_the_official_edition() -> None:
    signals = by_edition({"dense": SCORES}, UNITS, "en")
    assert signals["dense"].tolist() == [5, 6, 7]
    assert signals["dense" + OTHER].tolist() == [8, 0, 1]


def test_every_signal_scores_every_unit_and_points_at_the_passage_that_was_meant(
    snapshot: Snapshot, units: Units, reader: QueryReader
) -> None:
    query = reader.read("Учителя обучены в 2018 году")
    encoded = WordEncoder().encode_queries([query.restored])
    aspects = aspects_of(snapshot, units, query.concepts)
    signals = broad_signals(snapshot, units, query, encoded, aspects)
    assert all(len(scores) == len(units) for scores in signals.values())
    for name in ("coverage", "lexical", "dense", "sentence"):
        assert int(np.argmax(signals[name])) == 1


def test_maxsim_scores_the_shortlist_in_its_order(
    snapshot: Snapshot, units: Units, reader: QueryReader
) -> None:
    query = reader.read("Число сирот сократилось")
    encoded = WordEncoder().encode_queries([query.restored])
    straight = close_signals(snapshot, units, query, encoded, np.array([0, 1, 2]))
    turned = close_signals(snapshot, units, query, encoded, np.array([2, 1, 0]))
    assert straight["maxsim"].tolist() == turned["maxsim"].tolist()[::-1]
    assert int(np.argmax(straight["maxsim"])) == 0


def test_a_shortlist_that_an_edition_lacks_as_a_whole_scores_the_same_there(
    snapshot: Snapshot, units: Units, reader: QueryReader
) -> None:
    query = reader.read("Жәрдемақы мөлшері көбейді")
    encoded = WordEncoder().encode_queries([query.restored])
    assert close_signals(snapshot, units, query, encoded, np.array([2]))["maxsim" + OTHER].tolist() == [0]
