"""Whether the figures, dates and references of a sentence stand in the passages that it cites."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from qa_service.answering.figures.lexicon import read_lexicon
from qa_service.answering.figures.tokens import tokenize
from qa_service.checking.comparing import STRICT_UNITS, comparable, equals
from qa_service.checking.facts import Fact
from qa_service.checking.judging import year_fit
from qa_service.checking.mentions import read_sentence
from qa_service.checking.records import Kind, Mention, Sentence, Years
from qa_service.writing.bindings import bound_words
from qa_service.writing.cells import Tokens, contradicts, names_another_row, tells_which, tokens
from qa_service.writing.clauses import is_said_of_another
from qa_service.writing.records import Reason
from qa_service.writing.sources import Source, numerals

_BRACKET = re.compile(r"\([^()]*\)")
TELLING = 2
"""The least number in words that is checked: "one" is an article as often as a number."""


def fault_in_figures(
    text: str, language: str, cited: Sequence[Source], answers: Sequence[Fact]
) -> Reason | None:
    """Why the figures of a sentence do not hold against the passages that it cites; None where they do.

    `answers` are the cells that answer the question: what a sentence says of the same thing must be the
    value of one of them.
    """
    sentence = read_sentence(text, language)
    spoken = tokens(text, language)
    if not _plain_numerals(sentence) <= frozenset().union(*(source.numerals for source in cited)):
        return Reason.FIGURE_UNFOUNDED
    if not in_words(text, language) <= _all_numbers(cited):
        return Reason.FIGURE_UNFOUNDED
    mentions = (_dated(sentence, each) for each in sentence.mentions if not _is_year(each))
    faults = (_fault_of(mention, sentence, spoken, cited, answers) for mention in mentions)
    return next(filter(None, faults), None)


def _fault_of(
    mention: Mention, sentence: Sentence, spoken: Tokens, cited: Sequence[Source], answers: Sequence[Fact]
) -> Reason | None:
    """Why one figure of a sentence does not hold; `spoken` are the words of the sentence."""
    facts = [fact for source in cited for fact in source.facts]
    found = [fact for fact in facts if _same(mention, fact)]
    if contradicts(mention, spoken, found, answers):
        return Reason.FIGURE_CONTRADICTED
    # A counterpart in another language tells only where the own language says nothing.
    spelled = [fact for fact in found if fact.setting.language == sentence.language] or found
    meant = [fact for fact in spelled if not is_said_of_another(mention, sentence, fact, facts)]
    said = bound_words(sentence, mention)
    told = (
        (fact in answers or tells_which(fact, spoken, facts)) and not names_another_row(fact, said, facts)
        for fact in meant
    )
    return None if any(told) or _is_worded(mention, cited) else Reason.FIGURE_UNFOUNDED


def in_words(text: str, language: str) -> frozenset[Decimal]:
    """The numbers that a text says in words: 16 for "шестнадцатилетнего"."""
    matches = read_lexicon("numbers").find(tokenize(text), language)
    values = (Decimal(meaning.split()[0]) for match in matches for meaning in match.meanings)
    return frozenset(value for value in values if value >= TELLING)


def _plain_numerals(sentence: Sentence) -> frozenset[str]:
    """Years, and numerals that are part of no mention: those of tables and chapters, and roman ones."""
    text = sentence.text
    for mention in reversed(sentence.mentions):
        start, end = mention.span
        text = text if _is_year(mention) else f"{text[:start]} {text[end:]}"
    return frozenset(numerals(text))


def _is_year(mention: Mention) -> bool:
    """Whether a mention is a year that stands alone: it must be printed, a period around it is not enough."""
    return mention.kind is Kind.DATE and mention.name.isdigit()


def _all_numbers(cited: Iterable[Source]) -> frozenset[Decimal]:
    """All numbers of the sources, in words or in digits."""
    printed = (value for source in cited for fact in source.facts for value in fact.mention.readings)
    return frozenset({*_worded(cited), *printed})


def _worded(cited: Iterable[Source]) -> frozenset[Decimal]:
    texts = (text for source in cited for text in source.texts)
    return frozenset().union(*(in_words(text.words, text.language) for text in texts))


def _is_worded(mention: Mention, cited: Iterable[Source]) -> bool:
    """Whether a source says in words what the sentence says in digits."""
    counts = mention.kind is Kind.FIGURE and mention.unit not in STRICT_UNITS
    return counts and not mention.readings.isdisjoint(_worded(cited))


def _same(mention: Mention, fact: Fact) -> bool:
    """Whether a fact says the same, of the same years, to the last digit: nothing is rounded."""
    exact = replace(mention, step=Decimal(0))
    alike = comparable(exact, fact.mention) and equals(exact, fact.mention)
    return alike and year_fit(mention, fact) < 1 and not _is_elsewhere(mention.years, fact)


def _is_elsewhere(years: Years, fact: Fact) -> bool:
    text, start = fact.setting.subject[-1], fact.mention.span[0]
    return bool(years) and fact.place.column is None and _is_of_a_bracket(years, text, start)


def _dated(sentence: Sentence, mention: Mention) -> Mention:
    """The mention without a year that may be meant for another figure: "was 1,5 %, and in 2016 1,41 %"."""
    if mention.kind is not Kind.FIGURE or not mention.years:
        return mention
    named = [each.span for each in sentence.mentions if each.kind is Kind.DATE and each.years & mention.years]
    later = [
        each.span for each in sentence.mentions if each.kind is Kind.FIGURE and each.unit == mention.unit
    ]
    is_before = all(mention.span < year for year in named)
    is_shared = is_before and any(year < figure for year in named for figure in later)
    is_bracketed = _is_of_a_bracket(mention.years, sentence.text, mention.span[0])
    return replace(mention, years=frozenset()) if is_shared or is_bracketed else mention


def _is_of_a_bracket(years: Years, text: str, start: int) -> bool:
    """Whether years are named only in a bracket that has a figure of its own, and not the one at `start`:
    2016 is not the year of the first in "1,5 % (in 2016 1,41 %)"."""
    others = [each for each in _BRACKET.finditer(text) if not each.start() < start < each.end()]
    theirs = [each for each in others if _tells_figure(each[0], years)]
    outside = _BRACKET.sub(" ", text)
    return bool(theirs) and not any(str(year) in outside for year in years)


def _tells_figure(bracket: str, years: Years) -> bool:
    read = read_sentence(bracket, "")
    return any(each.kind is Kind.FIGURE for each in read.mentions) and bool(read.years & years)
