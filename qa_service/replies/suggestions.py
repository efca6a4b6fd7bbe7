"""Suggestions as a reply."""

from dataclasses import asdict
from time import perf_counter

from qa_service.replies.schemas.suggestions import Suggested, SuggestionsReply
from qa_service.replies.timing import milliseconds_since
from qa_service.service import Service


def suggestions(service: Service, typed: str, language: str, limit: int) -> SuggestionsReply:
    """What fits a text that is still being typed, in `language` where anything does."""
    started = perf_counter()
    found = [Suggested(**asdict(each)) for each in service.suggest(typed, language, limit)]
    return SuggestionsReply(
        text=typed,
        language=language,
        suggestions=found,
        took_ms=milliseconds_since(started),
    )
