"""How the service is, and what is wrong with a request."""

from pydantic import Field

from qa_service.replies.schemas.base import Reply


class Health(Reply):
    """What runs: the version, and the snapshot that serves once there is one."""

    status: str
    version: str
    generation: str | None = None


class FieldProblem(Reply):
    """A field that cannot be used."""

    field: str
    message: str


class Problem(Reply):
    """RFC 9457: `type` is for machines, `title` and `detail` are in the language of the request."""

    type: str
    title: str
    status: int
    detail: str
    request: str | None = Field(default=None, description="The id under which the server logged the request.")
    errors: tuple[FieldProblem, ...] = ()
