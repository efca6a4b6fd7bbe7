import pytest

from qa_service.errors import EvidenceUnknown
from qa_service.sheets.editing import edited
from qa_service.sheets.records import Choice, Edit, Entry, Evidence, Issue, Kind


def piece(number: int) -> Evidence:
    return Evidence(number, Kind.PASSAGE, f"D1.kk.{number}", "kk", "сөз", (1, 1), {"kk": "Баяндама"}, True)


ENTRY = Entry(Issue("1", "1", "", "Заң?"), None, tuple(map(piece, (1, 2, 3, 4))))


def order(entry: Entry) -> list[int]:
    return [each.number for each in entry.evidence]


def test_pinned_evidence_stands_first_and_dropped_evidence_is_left_out() -> None:
    after = edited(ENTRY, Edit("1", pin=(3,), drop=(1,)))
    assert order(after) == [3, 1, 2, 4]
    assert [each.number for each in after.kept] == [3, 2, 4]


def test_what_is_ordered_comes_first_and_the_rest_follows_as_it_was() -> None:
    assert order(edited(ENTRY, Edit("1", order=(4, 2)))) == [4, 2, 1, 3]


def test_dropped_evidence_can_be_offered_again() -> None:
    after = edited(edited(ENTRY, Edit("1", drop=(2,))), Edit("1", offer=(2,)))
    assert {each.choice for each in after.evidence} == {Choice.OFFERED}


def test_a_reply_is_kept_until_another_one_is_written() -> None:
    after = edited(edited(ENTRY, Edit("1", reply=" Үш сөз бар.\x00 ")), Edit("1", pin=(1,)))
    assert (after.reply, after.words) == ("Үш сөз бар.", 3)
    assert edited(after, Edit("1", reply="")).reply == ""


@pytest.mark.parametrize("edit", [Edit("1", pin=(9,)), Edit("1", drop=(0,)), Edit("1", order=(1, 5))])
def test_evidence_that_is_not_there_cannot_be_chosen(edit: Edit) -> None:
    with pytest.raises(EvidenceUnknown):
        edited(ENTRY, edit)
