"""Bodies that clients send."""

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StrictInt

Text = Annotated[str, Field(json_schema_extra={"minLength": 1, "maxLength": 2000})]


class Request(BaseModel):
    """A request body; fields that it does not have are refused."""

    model_config = ConfigDict(extra="forbid")


class SearchRequest(Request):
    """Find passages."""

    query: Text
    limit: StrictInt = Field(10, ge=1, le=50, description="Most hits to return.")


class AskRequest(Request):
    """Answer a question."""

    question: Text
    limit: StrictInt = Field(5, ge=1, le=50, description="Most citations to return.")
