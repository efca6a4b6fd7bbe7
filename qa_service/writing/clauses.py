"""Which of the figures of one sentence is meant: the words that are said of each tell."""

from collections.abc import Iterable

from qa_service.checking.comparing import comparable, equals
from qa_service.checking.facts import Fact
from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Mention, Sentence
from qa_service.writing.bindings import End, bound_words, end_of_change
from qa_service.writing.cells import Tokens


def is_said_of_another(mention: Mention, sentence: Sentence, fact: Fact, facts: Iterable[Fact]) -> bool:
    """Whether a figure stands where the source has another figure of the same sentence: among its words, or
    at its end of a change.

    "543 girls" of "543 boys, 300 girls", "from 98 to 146" of "from 146 to 98". False for cells, which have
    names, and for a fact in another language.
    """
    if fact.place.column is not None or fact.setting.language != sentence.language:
        return False
    source = read_sentence(fact.setting.subject[-1], fact.setting.language)
    end = end_of_change(source, fact.mention)
    if _differ(end, end_of_change(sentence, mention)):
        return True
    others = [other.mention for other in facts if other.setting is fact.setting and other is not fact]
    rivals = [each for each in others if _are_alike(mention, each) and not equals(mention, each)]
    said, told = bound_words(sentence, mention), bound_words(source, fact.mention)
    return any(
        _fits_better(said, bound_words(source, rival), told)
        for rival in rivals
        # The two ends of a change are said of the same thing.
        if not _differ(end, end_of_change(source, rival))
    )


def _are_alike(one: Mention, other: Mention) -> bool:
    """Whether two figures could be taken for each other; an age or the 1000 of a rate is no value of it."""
    return comparable(one, other) and (one.unit or "") == (other.unit or "")


def _differ(one: End | None, other: End | None) -> bool:
    return one is not None and other is not None and one is not other


def _fits_better(said: Tokens, rival: Tokens, told: Tokens) -> bool:
    """Whether something that tells a rival is said, and nothing of what tells the figure."""
    return bool(told - rival and (rival - told) & said) and not (told - rival) & said
