from pathlib import Path

import pytest
from rich.console import Console

from qa_service.errors import CorpusUnreadable
from qa_service.evaluation import report
from qa_service.evaluation.metrics import confidence_bins
from qa_service.evaluation.records import Evaluation, Score


def run(success: float, wrong: float = 0.0) -> Evaluation:
    scores = (
        Score("S@1", "kk", "as written", success, 200, ("t-7",)),
        Score("cell wrong and certain", "kk", "as written", wrong, 100),
    )
    return Evaluation(scores, confidence_bins([(0.95, True), (0.15, False)]))


def test_what_is_written_is_read_back(tmp_path: Path) -> None:
    report.write(run(0.85), tmp_path / "run.json")
    assert report.read(tmp_path / "run.json") == run(0.85)


@pytest.mark.parametrize("content", [None, b"{", b'{"scores": 1, "bins": []}'])
def test_anything_else_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "run.json").write_bytes(content)
    with pytest.raises(CorpusUnreadable):
        report.read(tmp_path / "run.json")


def test_only_falls_beyond_the_tolerance_are_worse() -> None:
    moved = report.changes(run(0.82), run(0.85))
    assert report.worse(moved, 3) == ()
    assert [one.score.measure for one in report.worse(moved, 2.9)] == ["S@1"]


def test_a_rise_of_errors_is_worse_and_a_fall_is_not() -> None:
    assert [one.points for one in report.changes(run(0.8, wrong=0.05), run(0.8))] == [0, pytest.approx(-5)]
    assert report.worse(report.changes(run(0.8), run(0.8, wrong=0.5)), 3) == ()


def test_a_figure_that_the_earlier_run_lacks_is_not_compared() -> None:
    assert report.changes(run(0.8), Evaluation((), ())) == ()


def test_the_table_shows_each_figure_its_change_and_the_confidence_bins() -> None:
    console = Console(width=120)
    with console.capture() as captured:
        console.print(report.rendered(run(0.8), report.changes(run(0.8), run(0.9)), tolerance=3))
    text = captured.get()
    assert "0.800" in text
    assert "0.900" in text
    assert "worse -10.0" in text
    assert "0.9-1.0" in text
    assert "1.000" in text


def test_without_answers_there_is_no_confidence_table() -> None:
    console = Console(width=120)
    with console.capture() as captured:
        console.print(report.rendered(Evaluation(run(0.8).scores, confidence_bins([]))))
    assert "confidence" not in captured.get()
