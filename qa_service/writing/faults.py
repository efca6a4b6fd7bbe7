"""What can go wrong with a model's server, as outcomes of this room."""

from collections.abc import Sequence

import httpx2
from openai import (
    APIConnectionError,
    APIStatusError,
    APITimeoutError,
    InternalServerError,
    OpenAIError,
    RateLimitError,
)

from qa_service.writing.protocol import ModelFailed
from qa_service.writing.records import Failure

FAULTS = (OpenAIError, httpx2.HTTPError, httpx2.StreamError, ValueError, RecursionError)
"""Of the package, of the connection, and of data that is no JSON or one inside the other without end."""


def failed(fault: Exception) -> ModelFailed:
    """What a fault of the package, of the connection or of the data means for the service."""
    kinds: Sequence[tuple[type[Exception], Failure]] = (
        (APITimeoutError, Failure.SLOW),
        (APIConnectionError, Failure.UNREACHABLE),
        (RateLimitError, Failure.OVERLOADED),
        (InternalServerError, Failure.BROKEN),
        (APIStatusError, Failure.REFUSED),
    )
    failure = next((failure for kind, failure in kinds if isinstance(fault, kind)), Failure.BROKEN)
    status = f" {fault.status_code}" if isinstance(fault, APIStatusError) else ""
    return ModelFailed(failure, f"{type(fault).__name__}{status}")
