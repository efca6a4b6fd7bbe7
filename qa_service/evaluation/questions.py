"""Question sets: one folder, a file pattern for each kind of question.

`text*.jsonl`, `table*.jsonl`, `unanswerable*.jsonl`, `conversations*.jsonl`, `lookup*.jsonl` and
`langid*.jsonl` hold a question a line, `tables*.json` whole tables. Kinds that a folder does not hold are
left out; fields that are not known here are ignored.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal, TypeVar

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from qa_service.errors import CorpusUnreadable


class _Line(BaseModel):
    model_config = ConfigDict(frozen=True)


class _Numbered(_Line):
    id: str


class TextQuestion(_Numbered):
    """Answered by a passage that holds one of `evidence`. `question` is by language; `answers` are short
    strings as printed, any of which will do, and none where the passage itself is the answer."""

    question: dict[str, str]
    evidence: tuple[str, ...] = Field(min_length=1)
    answers: tuple[str, ...] = ()
    lines: tuple[int, int]


class CellQuestion(_Numbered):
    """Answered by one cell of a table; `answers` are the ways to print it."""

    question: dict[str, str]
    table: int
    row: str
    column: str
    group: str | None = None
    answers: tuple[str, ...] = Field(min_length=1)
    lines: tuple[int, int]


class Unanswerable(_Numbered):
    """Not answered by the documents. `type` is near, other or off the subject."""

    type: str
    question: dict[str, str]


class Place(_Line):
    """A place that a reference names: a heading or a quote, at its line of the source."""

    line: int
    heading: str | None = None
    quote: str | None = None


class Lookup(_Numbered):
    """A reference as drafters type it, with every place it names."""

    query: str
    lang: str
    group: str = ""
    expect: tuple[Place, ...] = Field(min_length=1)


class FollowUp(_Numbered):
    """A question within a conversation, after the `earlier` ones, oldest first.

    Of kind `own` it has a subject of its own and is to be taken as it is; of kind `cell` a cell of `table`
    answers it (see CellQuestion), of kind `text` a passage (see TextQuestion).
    """

    kind: Literal["own", "cell", "text"]
    language: str
    earlier: tuple[str, ...] = Field(min_length=1)
    text: str
    table: int | None = None
    answers: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    lines: tuple[int, int] | None = None


class LanguageQuery(_Line):
    """A short query in a known language; `variant` says how Kazakh was typed."""

    text: str
    lang: str
    variant: str | None = None


class KnownRow(_Line):
    """A row of a whole table."""

    label: str
    group: str | None = None
    values: tuple[str, ...]


class KnownTable(_Line):
    """A whole table, cell by cell."""

    number: int = Field(alias="table")
    rows: tuple[KnownRow, ...]


@dataclass(frozen=True, slots=True)
class QuestionSets:
    """Every question of a folder, by kind."""

    text: tuple[TextQuestion, ...] = ()
    cells: tuple[CellQuestion, ...] = ()
    unanswerable: tuple[Unanswerable, ...] = ()
    lookups: tuple[Lookup, ...] = ()
    languages: tuple[LanguageQuery, ...] = ()
    tables: tuple[KnownTable, ...] = ()

    def worded_in(self, language: str) -> "QuestionSets":
        """The questions that can be put in a language; what has no language stays."""
        return replace(
            self,
            text=tuple(each for each in self.text if language in each.question),
            cells=tuple(each for each in self.cells if language in each.question),
            unanswerable=tuple(each for each in self.unanswerable if language in each.question),
        )

    conversations: tuple[FollowUp, ...] = ()


_Model = TypeVar("_Model", bound=_Line)


def read_questions(folder: Path) -> QuestionSets:
    """The questions of `folder`.

    Raises CorpusUnreadable, naming file and line, for a line that is not a question of its kind, for an
    id that two questions of a kind share, and for a folder without any question.
    """
    sets = QuestionSets(
        text=_lines(folder, "text*.jsonl", TextQuestion),
        cells=_lines(folder, "table*.jsonl", CellQuestion),
        unanswerable=_lines(folder, "unanswerable*.jsonl", Unanswerable),
        lookups=_lines(folder, "lookup*.jsonl", Lookup),
        languages=_lines(folder, "langid*.jsonl", LanguageQuery),
        tables=_tables(folder),
        conversations=_lines(folder, "conversations*.jsonl", FollowUp),
    )
    if sets == QuestionSets():
        raise CorpusUnreadable(file=str(folder), reason="no questions here")
    return sets


def _lines(folder: Path, pattern: str, model: type[_Model]) -> tuple[_Model, ...]:
    found: dict[str, _Model] = {}
    for place, line in _placed(folder, pattern):
        question = _question(model, place, line)
        case = question.id if isinstance(question, _Numbered) else place
        if case in found:
            raise CorpusUnreadable(file=place, reason=f"the id {case} is taken")
        found[case] = question
    return tuple(found.values())


def _placed(folder: Path, pattern: str) -> Iterator[tuple[str, str]]:
    for file in sorted(folder.glob(pattern)):
        for number, line in enumerate(_read(file).split("\n"), start=1):
            if line.strip():
                yield f"{file}:{number}", line


def _question(model: type[_Model], place: str, line: str) -> _Model:
    try:
        return model.model_validate_json(line)
    except ValidationError as invalid:
        raise _unreadable(place, invalid) from invalid


def _tables(folder: Path) -> tuple[KnownTable, ...]:
    found: list[KnownTable] = []
    for file in sorted(folder.glob("tables*.json")):
        try:
            found += TypeAdapter(list[KnownTable]).validate_json(_read(file))
        except ValidationError as invalid:
            raise _unreadable(str(file), invalid) from invalid
    return tuple(found)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise CorpusUnreadable(file=str(file), reason=str(fault)) from fault


def _unreadable(place: str, invalid: ValidationError) -> CorpusUnreadable:
    first = invalid.errors()[0]
    field = ".".join(str(part) for part in first["loc"])
    return CorpusUnreadable(file=place, reason=f"{field}: {first['msg']}" if field else first["msg"])
