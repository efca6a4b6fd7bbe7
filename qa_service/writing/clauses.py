"""Which of the figures of one sentence is meant: the words of its clause tell."""

from collections.abc import Iterable

from qa_service.checking.comparing import comparable, equals
from qa_service.checking.facts import Fact
from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Mention, Sentence
from qa_service.checking.surroundings import clauses
from qa_service.writing.cells import Tokens, tokens


def is_said_of_another(mention: Mention, sentence: Sentence, fact: Fact, facts: Iterable[Fact]) -> bool:
    """Whether a figure stands among words that the source has beside another figure of the same sentence.

    "543 girls" of "543 boys, 300 girls": nothing that tells the 543 from the 300 is there, but what tells the
    300 is. False for cells, which have names, and for a fact in another language.
    """
    if fact.place.column is not None or fact.setting.language != sentence.language:
        return False
    others = [other for other in facts if other.setting is fact.setting and other is not fact]
    rivals = [other for other in others if comparable(mention, other.mention)]
    own, mine = _words(sentence, mention), _words_of(fact)
    return any(
        not (mine - theirs) & own and bool((theirs - mine) & own)
        for theirs in (_words_of(rival) for rival in rivals if not equals(mention, rival.mention))
    )


def _words_of(fact: Fact) -> Tokens:
    return _words(read_sentence(fact.setting.subject[0], fact.setting.language), fact.mention)


def _words(sentence: Sentence, mention: Mention) -> Tokens:
    """The words of the clause that a figure stands in, without all figures and their "thousand"s."""
    figures = " ".join(sentence.text[slice(*each.span)] for each in sentence.mentions)
    clause, _ = clauses(sentence, mention)
    return tokens(clause, sentence.language) - tokens(figures, sentence.language)
