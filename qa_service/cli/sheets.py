"""Issue sheets in the terminal: made with a progress bar, edited, and written to files."""

from collections.abc import Callable, Sequence
from pathlib import Path

from rich.text import Text
from typer import BadParameter

from qa_service.cli.output import Shown
from qa_service.cli.progress import progress
from qa_service.language.phrases import phrase
from qa_service.replies.sheets import sheet_reply
from qa_service.sheets.office import Office, issues_of_text_file, issues_of_word_file
from qa_service.sheets.printing import PRINTERS
from qa_service.sheets.printing.wording import said, status_of, summary
from qa_service.sheets.records import Edit, Issue, Sheet

ENDINGS = (".docx", ".xlsx", ".md", ".json")
Options = Sequence[str] | None
LARGEST_REPLY = 2**20
"""Bytes that are read from a file of a reply."""


def made(office: Office, file: Path, language: str) -> Sheet:
    """The sheet for a file's list of issues."""
    issues = _issues(file)
    with progress(phrase("cli.issues", language)) as told:
        return office.make_now(issues, told)


def chosen(office: Office, file: Path | None, identifier: str | None, language: str) -> Sheet:
    """The sheet that is meant: a new one for `file`, or that of `identifier`. One of them must be given."""
    if file is not None and identifier is None:
        return made(office, file, language)
    if identifier is not None and file is None:
        return office.sheet(identifier)
    raise BadParameter("ISSUES | --id")


def _issues(file: Path) -> tuple[Issue, ...]:
    content = file.read_bytes()
    if file.suffix.lower() in (".txt", ".md"):
        return issues_of_text_file(content)
    return issues_of_word_file(content)


def edits(pin: Options, drop: Options, offer: Options, order: Options, reply: Options) -> list[Edit]:
    """The edits of options such as "12a:2,3"; replies are "12a:text", or "12a:@file"."""
    return [
        *(Edit(key, pin=_numbers(value)) for key, value in map(_split, pin or ())),
        *(Edit(key, drop=_numbers(value)) for key, value in map(_split, drop or ())),
        *(Edit(key, offer=_numbers(value)) for key, value in map(_split, offer or ())),
        *(Edit(key, order=_numbers(value)) for key, value in map(_split, order or ())),
        *(Edit(key, reply=_reply(value)) for key, value in map(_split, reply or ())),
    ]


def _split(option: str) -> tuple[str, str]:
    key, colon, value = option.partition(":")
    if not colon:
        raise BadParameter(f"{option}: ISSUE:VALUE")
    return key.strip(), value


def _numbers(value: str) -> tuple[int, ...]:
    try:
        return tuple(int(number) for number in value.split(","))
    except ValueError as wrong:
        raise BadParameter(f"{value}: 1,2,3") from wrong


def _reply(value: str) -> str:
    if not value.startswith("@"):
        return value
    with Path(value[1:]).open("rb") as opened:
        return opened.read(LARGEST_REPLY).decode("utf-8", "replace")


def check_ending(output: Path) -> None:
    """Raises BadParameter for a file of a kind that no sheet is written as."""
    if output.suffix.lower() not in ENDINGS:
        raise BadParameter(f"{output.name}: {', '.join(ENDINGS)}")


def write(sheet: Sheet, output: Path, most_words: int) -> None:
    """Writes the sheet in the format that the file's name ends with."""
    form = output.suffix.lower().removeprefix(".")
    printer: Callable[[Sheet, int], bytes] = PRINTERS.get(form, _json)
    output.write_bytes(printer(sheet, most_words))


def _json(sheet: Sheet, most_words: int) -> bytes:
    return sheet_reply(sheet, most_words).to_json() + b"\n"


def overview(sheet: Sheet, most_words: int) -> Shown:
    """The id, the figures, and a line for each issue: its evidence by number, "+" pinned, "-" dropped."""
    yield Text(sheet.id, "bold")
    yield from summary(sheet, most_words)
    for entry in sheet.entries:
        numbers = " ".join(f"{each.number}{_SIGNS[each.choice]}" for each in entry.evidence)
        count = said("words-of-issue", sheet, words=entry.words)
        yield f"{entry.issue.key}: {status_of(entry, sheet)} [{numbers}] {count}"


_SIGNS = {"offered": "", "pinned": "+", "dropped": "-"}
