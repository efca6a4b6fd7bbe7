"""Cells of tables that a sentence gives: which of them it means, and whether it speaks against the answer."""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from qa_service.answering.records import Figure
from qa_service.checking.comparing import comparable, equals, like_size
from qa_service.checking.facts import Fact
from qa_service.checking.records import Kind, Mention
from qa_service.language.stems import analyze, whole_stems
from qa_service.writing.sources import Source

SAME_SUBJECT = 0.5
"""The share of the words of a cell's names that a sentence has which speaks of the same thing."""

Tokens = frozenset[str]


@lru_cache(maxsize=4096)
def tokens(text: str, language: str) -> Tokens:
    """The stems and the numbers of a text."""
    return frozenset(whole_stems(analyze(text, language)))


def answering_cells(sources: Iterable[Source], figures: Sequence[Figure], language: str) -> tuple[Fact, ...]:
    """The facts of the sources that are the cells which answer, in a language where they have names in it."""
    facts = (fact for source in sources for fact in source.facts if fact.place.column is not None)
    cells = tuple(fact for fact in facts if any(_is(fact, figure) for figure in figures))
    return tuple(cell for cell in cells if cell.setting.language == language) or cells


def _is(fact: Fact, figure: Figure) -> bool:
    """Whether a fact is a cell; official lines tell a row."""
    same_place = fact.place.passage.table == figure.table and fact.place.lines == figure.lines
    return same_place and fact.printed == (figure.pair or figure.value)


def tells_which(fact: Fact, spoken: Tokens, facts: Iterable[Fact]) -> bool:
    """Whether a sentence names the column of a cell, and no other column of its row better.

    True for what is no cell, and for the only cell of its row among `facts`.
    """
    language = fact.setting.language
    beside = {other.place.column for other in facts if _is_beside(fact, other)}
    if fact.place.column is None or not beside:
        return True
    named = len(tokens(fact.place.column, language) & spoken)
    others = (len(tokens(column, language) & spoken) for column in beside if column)
    return named >= max(1, *others)


def names_another_row(fact: Fact, said: Tokens, facts: Iterable[Fact]) -> bool:
    """Whether the words that are said of a figure name another row of the cell's table, and not its own.

    A row that is not named is taken for granted: the total of a table seldom is.
    """
    own, language = fact.place.row or "", fact.setting.language
    rows = {other.place.row for other in facts if _is_below(fact, other)}
    of_table = tokens(" ".join(text for text in fact.setting.subject if text != own), language)
    mine = tokens(own, language) - of_table
    others = (tokens(row, language) - of_table for row in rows if row)
    return any((theirs - mine) & said and not (mine - theirs) & said for theirs in others)


def _is_below(fact: Fact, other: Fact) -> bool:
    """Whether another fact is a cell of the same table and edition, in another row."""
    cells = fact.place.column is not None and other.place.column is not None
    same_table = fact.place.passage.table == other.place.passage.table
    same_edition = fact.setting.language == other.setting.language
    return cells and same_table and same_edition and fact.place.lines != other.place.lines


def _is_beside(fact: Fact, other: Fact) -> bool:
    """Whether another fact is a cell of the same row and edition, in a column of another name."""
    same_row = fact.setting.language == other.setting.language and fact.place.lines == other.place.lines
    return same_row and other.place.column not in (None, fact.place.column)


def contradicts(mention: Mention, spoken: Tokens, found: Sequence[Fact], answers: Sequence[Fact]) -> bool:
    """Whether a figure is another than the answers, though said of the same thing.

    `found` are the facts that say the figure. One that says it of something else, and is told apart by the
    sentence, makes it no contradiction.
    """
    values = [answer for answer in answers if comparable(mention, answer.mention)]
    if mention.kind is not Kind.FIGURE or not found or any(equals(mention, one.mention) for one in values):
        return False
    rivals = [answer for answer in values if like_size(mention, answer.mention)]
    return any(not any(_is_another(fact, spoken, answer) for fact in found) for answer in rivals)


def _is_another(fact: Fact, spoken: Tokens, answer: Fact) -> bool:
    """Whether a fact is about something else: another cell by a name that the sentence says, a passage by its
    year or because the sentence does not speak of what the answer's table is about."""
    if fact.setting.language != answer.setting.language:
        return False
    if fact.place.column is not None:
        return bool((_names(fact) - _names(answer)) & spoken)
    if fact.mention.years and not fact.mention.years & (answer.mention.years or answer.setting.years):
        return True
    subject = [token for text in answer.setting.subject for token in _words(text, answer.setting.language)]
    return sum(token in spoken for token in subject) < SAME_SUBJECT * len(subject)


def _names(fact: Fact) -> Tokens:
    return tokens(f"{fact.place.row or ''} {fact.place.column or ''}", fact.setting.language)


def _words(text: str, language: str) -> Iterable[str]:
    return (token for token in tokens(text, language) if token.isalpha() and len(token) > 2)
