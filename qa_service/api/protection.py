"""What stands before the routes of every server of ours, in one order."""

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from starlette.applications import Starlette
from starlette.middleware.cors import CORSMiddleware
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from qa_service.access.policy import Policy, policy
from qa_service.access.store import KeyStore
from qa_service.api.access import Access
from qa_service.api.connections import MOST_CONNECTIONS
from qa_service.api.deadlines import Deadlines
from qa_service.api.guard import Guard
from qa_service.api.heads import Heads
from qa_service.api.limits import BodyLimit, Crowd, OneLength
from qa_service.api.metrics import Metrics
from qa_service.api.security import HostCheck, SameSite, SecurityHeaders
from qa_service.settings import Settings, listed

LOOPBACK = "127.0.0.1"
METHODS = ("DELETE", "GET", "PATCH", "POST")
SENT_BY_PAGES = ("Authorization", "X-API-Key")
SHOWN_TO_PAGES = ("Location", "Retry-After", "WWW-Authenticate", "X-Request-ID")


def policy_at(address: str, settings: Settings) -> Policy:
    """What holds for whoever asks at an address, given in numbers.

    Raises AddressOpen where others than this machine could ask and QA_KEYS does not say how: a server
    asks this before it listens.
    """
    return policy(settings.keys, settings.rate, address, is_behind_proxy=bool(settings.proxies))


def protect(
    app: Starlette,
    settings: Settings,
    address: str = LOOPBACK,
    files: Mapping[str, int] = MappingProxyType({}),
) -> None:
    """Puts everything before the routes of `app` that a request has to pass. Call it once, last; the
    Host is in `app.state.host`, and what is counted will be in `app.state.metrics`.

    `address` is where `app` will be served, in numbers; `files` are the paths that take larger bodies
    than others, each with its limit in bytes. `cli.serving.configuration` serves it with bounded
    connections. In the order of a request: the client's address from a trusted proxy; security headers;
    a number and a line in the log; one length; a place in the crowd; the host; CORS; pages of other sites;
    keys and rates; time; size.
    Raises AddressOpen as `policy_at`.
    """
    here = policy_at(address, settings)
    # Starlette wraps each around those before it: the last one added meets a request first.
    app.add_middleware(Heads)
    app.add_middleware(BodyLimit, largest=settings.max_body, files=files)
    app.add_middleware(Deadlines, body_seconds=settings.body_seconds, work_seconds=settings.work_seconds)
    app.add_middleware(
        Access, policy=here, store=KeyStore(settings.data), has_public_places=settings.public_places
    )
    _protect_browsers(app, settings, here)
    app.add_middleware(Crowd, most=MOST_CONNECTIONS)
    app.add_middleware(OneLength)
    app.state.metrics = Metrics(lambda: app.state.host)
    app.add_middleware(Guard, metrics=app.state.metrics, logs_questions=settings.log_questions)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(listed(settings.proxies)))


def _protect_browsers(app: Starlette, settings: Settings, here: Policy) -> None:
    origins = listed(settings.cors_origins)
    app.add_middleware(SameSite, origins=origins)
    app.add_middleware(
        CORSMiddleware,
        allow_origins=origins,
        allow_methods=METHODS,
        allow_headers=SENT_BY_PAGES,
        expose_headers=SHOWN_TO_PAGES,
    )
    # A page that has a name of its own point here has no key: where one is needed, any name may be ours.
    if settings.hosts or not here.needs_keys:
        app.add_middleware(HostCheck, names=_names(settings), takes_numbers=not here.is_local)


def _names(settings: Settings) -> frozenset[str]:
    """The names by which the service may be asked."""
    public = urlsplit(settings.address).hostname
    return frozenset(name.lower() for name in (*listed(settings.hosts), public) if name)
