"""What each tool takes; `search` and `ask` take the bodies of the HTTP API."""

from typing import Annotated

from pydantic import Field, StrictInt

from qa_service.mcp.descriptions import DESCRIPTIONS
from qa_service.replies.schemas import Cited
from qa_service.replies.schemas.requests import Request, Text, whole_characters

Identifier = Annotated[
    str,
    whole_characters,
    Field(max_length=200, description="An id exactly as a reply gives it, such as P2100000942.ru.2556."),
]
Edition = Annotated[
    str | None,
    Field(pattern="^[a-z]{2}$", description="Language of the edition, such as ru; else the official one."),
]


class CiteRequest(Request):
    """Find every place that a reference names."""

    reference: Annotated[Text, Field(description=DESCRIPTIONS["cite"]["reference"])]
    limit: StrictInt = Field(10, ge=1, le=50, description="Most places to return.")
    form: Cited = "footnote"


class TableRequest(Request):
    """Give one annex table, cell by cell."""

    number: StrictInt = Field(ge=1, description="The number of the table in the annex.")
    language: Edition = None
    form: Cited = "footnote"


class PassageRequest(Request):
    """Give one passage with its neighbours."""

    id: Identifier
    form: Cited = "footnote"
