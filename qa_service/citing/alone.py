"""Whether a text is a reference and nothing else: whoever typed it wants its places, not an answer."""

import re

from qa_service.citing.dates import dates_in
from qa_service.citing.grammar import Grammar, typed_grammar
from qa_service.citing.owners import owners_in
from qa_service.citing.references import Reference, Target, read_reference
from qa_service.citing.spans import Span, blanked
from qa_service.language.alphabet import fold

_LONGEST = {Target.LAW: 8, Target.TABLE: 8, Target.CHAPTER: 8, Target.ACT: 20}
"""Words of a reference with a title; more are a question that mentions one."""

_SAID = re.compile(r"(?<!\w)[^\W\d_]{3,}")
_OTHERWISE = re.compile(r"\d+-?[^\W\d_]+|\w*\d\w*|(?<!\w)[ivx]+(?!\w)")


def kind_alone(text: str) -> str | None:
    """The kind of the reference (a `Target`'s value) that `text` is; None for a question or for words.

    >>> kind_alone("п. 12 заключительных замечаний")
    'observation'
    >>> kind_alone("какие меры приняты по статье 24")
    """
    reference = read_reference(text)
    if reference is None or text.rstrip().endswith("?"):
        return None
    if reference.target is Target.PASSAGE:
        return reference.target.value
    more = _SAID.search(_rest(text)) is not None
    return None if more and not _has_title(reference, text) else reference.target.value


def _has_title(reference: Reference, text: str) -> bool:
    """Whether the words beside a reference can be its title or author: its own word stands first or last."""
    words = fold(text).split()
    longest = 0 if reference.numbers else _LONGEST.get(reference.target, 0)
    return len(words) <= longest and any(not _SAID.search(_rest(end)) for end in (words[0], words[-1]))


def _rest(text: str) -> str:
    """What a text says beside the words and numbers of references."""
    folded = fold(text)
    return _OTHERWISE.sub(" ", blanked(folded, _spans(folded, typed_grammar())))


def _spans(text: str, grammar: Grammar) -> list[Span]:
    patterns = (
        grammar.table,
        grammar.chapter,
        grammar.convention,
        grammar.convention_title,
        grammar.observations,
        grammar.other_treaty,
        grammar.country,
        grammar.act_number,
        grammar.article_after,
        grammar.article_before,
        grammar.part_after,
        grammar.part_before,
        *grammar.counted,
        *grammar.dates,
        *grammar.kinds.values(),
    )
    found = [match.span() for pattern in patterns for match in pattern.finditer(text)]
    found += [owner.span for owner in owners_in(text, grammar)]
    return found + [span for _, span in dates_in(text, grammar)]
