"""The two clients: the same calls, sent in two ways."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any, Generic, ParamSpec, Self, TypeVar, overload

from qa_service.client import drafting, requests
from qa_service.client.call import Call
from qa_service.client.sending import AsyncSender, Sender

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class _Method(Generic[Arguments, Result]):
    """A function that makes a call, as a method that sends it: it gives the result, or an awaitable of it."""

    def __init__(self, make: Callable[Arguments, Call[Result]]) -> None:
        self._make = make
        self.__doc__ = make.__doc__

    @overload
    def __get__(self, sender: Sender, _: type) -> Callable[Arguments, Result]: ...

    @overload
    def __get__(self, sender: AsyncSender, _: type) -> Callable[Arguments, Awaitable[Result]]: ...

    @overload
    def __get__(self, sender: None, _: type) -> Self: ...

    def __get__(self, sender: Sender | AsyncSender | None, _: type) -> Any:
        if sender is None:
            return self

        @wraps(self._make)
        def send(*args: Arguments.args, **kwargs: Arguments.kwargs) -> Any:
            return sender.send(self._make(*args, **kwargs))

        return send


class _Calls:
    """All that can be asked of the service; arguments and replies are those of the functions named."""

    search = _Method(requests.search)
    ask = _Method(requests.ask)
    cite = _Method(requests.cite)
    references = _Method(requests.references)
    suggestions = _Method(requests.suggestions)
    passage = _Method(requests.passage)
    documents = _Method(requests.documents)
    outline = _Method(requests.outline)
    passages = _Method(requests.passages)
    tables = _Method(requests.tables)
    table = _Method(requests.table)
    table_file = _Method(requests.table_file)
    check = _Method(drafting.check)
    make_sheet = _Method(drafting.make_sheet)
    sheet = _Method(drafting.sheet)
    edit_sheet = _Method(drafting.edit_sheet)
    print_sheet = _Method(drafting.print_sheet)
    remove_sheet = _Method(drafting.remove_sheet)
    feedback = _Method(drafting.feedback)
    judgements = _Method(drafting.judgements)
    ready = _Method(requests.ready)


class Client(_Calls, Sender):
    """Asks the service from a thread: `client.ask("...")` gives the reply. Every call raises ClientError."""


class AsyncClient(_Calls, AsyncSender):
    """Asks the service from an event loop: `await client.ask("...")`. Every call raises ClientError."""
