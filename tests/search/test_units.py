from qa_service.document.records import Pair
from qa_service.index.snapshot import Snapshot
from qa_service.search.units import Units, units_of
from tests.search.samples import passage

PASSAGES = [passage(2, "а"), passage(3, "б"), passage(4, "в"), passage(2, "г", "ru"), passage(3, "д", "ru")]


def test_two_editions_of_a_passage_are_one_unit(snapshot: Snapshot, units: Units) -> None:
    assert [snapshot.passages[place].id for place in units.official] == ["d.kk.2", "d.kk.3", "d.kk.4"]


def test_a_heading_is_no_unit(snapshot: Snapshot, units: Units) -> None:
    shown = {position for positions in units.members.values() for position in positions.tolist()}
    assert not {place for place, each in enumerate(snapshot.passages) if each.lines[0] == 1} & shown


def test_a_unit_is_shown_in_the_readers_language_and_else_as_the_official_passage() -> None:
    units = units_of(PASSAGES, [Pair(("d.kk.2",), ("d.ru.2",))])
    assert (units.shown(0, "ru"), units.shown(0, "kk"), units.shown(0, "en")) == (3, 0, 0)
    assert units.shown(2, "ru") == 2


def test_the_counterpart_of_a_translation_is_the_official_passage_and_the_other_way_round() -> None:
    units = units_of(PASSAGES, [Pair(("d.kk.2",), ("d.ru.2",))])
    assert (units.counterpart(0, 3), units.counterpart(0, 0)) == (0, 3)
    assert units.counterpart(1, 1) is None


def test_in_a_pair_of_several_the_first_stand_for_the_unit_and_the_others_for_themselves() -> None:
    units = units_of(PASSAGES, [Pair(("d.kk.2", "d.kk.3"), ("d.ru.2",)), Pair(("d.kk.4",), ("d.ru.3",))])
    assert units.members["ru"].tolist() == [3, -1, 4]
    assert len(units) == 3


def test_a_pair_of_passages_that_there_are_not_ties_nothing() -> None:
    assert len(units_of(PASSAGES, [Pair(("d.kk.2",), ("d.ru.99",))])) == len(PASSAGES)


def test_a_passage_without_an_official_partner_is_a_unit_of_its_own() -> None:
    units = units_of(PASSAGES, [])
    assert units.official.tolist() == [0, 1, 2, 3, 4]
    assert units.members["ru"].tolist() == [-1, -1, -1, 3, 4]
