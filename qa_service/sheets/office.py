"""The office where sheets are made, kept and edited: what the edges call."""

from collections.abc import Callable, Iterable
from pathlib import Path

from qa_service.errors import DraftUnreadable
from qa_service.language.detection import detect
from qa_service.language.phrases import LANGUAGES
from qa_service.sheets.assessment import Service
from qa_service.sheets.issues import read_issues
from qa_service.sheets.lines import lines_of_text, lines_of_word_file
from qa_service.sheets.records import UNFINISHED, Edit, Issue, Sheet, Stage
from qa_service.sheets.store import Store
from qa_service.sheets.work import Progress, Worker, work_on


def issues_of_text(text: str) -> tuple[Issue, ...]:
    """The issues of a plain text. Raises DraftUnreadable, IssuesMissing and IssuesTooMany."""
    return read_issues(lines_of_text(text))


def issues_of_text_file(data: bytes) -> tuple[Issue, ...]:
    """The issues of a plain text in UTF-8. Raises DraftUnreadable, IssuesMissing and IssuesTooMany."""
    try:
        return issues_of_text(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise DraftUnreadable(reason="not-text") from error


def issues_of_word_file(data: bytes) -> tuple[Issue, ...]:
    """The issues of a DOCX. Raises DraftUnreadable, IssuesMissing and IssuesTooMany."""
    return read_issues(lines_of_word_file(data))


class Office:
    """Keeps the sheets of one data folder and has them worked on aside.

    `service` gives the service that answers now; `most_words` is how many words the replies of a sheet
    may have together.
    """

    def __init__(self, folder: Path, service: Callable[[], Service], most_words: int) -> None:
        self.most_words = most_words
        self._store = Store(folder)
        self._service = service
        self._worker = Worker(self._store, service)

    def start(self) -> None:
        """Takes up the work that an earlier process left."""
        self._worker.resume()

    def close(self) -> None:
        """Ends the work after the issue in hand."""
        self._worker.close()

    def make(self, issues: tuple[Issue, ...]) -> Sheet:
        """A new sheet that waits for its turn. Raises SheetsTooMany."""
        self._worker.require_room()
        sheet = self._store.sheet(self._store.add(issues, language_of(issues)))
        self._worker.take(sheet)
        return sheet

    def make_now(self, issues: tuple[Issue, ...], progress: Progress) -> Sheet:
        """A new sheet, worked on before this returns; an interruption cancels it."""
        identifier = self._store.add(issues, language_of(issues))
        try:
            work_on(self._store, identifier, self._service, progress)
        finally:
            self._store.move(identifier, Stage.CANCELLED)
        return self._store.sheet(identifier)

    def sheet(self, identifier: str) -> Sheet:
        """The sheet as it is now. Raises SheetUnknown."""
        return self._store.sheet(identifier)

    def edit(self, identifier: str, edits: Iterable[Edit]) -> Sheet:
        """The sheet after the edits. Raises SheetUnknown, IssueUnknown and EvidenceUnknown."""
        return self._store.edit(identifier, edits)

    def cancel(self, identifier: str) -> Sheet | None:
        """Ends the work on an unfinished sheet and keeps what was found; removes any other (None).

        Raises SheetUnknown.
        """
        if self._store.sheet(identifier).stage in UNFINISHED:
            self._store.move(identifier, Stage.CANCELLED)
            return self._store.sheet(identifier)
        self._store.remove(identifier)
        return None


def language_of(issues: Iterable[Issue]) -> str:
    """The language that a list is written in: kk, ru or en."""
    found = detect("\n".join(f"{issue.lead} {issue.text}" for issue in issues)[:20_000])
    return found if found in LANGUAGES else "en"
