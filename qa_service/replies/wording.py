"""An error in a reader's words and language: one sentence, the same at every edge."""

from qa_service.errors import ConversationInvalid, DraftUnreadable, QueryInvalid, ServiceError
from qa_service.language.detection import detect
from qa_service.language.phrases import LANGUAGES, phrase

ENOUGH = 2_000
"""Characters that tell a language; a longer text is refused anyway."""


def told(error: ServiceError, language: str) -> str:
    """What went wrong, in `language` (kk, ru or en)."""
    values = dict(error.values)
    if isinstance(error, QueryInvalid | DraftUnreadable | ConversationInvalid):
        values["reason"] = phrase(f"reason.{values['reason']}", language)
    return phrase(f"error.{error.slug}", language, **values)


def language_told_by(text: str) -> str | None:
    """The language in which to answer what somebody typed; None where it tells none that is spoken here."""
    language = detect(text[:ENOUGH]) if text.strip() else None
    return language if language in LANGUAGES else None
