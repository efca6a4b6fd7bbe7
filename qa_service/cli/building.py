"""Building the index with a progress bar."""

from rich.progress import Progress

from qa_service.service import build_index
from qa_service.settings import Settings


def build_with_progress(settings: Settings) -> list[str]:
    """Makes a new snapshot current; the lines that tell what was done."""
    with Progress(transient=True) as progress:
        task = progress.add_task("index", total=None)
        report = build_index(settings, lambda done, total: progress.update(task, completed=done, total=total))
    return [str(report)]
