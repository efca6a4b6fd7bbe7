"""What is suggested."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What a suggestion leads to."""

    HEADING = "heading"
    ARTICLE = "article"
    OBSERVATION = "observation"
    ACT = "act"
    TABLE = "table"
    QUESTION = "question"


@dataclass(frozen=True, slots=True)
class Suggestion:
    """`text` is shown and `query` asked or looked up; `passage` is the id of the place itself, and `table` a
    table's number, where there is one. A question is no text of the documents: readers might ask it."""

    kind: Kind
    text: str
    query: str
    passage: str | None = None
    table: int | None = None
