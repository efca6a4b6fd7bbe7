"""What can go wrong, in the domain's words.

An error names its kind (`slug`) and the values a reader needs; it knows no status code and no
language. The edges turn it into a reply: `language.phrases` words it under `error.<slug>` and
`api.problems` gives it a status.
"""

from typing import ClassVar


class ServiceError(Exception):
    """Base of the family. `values` fill the placeholders of the phrase `error.<slug>`."""

    slug: ClassVar[str] = "service"

    def __init__(self, **values: object) -> None:
        super().__init__(self.slug, values)
        self.values = values

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.values.items())
        return f"{self.slug}: {told}" if told else self.slug


class SettingInvalid(ServiceError):
    """A QA_* variable is unknown or holds a value that cannot be used. Values: name, value, reason."""

    slug = "setting-invalid"


class QueryInvalid(ServiceError):
    """A query is blank, too long or not text. Values: reason."""

    slug = "query-invalid"


class PassageUnknown(ServiceError):
    """No passage has this id. Values: id."""

    slug = "passage-unknown"


class DocumentUnknown(ServiceError):
    """No document has this id. Values: id."""

    slug = "document-unknown"


class EditionUnknown(ServiceError):
    """There is no edition in this language. Values: language, known."""

    slug = "edition-unknown"


class TableUnknown(ServiceError):
    """The document has no table of this number. Values: number, known."""

    slug = "table-unknown"


class DraftUnreadable(ServiceError):
    """A file that somebody sent is no text or Word file that may be read. Values: reason."""

    slug = "draft-unreadable"


class ModelUnknown(ServiceError):
    """A chat asks a model that is not served here. Values: model, known."""

    slug = "model-unknown"


class ConversationInvalid(ServiceError):
    """A chat holds no question, or more than is read. Values: reason."""

    slug = "conversation-invalid"


class CorpusUnreadable(ServiceError):
    """A file of the corpus is missing, empty, not UTF-8 or breaks its own rules. Values: file, reason."""

    slug = "corpus-unreadable"


class IndexMissing(ServiceError):
    """There is no snapshot to open. Values: folder."""

    slug = "index-missing"


class IndexMismatch(ServiceError):
    """The snapshot was made by another model, corpus or version. Values: what, expected, found."""

    slug = "index-mismatch"


class IndexDamaged(ServiceError):
    """A file of the snapshot is missing, truncated or not ours. Values: file, reason."""

    slug = "index-damaged"


class StorageFull(ServiceError):
    """Writing failed and what was there before still stands. Values: folder, reason."""

    slug = "storage-full"


class ModelUnavailable(ServiceError):
    """The embedding model cannot be loaded. Values: model, reason."""

    slug = "model-unavailable"


class IssuesMissing(ServiceError):
    """A list of issues has no numbered paragraph."""

    slug = "issues-missing"


class IssuesTooMany(ServiceError):
    """A list of issues is too long for one sheet. Values: found, most."""

    slug = "issues-too-many"


class SheetUnknown(ServiceError):
    """There is no sheet of this id. Values: id."""

    slug = "sheet-unknown"


class IssueUnknown(ServiceError):
    """A sheet has no issue of this key. Values: key."""

    slug = "issue-unknown"


class EvidenceUnknown(ServiceError):
    """An issue has no piece of evidence of this number. Values: key, number."""

    slug = "evidence-unknown"


class SheetsTooMany(ServiceError):
    """Too many sheets wait to be worked on. Values: waiting."""

    slug = "sheets-too-many"


class AddressOpen(ServiceError):
    """Others than this machine could ask, and nobody said whether they need keys. Values: address."""

    slug = "address-open"


class KeyMissing(ServiceError):
    """A request needs an API key and came without one."""

    slug = "key-missing"


class KeyRefused(ServiceError):
    """A key is wrong, expired or withdrawn; which of these is told to nobody."""

    slug = "key-refused"


class ScopeMissing(ServiceError):
    """A request needs a scope that its key does not have. Values: scope."""

    slug = "scope-missing"


class RateExceeded(ServiceError):
    """A client sends more requests than it may. Values: seconds (until it may send the next)."""

    slug = "rate-exceeded"


class HostUnknown(ServiceError):
    """A request is meant for a host that this service is not."""

    slug = "host-unknown"


class CrossSite(ServiceError):
    """A page of another site made a browser send a request that it may not send."""

    slug = "cross-site"


class WorkSlow(ServiceError):
    """A reply did not begin in time. Values: seconds (that it had)."""

    slug = "work-slow"


class CellUnknown(ServiceError):
    """A table has no such row or column. Values: table, row, column (both from 1)."""

    slug = "cell-unknown"


class JudgementUnknown(ServiceError):
    """There is no judgement of this id. Values: id."""

    slug = "judgement-unknown"


class JudgementsTooMany(ServiceError):
    """So many judgements are kept that no more are taken. Values: kept."""

    slug = "judgements-too-many"


class KeyNameTaken(ServiceError):
    """A key of this name is in use. Values: name."""

    slug = "key-name-taken"


class KeyUnknown(ServiceError):
    """No key of this name or id is in use. Values: key."""

    slug = "key-unknown"


class TelegramTokenMissing(ServiceError):
    """The Telegram bot was started without a token."""

    slug = "telegram-token-missing"


class TelegramTokenRefused(ServiceError):
    """The Bot API does not know the token of the Telegram bot. Values: url."""

    slug = "telegram-token-refused"
