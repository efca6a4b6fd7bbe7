"""What can go wrong, in the domain's words.

An error names its kind and the values a reader needs; it knows no status code and no language. The
edges turn it into a reply: `language.phrases` words it under `error.<slug>` and `api.problems` gives
it a status.
"""

import re
from typing import ClassVar

_WORD = re.compile(r"(?<!^)(?=[A-Z])")


class ServiceError(Exception):
    """Base of the family. `slug` names the kind over the wire and in the phrases: PassageUnknown is
    "passage-unknown". `values` fill the placeholders of its phrase."""

    slug: ClassVar[str] = "service"

    def __init_subclass__(cls) -> None:
        cls.slug = _WORD.sub("-", cls.__name__).lower()

    def __init__(self, **values: object) -> None:
        super().__init__(self.slug, values)
        self.values = values

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.slug}: {told}" if told else self.slug


class SettingInvalid(ServiceError):
    """A QA_* variable is unknown or holds a value that cannot be used. Values: name, value, reason."""


class CorpusUnreadable(ServiceError):
    """A file of the corpus is missing, empty, not UTF-8 or breaks its own rules. Values: file, reason."""


class StorageFull(ServiceError):
    """Writing failed and what was there before still stands. Values: folder, reason."""


class IndexMissing(ServiceError):
    """There is no snapshot to open. Values: folder."""


class IndexMismatch(ServiceError):
    """The snapshot was made by another model, corpus or version. Values: what, expected, found."""


class IndexDamaged(ServiceError):
    """A file of the snapshot is missing, truncated or not ours. Values: file, reason."""


class ModelUnavailable(ServiceError):
    """The embedding model cannot be loaded. Values: model, reason."""


class QueryInvalid(ServiceError):
    """A query is blank, too long or not text. Values: reason."""


class ConversationInvalid(ServiceError):
    """A chat holds no question, or more than is read. Values: reason."""


class ModelUnknown(ServiceError):
    """A chat asks a model that is not served here. Values: model, known."""


class PassageUnknown(ServiceError):
    """No passage has this id. Values: id."""


class DocumentUnknown(ServiceError):
    """No document has this id. Values: id."""


class EditionUnknown(ServiceError):
    """There is no edition in this language. Values: language, known."""


class TableUnknown(ServiceError):
    """The document has no table of this number. Values: number, known."""


class CellUnknown(ServiceError):
    """A table has no such row or column. Values: table, row, column (both from 1)."""


class DraftUnreadable(ServiceError):
    """A file that somebody sent is no text or Word file that may be read. Values: reason."""


class IssuesMissing(ServiceError):
    """A list of issues has no numbered paragraph."""


class IssuesTooMany(ServiceError):
    """A list of issues is too long for one sheet. Values: found, most."""


class SheetUnknown(ServiceError):
    """There is no sheet of this id. Values: id."""


class IssueUnknown(ServiceError):
    """A sheet has no issue of this key. Values: key."""


class EvidenceUnknown(ServiceError):
    """An issue has no piece of evidence of this number. Values: key, number."""


class SheetsTooMany(ServiceError):
    """Too many sheets wait to be worked on. Values: waiting."""


class JudgementUnknown(ServiceError):
    """There is no judgement of this id. Values: id."""


class JudgementsTooMany(ServiceError):
    """So many judgements are kept that no more are taken. Values: kept."""


class AddressOpen(ServiceError):
    """Others than this machine could ask, and nobody said whether they need keys. Values: address."""


class KeyMissing(ServiceError):
    """A request needs an API key and came without one."""


class KeyRefused(ServiceError):
    """A key is wrong, expired or withdrawn; which of these is told to nobody."""


class KeyNameTaken(ServiceError):
    """A key of this name is in use. Values: name."""


class KeyUnknown(ServiceError):
    """No key of this name or id is in use. Values: key."""


class ScopeMissing(ServiceError):
    """A request needs a scope that its key does not have. Values: scope."""


class RateExceeded(ServiceError):
    """A client sends more requests than it may. Values: seconds (until it may send the next)."""


class TooBusy(ServiceError):
    """More calls wait than can be served soon. Values: waiting."""


class WorkSlow(ServiceError):
    """A reply did not begin in time. Values: seconds (that it had)."""


class HostUnknown(ServiceError):
    """A request is meant for a host that this service is not."""


class CrossSite(ServiceError):
    """A page of another site made a browser send a request that it may not send."""


class TelegramTokenMissing(ServiceError):
    """The Telegram bot was started without a token."""


class TelegramTokenRefused(ServiceError):
    """The Bot API does not know the token of the Telegram bot. Values: url."""
