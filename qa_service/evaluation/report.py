"""An evaluation on paper: a printed table, a JSON file, and what got worse since an earlier one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError
from rich.console import Group, RenderableType
from rich.table import Table

from qa_service.errors import CorpusUnreadable
from qa_service.evaluation.metrics import Bin
from qa_service.evaluation.records import Evaluation, Score

LOWER_IS_BETTER = frozenset({"cell wrong and certain", "calibration error"})

_EVALUATION = TypeAdapter(Evaluation)
_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True)
class Change:
    """A figure beside what it was in an earlier run; `points` are percentage points, below zero where
    it got worse."""

    score: Score
    before: float
    points: float


def write(evaluation: Evaluation, file: Path) -> None:
    """Writes the evaluation as JSON, missed cases included."""
    file.write_bytes(_EVALUATION.dump_json(evaluation, indent=1) + b"\n")


def read(file: Path) -> Evaluation:
    """An evaluation that `write` wrote. Raises CorpusUnreadable for anything else."""
    try:
        return _EVALUATION.validate_json(file.read_bytes())
    except OSError as fault:
        raise CorpusUnreadable(file=str(file), reason=fault.strerror) from fault
    except ValidationError as invalid:
        raise CorpusUnreadable(file=str(file), reason=invalid.errors()[0]["msg"]) from invalid


def changes(now: Evaluation, before: Evaluation) -> tuple[Change, ...]:
    """Every figure that both runs have, with how it moved."""
    earlier = {_key(score): score.value for score in before.scores}
    return tuple(
        Change(score, earlier[_key(score)], _points(score, earlier[_key(score)]))
        for score in now.scores
        if _key(score) in earlier
    )


def worse(moved: Sequence[Change], tolerance: float) -> tuple[Change, ...]:
    """The figures that fell by more than `tolerance` percentage points."""
    return tuple(change for change in moved if change.points < -tolerance - _ROUNDING)


def rendered(evaluation: Evaluation, moved: Sequence[Change] = (), tolerance: float = 0) -> RenderableType:
    """The figures and, where anything was answered, the confidence table, for a rich console."""
    bins = [_confidence(evaluation.bins)] if any(one.count for one in evaluation.bins) else []
    return Group(_scores(evaluation, moved, tolerance), *bins)


def _scores(evaluation: Evaluation, moved: Sequence[Change], tolerance: float) -> Table:
    table = Table("measure", "language", "typing", title="Figures")
    for column in ("share", "cases", *(("before", "change") if moved else ())):
        table.add_column(column, justify="right")
    earlier = {_key(change.score): change for change in moved}
    for score in evaluation.scores:
        cells = [score.measure, score.language, score.typing, f"{score.value:.3f}", str(score.count)]
        table.add_row(*cells, *_movement(earlier.get(_key(score)), tolerance))
    return table


def _movement(change: Change | None, tolerance: float) -> Iterator[str]:
    if change:
        mark = "[bold red]worse[/] " if worse([change], tolerance) else ""
        yield f"{change.before:.3f}"
        yield f"{mark}{change.points:+.1f}"


def _confidence(bins: Sequence[Bin]) -> Table:
    table = Table(title="Answers by confidence")
    for column in ("confidence", "answers", "right"):
        table.add_column(column, justify="right")
    for one in bins:
        right = "" if one.right is None else f"{one.right:.3f}"
        table.add_row(f"{one.low:.1f}-{one.high:.1f}", str(one.count), right)
    return table


def _key(score: Score) -> tuple[str, str, str]:
    return score.measure, score.language, score.typing


def _points(score: Score, before: float) -> float:
    rise = 100 * (score.value - before)
    return -rise if score.measure in LOWER_IS_BETTER else rise
