from qa_service.document.outline import Levelled, sections, title_of
from qa_service.document.records import Edition, Kind, Passage, Section, Status


def levelled(*levels: int | None) -> list[Levelled]:
    """One passage a line with these heading levels."""
    return [
        (
            level,
            Passage(f"d.kk.{line}", "d", "kk", Status.OFFICIAL, Kind.PARAGRAPH, f"text {line}", (line, line)),
        )
        for line, level in enumerate(levels, start=1)
    ]


def shape(found: tuple[Section, ...]) -> list[object]:
    return [[len(section.passages), section.lines, shape(section.sections)] for section in found]


def test_sections_hold_what_stands_under_their_heading() -> None:
    assert shape(sections(levelled(1, 0, 2, 0, 0, 2, 1))) == [
        [2, (1, 6), [[3, (3, 5), []], [1, (6, 6), []]]],
        [1, (7, 7), []],
    ]


def test_a_level_may_be_skipped() -> None:
    assert shape(sections(levelled(1, 3, 2))) == [[1, (1, 3), [[1, (2, 2), []], [1, (3, 3), []]]]]


def test_what_stands_outside_ends_a_section_and_is_in_none() -> None:
    assert shape(sections(levelled(None, 1, 0, None, 1))) == [[2, (2, 3), []], [1, (5, 5), []]]


def test_a_title_drops_the_comma_that_hands_over_to_the_next_line() -> None:
    assert title_of("Кемсітпеушілік (2-бап),") == "Кемсітпеушілік (2-бап)"


def ids(found: tuple[Section, ...]) -> list[str]:
    return [name for section in found for name in [*section.passages, *ids(section.sections)]]


def test_the_outline_holds_every_passage_of_a_section_once_and_in_order(kazakh: Edition) -> None:
    outside = [
        passage.id for passage in kazakh.passages if not passage.path and passage.kind is not Kind.HEADING
    ]
    assert ids(kazakh.outline) == [passage.id for passage in kazakh.passages if passage.id not in outside]
    assert len(outside) == 12


def test_a_path_is_made_of_the_titles_above(kazakh: Edition) -> None:
    def check(found: tuple[Section, ...], above: tuple[str, ...]) -> None:
        for section in found:
            heading, *texts = section.passages
            assert by_id[heading].path == above
            assert all(by_id[text].path == (*above, section.title) for text in texts)
            check(section.sections, (*above, section.title))

    by_id = {passage.id: passage for passage in kazakh.passages}
    check(kazakh.outline, ())
