"""The files of question sets: one folder, a file pattern for each kind of question.

`text*.jsonl`, `table*.jsonl`, `unanswerable*.jsonl`, `conversations*.jsonl`, `lookup*.jsonl` and
`langid*.jsonl` hold a question a line, `tables*.json` whole tables. Kinds that a folder does not hold are
left out, and so are other files and unknown fields.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import TypeAdapter, ValidationError

from qa_service.errors import CorpusUnreadable
from qa_service.evaluation.questions import (
    CellQuestion,
    FollowUp,
    KnownTable,
    LanguageQuery,
    Line,
    Lookup,
    Numbered,
    QuestionSets,
    TextQuestion,
    Unanswerable,
)

Kind = TypeVar("Kind", bound=Line)

_TEXT, _CELLS, _UNANSWERABLE = "text*.jsonl", "table*.jsonl", "unanswerable*.jsonl"
_CONVERSATIONS, _LOOKUPS, _LANGUAGES = "conversations*.jsonl", "lookup*.jsonl", "langid*.jsonl"
_TABLES = "tables*.json"
_PATTERNS = (_TEXT, _CELLS, _UNANSWERABLE, _CONVERSATIONS, _LOOKUPS, _LANGUAGES, _TABLES)


def read_questions(folder: Path) -> QuestionSets:
    """The questions of `folder`.

    Raises CorpusUnreadable, naming file and line, for a line that is not a question of its kind, for an
    id that two questions of a kind share, and for a folder without any question.
    """
    if not folder.is_dir():
        raise CorpusUnreadable(file=str(folder), reason="there is no such folder")
    sets = QuestionSets(
        text=_lines(folder, _TEXT, TextQuestion),
        cells=_lines(folder, _CELLS, CellQuestion),
        unanswerable=_lines(folder, _UNANSWERABLE, Unanswerable),
        lookups=_lines(folder, _LOOKUPS, Lookup),
        languages=_lines(folder, _LANGUAGES, LanguageQuery),
        tables=_tables(folder),
        conversations=_lines(folder, _CONVERSATIONS, FollowUp),
    )
    if sets == QuestionSets():
        raise CorpusUnreadable(file=str(folder), reason=f"no questions here: {', '.join(_PATTERNS)}")
    return sets


def passed_over(folder: Path) -> tuple[str, ...]:
    """The names of `.jsonl` files that are of no kind, so that nobody takes them for measured."""
    files = sorted(folder.glob("*.jsonl"))
    return tuple(file.name for file in files if not any(map(file.match, _PATTERNS)))


def _lines(folder: Path, pattern: str, model: type[Kind]) -> tuple[Kind, ...]:
    found: dict[str, Kind] = {}
    for place, line in _placed(folder, pattern):
        question = _question(model, place, line)
        case = question.id if isinstance(question, Numbered) else place
        if case in found:
            raise CorpusUnreadable(file=place, reason=f"the id {case} is taken")
        found[case] = question
    return tuple(found.values())


def _placed(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.glob(pattern)):
        for number, line in enumerate(_read(file).split("\n"), start=1):
            if line.strip():
                yield f"{file}:{number}", line


def _question(model: type[Kind], place: str, line: str) -> Kind:
    try:
        return model.model_validate_json(line)
    except ValidationError as invalid:
        raise _unreadable(place, invalid) from invalid


def _tables(folder: Path) -> tuple[KnownTable, ...]:
    found: list[KnownTable] = []
    for file in sorted(folder.glob(_TABLES)):
        try:
            found += TypeAdapter(list[KnownTable]).validate_json(_read(file))
        except ValidationError as invalid:
            raise _unreadable(str(file), invalid) from invalid
    return tuple(found)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as fault:
        raise CorpusUnreadable(file=str(file), reason=str(fault)) from fault


def _unreadable(place: str, invalid: ValidationError) -> CorpusUnreadable:
    first = invalid.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return CorpusUnreadable(file=place, reason=f"{field}: {first['msg']}" if field else first["msg"])
