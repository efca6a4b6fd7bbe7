"""What is wrong with the fields that somebody sent, in words; the same over HTTP and for tools."""

from collections.abc import Iterable, Mapping
from typing import Any

from qa_service.language.phrases import phrase
from qa_service.replies.schemas import FieldProblem

KNOWN_FAULTS = {
    "missing": "missing",
    "extra_forbidden": "unknown",
    "string_type": "not-text",
    "string_unicode": "not-text",
    "int_type": "not-a-number",
    "int_parsing": "not-a-number",
    "int_parsing_size": "not-a-number",
    "greater_than_equal": "at-least",
    "less_than_equal": "at-most",
    "too_short": "at-least",
    "too_long": "at-most",
    "enum": "not-a-choice",
    "literal_error": "not-a-choice",
}
MOST_FIELDS = 10
LONGEST_NAME = 50


def field_problems(faults: Iterable[Mapping[str, Any]], language: str) -> tuple[FieldProblem, ...]:
    """The first `MOST_FIELDS` of pydantic's errors; their values are never repeated.

    The path of each (`loc`) names the field; a name that the sender made up is cut short.
    """
    return tuple(_field(one, language) for _, one in zip(range(MOST_FIELDS), faults, strict=False))


def listed(fields: Iterable[FieldProblem]) -> str:
    """The problems in one line."""
    return "; ".join(f"{one.field}: {one.message}" for one in fields)


def _field(one: Mapping[str, Any], language: str) -> FieldProblem:
    key = KNOWN_FAULTS.get(one["type"], "not-usable")
    bound = _bound(one.get("ctx", {}))
    name = ".".join(str(part) for part in one["loc"])
    return FieldProblem(field=_showable(name), message=phrase(f"field.{key}", language, bound=bound))


def _bound(context: Mapping[str, Any]) -> object:
    """What a value must not pass: of a list its length, of a choice its values, without an English "or"."""
    if "expected" in context:
        return str(context["expected"]).replace("' or '", "', '")
    lengths = (context[name] for name in ("min_length", "max_length") if name in context)
    return next(lengths, next(iter(context.values()), ""))


def _showable(name: str) -> str:
    """A field's name as it can be sent back: short, and without the halves of characters."""
    return name[:LONGEST_NAME].encode("utf-8", "replace").decode("utf-8")
