"""Whose article it is: the code, convention or law that a text names beside it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa_service.citing.grammar import Grammar
from qa_service.citing.spans import Span, is_free

CONVENTION = "convention"
OTHER = "other"
"""A law or another convention: its articles are none of ours."""

NEAR = 3


@dataclass(frozen=True, slots=True)
class Owner:
    """What a span of folded text names: CONVENTION, OTHER or the key of a code."""

    name: str
    span: Span


def owners_in(text: str, grammar: Grammar) -> list[Owner]:
    """Everything that can own articles, in order; where two overlap, the longer one."""
    found = [Owner(code.key, match.span()) for code in grammar.codes for match in code.pattern.finditer(text)]
    found += [
        Owner(_treaty(text, match, grammar), match.span()) for match in grammar.convention.finditer(text)
    ]
    others = (grammar.kinds["law"], grammar.title, grammar.other_treaty)
    found += [Owner(OTHER, match.span()) for pattern in others for match in pattern.finditer(text)]
    chosen: list[Owner] = []
    for owner in sorted(found, key=lambda each: each.span[0] - each.span[1]):
        if is_free(owner.span, [other.span for other in chosen]):
            chosen.append(owner)
    chosen.sort(key=lambda each: each.span)
    return _with_bare_codes(text, chosen, grammar)


def owner_of(span: Span, leads: bool, owners: Sequence[Owner], near: int = NEAR) -> Owner | None:
    """The owner at most `near` characters behind articles whose word comes first, or else the last one
    before them."""
    if leads:
        behind = (owner for owner in owners if 0 <= owner.span[0] - span[1] <= near)
        if found := next(behind, None):
            return found
    return next((owner for owner in reversed(owners) if owner.span[1] <= span[0] + 1), None)


def _treaty(text: str, match: re.Match[str], grammar: Grammar) -> str:
    before = text[: match.start()][-60:]
    if grammar.child_rights.search(before):
        return CONVENTION
    behind = grammar.other_convention_behind.match(text, match.end())
    return OTHER if behind or grammar.other_convention.search(before) else CONVENTION


def _with_bare_codes(text: str, owners: Sequence[Owner], grammar: Grammar) -> list[Owner]:
    """Lets "the Code" mean the code that was named last."""
    taken = [owner.span for owner in owners]
    codes = [owner for owner in owners if owner.name not in (CONVENTION, OTHER)]
    told = list(owners)
    for span in (match.span() for match in grammar.code.finditer(text)):
        named = [code for code in codes if code.span[1] <= span[0]]
        if named and is_free(span, taken):
            told.append(Owner(named[-1].name, span))
    return sorted(told, key=lambda owner: owner.span)
