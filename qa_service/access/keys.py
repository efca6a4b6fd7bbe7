"""An API key: what it may do, until when, and how the secret in it is kept."""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from hashlib import sha256

PREFIX = "qa"
ID_BYTES = 6
SECRET_BYTES = 32
LONGEST = 100
"""Characters of a secret that are looked at; ours have 59."""


class Scope(StrEnum):
    """What a key lets its holder do."""

    READ = "read"
    FEEDBACK = "feedback"
    ADMIN = "admin"


@dataclass(frozen=True, slots=True)
class Key:
    """A key without its secret. `rate` is in requests a minute; None: what holds for everybody."""

    id: str
    name: str
    scopes: frozenset[Scope]
    rate: int | None
    created: datetime
    expires: datetime | None = None
    withdrawn: datetime | None = None

    def is_in_force(self, now: datetime) -> bool:
        """Whether the key is neither withdrawn nor expired."""
        return self.withdrawn is None and (self.expires is None or now < self.expires)


def new_secret() -> tuple[str, str]:
    """The id of a new key, which anybody may know, and its secret, which begins with the id."""
    identifier = secrets.token_hex(ID_BYTES)
    return identifier, f"{PREFIX}_{identifier}_{secrets.token_urlsafe(SECRET_BYTES)}"


def id_in(secret: str) -> str | None:
    """The id that a secret begins with; None for what is no secret of ours.

    >>> id_in("qa_0123456789ab_x"), id_in("sk-0123")
    ('0123456789ab', None)
    """
    if len(secret) > LONGEST:
        return None
    prefix, _, rest = secret.partition("_")
    identifier, separator, _ = rest.partition("_")
    return identifier if prefix == PREFIX and separator else None


def digest_of(secret: str) -> bytes:
    """What is kept of a secret.

    A secret holds 256 bits of chance, so nobody can try them all, however fast the hash: SHA-256 is enough.
    Slow hashes with salt are for passwords, which people choose from few; here they would only cost
    time with every request.
    """
    return sha256(secret.encode("utf-8", "surrogatepass")).digest()


def scopes_of(text: str) -> frozenset[Scope]:
    """The scopes of a text as `text_of` makes it."""
    return frozenset(Scope(each) for each in text.split())


def text_of(scopes: Iterable[Scope]) -> str:
    """Scopes as one text, in the order in which they are declared."""
    wanted = set(scopes)
    return " ".join(each for each in Scope if each in wanted)
