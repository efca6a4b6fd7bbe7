"""Building the index with a progress bar."""

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from qa_service.language.phrases import phrase
from qa_service.service import build_index
from qa_service.settings import Settings

COLUMNS = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())


def build_with_progress(settings: Settings, language: str) -> str:
    """Makes a new snapshot current and says what was done; the bar goes to stderr and away."""
    with Progress(*COLUMNS, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(phrase("cli.embedding", language), total=None)
        report = build_index(settings, lambda done, total: bar.update(task, completed=done, total=total))
    return str(report)
