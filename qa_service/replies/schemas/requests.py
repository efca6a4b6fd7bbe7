"""Bodies that clients send."""

from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StrictInt
from pydantic_core import PydanticCustomError

from qa_service.citing.citation import Form


def _whole_characters(text: str) -> str:
    """Refuses halves of characters, which JSON can spell ("\\ud800") but UTF-8 cannot."""
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise PydanticCustomError("string_unicode", "half a character")
    return text


whole_characters = AfterValidator(_whole_characters)
Text = Annotated[
    str,
    whole_characters,
    Field(json_schema_extra={"minLength": 1, "maxLength": 2000}, description="Counted after trimming."),
]

LONGEST_HISTORY = 50
Cited = Annotated[Form, Field(description="In what form citations are given.")]


class Request(BaseModel):
    """A request body; fields that it does not have are refused."""

    model_config = ConfigDict(extra="forbid")


class SearchRequest(Request):
    """Find passages."""

    query: Text
    limit: StrictInt = Field(10, ge=1, le=50, description="Most hits to return.")
    form: Cited = "footnote"


class AskRequest(Request):
    """Answer a question."""

    question: Text
    limit: StrictInt = Field(5, ge=1, le=50, description="Most citations to return.")
    form: Cited = "footnote"
    history: list[Annotated[str, whole_characters]] = Field(
        default_factory=list,
        max_length=LONGEST_HISTORY,
        description="Questions asked before this one, oldest first: follow-ups are understood from them.",
    )
