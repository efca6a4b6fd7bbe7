"""A call as a value: what is sent, and how its reply is read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

import httpx
from pydantic import BaseModel, ValidationError

from qa_service.client.errors import ReplyUnreadable, ServiceUnreachable, problem_of
from qa_service.client.retries import Outcome

Result = TypeVar("Result")
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Call(Generic[Result]):
    """One request below the service's address; parameters that are None are left out.

    `read` takes the body of a reply and raises ValidationError for one that it cannot read. A call that
    changes nothing, or the same each time, is `repeatable`.
    """

    method: str
    path: str
    read: Callable[[bytes], Result]
    params: Mapping[str, object] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    repeatable: bool = True

    def request(self, http: httpx.Client | httpx.AsyncClient) -> httpx.Request:
        """What `http`, which knows the address and the key, sends."""
        params: dict[str, Any] = {name: value for name, value in self.params.items() if value is not None}
        headers = {} if self.body is None else {"Content-Type": self.content_type}
        return http.build_request(
            self.method, self.path, params=params or None, content=self.body, headers=headers
        )

    def result(self, outcome: Outcome) -> Result:
        """What came of it. Raises ClientError."""
        if isinstance(outcome, httpx.TransportError):
            raise ServiceUnreachable(outcome) from outcome
        if isinstance(outcome, httpx.RequestError):
            raise ReplyUnreadable(None, str(outcome)) from outcome
        if not outcome.is_success:
            raise problem_of(outcome)
        try:
            return self.read(outcome.content)
        except ValidationError as invalid:
            raise ReplyUnreadable(outcome.status_code, str(invalid)) from invalid


def reading(model: type[Model]) -> Callable[[bytes], Model]:
    """Reads a body as a model; fields that this version does not know are passed over."""
    return model.model_validate_json
