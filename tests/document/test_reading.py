from dataclasses import replace

import pytest

from qa_service.document.reading import Reading
from qa_service.document.records import Document, Edition, Kind, Pair, Passage, Status
from qa_service.errors import EditionUnknown, PassageUnknown

HEADING, TEXT, TABLE, ROW = Kind.HEADING, Kind.PARAGRAPH, Kind.TABLE, Kind.ROW
OFFICIAL = {
    "1": TEXT,
    "2": HEADING,
    "3": HEADING,
    "4": TEXT,
    "5": TEXT,
    "6": HEADING,
    "t1": TABLE,
    "t1.r1": ROW,
    "7": TEXT,
}
TRANSLATED = {"2": HEADING, "3": HEADING, "4": TEXT, "note": TEXT, "6": HEADING, "t1": TABLE, "t1.r1": ROW}


def edition(language: str, kinds: dict[str, Kind]) -> Edition:
    passages = (
        Passage(f"d.{language}.{name}", "d", language, Status.OFFICIAL, kind, name, (1, 1))
        for name, kind in kinds.items()
    )
    return Edition(language, Status.OFFICIAL, "", tuple(passages), ())


def document() -> Document:
    """Paragraph 1 and 7 are not translated, 4 and 5 are one paragraph in the translation, which has a note
    of its own; its table stands at the end."""
    pairs = [
        Pair((f"d.kk.{name}",), (f"d.ru.{name}",)) for name in TRANSLATED if name != "note" and name != "4"
    ]
    pairs.append(Pair(("d.kk.4", "d.kk.5"), ("d.ru.4",)))
    editions = (edition("kk", OFFICIAL), edition("ru", TRANSLATED))
    return Document("d", {}, {}, None, None, {}, editions, tuple(pairs))


def passage(name: str) -> Passage:
    every = [passage for edition in document().editions for passage in edition.passages]
    return next(each for each in every if each.id == f"d.{name}")


def names(reading: Reading, at: str | None = None) -> list[str]:
    return [each.id.removeprefix("d.") for each in reading.section(passage(at) if at else None).passages]


def test_sections_are_cut_before_headings_and_led_by_all_headings_that_open_them() -> None:
    reading = Reading(document(), "kk")
    assert names(reading) == ["kk.1"]
    assert names(reading, "kk.2") == ["kk.2", "kk.3", "kk.4", "kk.5"]
    assert names(reading, "kk.6") == ["kk.6", "kk.t1", "kk.7"]


@pytest.mark.parametrize("name", ["kk.2", "kk.3", "kk.5", "ru.4", "ru.2"])
def test_any_passage_of_either_edition_opens_the_section_that_holds_it(name: str) -> None:
    assert names(Reading(document(), "kk"), name) == ["kk.2", "kk.3", "kk.4", "kk.5"]


def test_a_row_opens_the_section_of_its_table() -> None:
    assert names(Reading(document(), "kk"), "ru.t1.r1") == ["kk.6", "kk.t1", "kk.7"]


def test_a_translation_is_read_in_the_order_of_the_official_text_which_stands_in_for_what_it_lacks() -> None:
    reading = Reading(document(), "ru")
    assert names(reading) == ["kk.1"]
    assert names(reading, "ru.2") == ["ru.2", "ru.3", "ru.4", "ru.note"]
    assert names(reading, "ru.6") == ["ru.6", "ru.t1", "kk.7"]


def test_sections_lead_to_each_other_from_end_to_end() -> None:
    reading = Reading(document(), "kk")
    first, middle, last = (reading.section(passage(name)) for name in ("kk.1", "kk.4", "kk.7"))
    assert (first.previous, first.next) == (None, "d.kk.2")
    assert (middle.previous, middle.next) == ("d.kk.1", "d.kk.6")
    assert (last.previous, last.next) == ("d.kk.2", None)


def test_a_run_counts_passages_and_knows_where_the_runs_beside_it_start() -> None:
    reading = Reading(document(), "kk")
    run = reading.run(passage("kk.3"), 2)
    assert [each.id for each in run.passages] == ["d.kk.3", "d.kk.4"]
    assert (run.previous, run.next) == ("d.kk.1", "d.kk.5")
    assert reading.run(passage("kk.7"), 200).next is None
    assert reading.run(None, 3).previous is None


def test_what_is_not_there_is_refused() -> None:
    with pytest.raises(EditionUnknown) as refused:
        Reading(document(), "en")
    assert refused.value.values == {"language": "en", "known": "kk, ru"}
    with pytest.raises(PassageUnknown):
        Reading(document(), "kk").section(passage("ru.note"))
    with pytest.raises(PassageUnknown):
        Reading(document(), "kk").section(replace(passage("kk.1"), id="other.kk.1"))
