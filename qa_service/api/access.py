"""Who gets to a route: with which key, with which scope, and how often."""

import asyncio

from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.types import ASGIApp, Receive, Scope, Send

from qa_service.access import keys
from qa_service.access.keys import Key
from qa_service.access.policy import Policy, is_loopback
from qa_service.access.rates import Rates, client_of
from qa_service.access.store import KeyStore
from qa_service.api.problems import refusal
from qa_service.api.scopes import rule_for
from qa_service.errors import KeyMissing, KeyRefused, RateExceeded, ScopeMissing, ServiceError

FAILURES_A_MINUTE = 10
"""Wrong keys that one client may send in a minute before it is told to wait."""


class Access:
    """Lets a request through to its route, or answers 401, 403 or 429.

    With keys, each has its own rate. Without, each client address has one, and what only an
    administrator may do is done from this machine alone. Wrong keys are told alike and answered 429
    when a client sends too many; right ones always pass, for a secret of 256 bits is not found by
    trying, and nobody should be able to lock out others behind the same address.
    """

    def __init__(self, app: ASGIApp, policy: Policy, store: KeyStore, has_public_places: bool) -> None:
        self._app = app
        self._policy = policy
        self._store = store
        self._has_public_places = has_public_places
        self._rates = Rates()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http":
            try:
                await self._admit(scope)
            except ServiceError as refused:
                answer = refusal(Request(scope), refused, _headers(refused))
                await answer(scope, receive, send)
                return
        await self._app(scope, receive, send)

    async def _admit(self, scope: Scope) -> None:
        rule = rule_for(scope["method"], scope["path"], self._has_public_places)
        if self._policy.needs_keys and rule.scope is not None:
            await self._admit_key(scope, rule.scope)
            return
        is_ours = self._policy.is_local or is_loopback(_address(scope))
        if rule.scope is keys.Scope.ADMIN and not is_ours:
            raise ScopeMissing(scope=rule.scope)
        if rule.is_counted:
            self._rates.take(_client(scope), self._policy.rate)

    async def _admit_key(self, scope: Scope, needed: keys.Scope) -> None:
        key = await self._key_of(scope)
        scope.setdefault("state", {})["key"] = key.name
        rate = self._policy.rate if key.rate is None else key.rate
        self._rates.take(f"key {key.id}", rate)
        if needed not in key.scopes:
            raise ScopeMissing(scope=needed)

    async def _key_of(self, scope: Scope) -> Key:
        sent = secrets_in(Headers(scope=scope))
        if not sent:
            self._rates.take(_client(scope), self._policy.rate)
            raise KeyMissing
        # More than one is nobody's honest request: which of them counts must not depend on the order.
        key = await asyncio.to_thread(self._store.find, sent.pop()) if len(sent) == 1 else None
        if key is None:
            self._rates.take(f"failures of {_client(scope)}", FAILURES_A_MINUTE)
            raise KeyRefused
        return key


def secrets_in(headers: Headers) -> set[str]:
    """The keys that a request shows, as `Authorization: Bearer` or `X-API-Key`."""
    authorizations = (value.partition(" ") for value in headers.getlist("authorization"))
    bearers = {rest.strip() for scheme, _, rest in authorizations if scheme.lower() == "bearer"}
    return bearers | {value.strip() for value in headers.getlist("x-api-key")}


def _client(scope: Scope) -> str:
    return f"client {client_of(_address(scope))}"


def _address(scope: Scope) -> str:
    return scope["client"][0] if scope.get("client") else ""


def _headers(refused: ServiceError) -> dict[str, str]:
    """What RFC 6750 and RFC 6585 want a client to be told beside the problem."""
    match refused:
        case RateExceeded(values=values):
            return {"Retry-After": str(values["seconds"])}
        case KeyMissing():
            return {"WWW-Authenticate": "Bearer"}
        case KeyRefused():
            return {"WWW-Authenticate": 'Bearer error="invalid_token"'}
        case ScopeMissing(values=values):
            return {"WWW-Authenticate": f'Bearer error="insufficient_scope", scope="{values["scope"]}"'}
    return {}
