"""An error in a reader's words: one sentence, the same over HTTP and in the terminal."""

from qa_service.errors import ConversationInvalid, DraftUnreadable, QueryInvalid, ServiceError
from qa_service.language.phrases import phrase


def told(error: ServiceError, language: str) -> str:
    """What went wrong, in `language` (kk, ru or en)."""
    values = dict(error.values)
    if isinstance(error, QueryInvalid | DraftUnreadable | ConversationInvalid):
        values["reason"] = phrase(f"reason.{values['reason']}", language)
    return phrase(f"error.{error.slug}", language, **values)
