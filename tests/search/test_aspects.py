import numpy as np
import pytest

from qa_service.index.snapshot import Snapshot
from qa_service.search.aspects import Aspects, aspects_of, coverage
from qa_service.search.query import Concept
from qa_service.search.units import Units


def concept(*stems: str) -> Concept:
    return Concept(stems[0], frozenset(stems), tuple(frozenset({stem}) for stem in stems))


def test_a_unit_speaks_of_a_concept_when_any_of_its_editions_does(snapshot: Snapshot, units: Units) -> None:
    aspects = aspects_of(snapshot, units, [concept("сирот"), concept("2018")])
    assert aspects.held.tolist() == [[True, False, False], [False, True, False]]


def test_rarity_falls_with_the_units_that_speak_of_a_concept(snapshot: Snapshot, units: Units) -> None:
    aspects = aspects_of(snapshot, units, [concept("сирот"), concept("2018", "2019"), concept("нигде")])
    assert aspects.rarity == pytest.approx(np.log1p([3 / 2, 3 / 3, 3 / 1]))


def test_coverage_is_the_share_of_concepts_by_their_rarity() -> None:
    held = np.array([[True, True, False], [True, False, False]])
    aspects = Aspects(np.array([1, 3], np.float32), held)
    assert coverage(aspects).tolist() == [1.0, 0.25, 0.0]


def test_a_query_without_concepts_covers_nothing(snapshot: Snapshot, units: Units) -> None:
    assert coverage(aspects_of(snapshot, units, [])).tolist() == [0, 0, 0]
