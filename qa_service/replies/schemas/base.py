"""What every reply shares."""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

Language = Annotated[str, Field(description="ISO 639-1 code: kk, ru, en; `other` for anything else.")]
Spoken = Literal["kk", "ru", "en"]
Span = tuple[int, int]
Lines = Annotated[Span, Field(description="First and last line of the source file, counted from 1.")]
Highlights = Annotated[list[Span], Field(description="`[start, end]` character offsets into `text`.")]
Took = Annotated[float, Field(description="Time that the service worked on the reply, in milliseconds.")]


class Reply(BaseModel):
    """A reply; built once from the service's records and never changed."""

    model_config = ConfigDict(frozen=True)

    def to_json(self) -> bytes:
        """UTF-8, not ASCII-escaped; written straight from the model, for a reply needs no second check."""
        return self.__pydantic_serializer__.to_json(self)
