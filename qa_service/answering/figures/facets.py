"""What a question asks by, and what a row or a column stands for, read alike: period, place, sex, age ..."""

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import islice, takewhile

from qa_service.answering.figures.ages import Age, read_ages
from qa_service.answering.figures.lexicon import Match, read_lexicon
from qa_service.answering.figures.periods import Period, read_periods
from qa_service.answering.figures.signs import AND, read_signs
from qa_service.answering.figures.spelling import respell
from qa_service.answering.figures.tokens import tokenize
from qa_service.language.stems import stems

COUNTRY = "kz"
GENITIVE_FIRST = "kk"
"""The language that says "of children the number"."""
_HEAD = 2
_CLAUSE_ENDS = frozenset(",;()")


class Cue(StrEnum):
    """What a phrase of `data/cues.tsv` says."""

    QUANTITY = "quantity"
    COUNT = "count"
    FIGURE = "figure"
    PERCENT = "percent"
    RATE = "rate"
    MONEY = "money"
    AVERAGE = "average"
    TOTAL = "total"
    URBAN = "urban"
    RURAL = "rural"
    MALE = "male"
    FEMALE = "female"
    BOTH = "both"
    TREND = "trend"
    MOST = "most"
    LEAST = "least"
    WHERE = "where"
    WHEN = "when"
    BY_PLACE = "by-place"
    DIFFERENCE = "difference"
    RATIO = "ratio"
    GROWTH = "growth"
    PLAIN = "plain"
    IDLE = "idle"
    SINCE = "since"
    PLACES = "places"
    PER = "per"
    EXCEPT_BEFORE = "except-before"
    EXCEPT_AFTER = "except-after"


MEASURES = frozenset({Cue.COUNT, Cue.PERCENT, Cue.RATE, Cue.MONEY})
SETTLEMENTS = frozenset({Cue.URBAN, Cue.RURAL})
SEXES = frozenset({Cue.MALE, Cue.FEMALE})
_WORDLESS = frozenset(Cue) - {Cue.RATE, Cue.AVERAGE, Cue.MONEY, Cue.PLAIN, Cue.IDLE, Cue.SINCE}


@dataclass(frozen=True, slots=True)
class Facets:
    """`words` are those that are left: they say what is counted, but for those that are `idle` on their own.

    `places` hold the readings of each name; `heads` index the words that stand where a question says
    what it counts; `joined` tells that it says "and".
    """

    periods: tuple[Period, ...] = ()
    moment: tuple[int, int] | None = None
    places: tuple[tuple[str, ...], ...] = ()
    ages: tuple[Age, ...] = ()
    sexes: frozenset[str] = frozenset()
    settlements: frozenset[str] = frozenset()
    cues: frozenset[str] = frozenset()
    words: tuple[str, ...] = ()
    idle: frozenset[str] = frozenset()
    heads: frozenset[int] = frozenset()
    joined: bool = False

    @property
    def measures(self) -> frozenset[str]:
        """The kinds of figure that the words name."""
        return self.cues & MEASURES


def read_facets(text: str, language: str) -> Facets:
    """The facets of a question, a title or a label."""
    tokens = respell(tokenize(text), language)
    signs = read_signs(tokens, language)
    periods = read_periods(signs)
    ages, aged = read_ages(signs)
    places = read_lexicon("places").find(tokens, language)
    used = periods.used | aged | _tokens(places)
    cues = [match for match in read_lexicon("cues").find(tokens, language) if match.start not in used]
    said = frozenset(meaning for match in cues for meaning in match.meanings)
    said |= {Cue.SINCE} if periods.since else frozenset()
    used |= _tokens(match for match in cues if _WORDLESS.issuperset(match.meanings))
    idle = _tokens(match for match in cues if Cue.IDLE in match.meanings)
    used |= _excepted(cues, tokens, used)
    left = [index for index, token in enumerate(tokens) if index not in used and token.isalnum()]
    counted = _heads(cues, used | idle, tokens, language)
    return Facets(
        periods=periods.named,
        moment=periods.moment,
        places=tuple(match.meanings for match in places),
        ages=ages,
        sexes=frozenset() if Cue.BOTH in said or said >= SEXES else said & SEXES,
        settlements=said & SETTLEMENTS,
        cues=said,
        idle=frozenset(tokens[index] for index in idle),
        words=tuple(tokens[index] for index in left),
        joined=any(sign == AND and index not in used for index, sign in enumerate(signs.text)),
        heads=frozenset(place for place, index in enumerate(left) if index in counted),
    )


def _excepted(cues: Sequence[Match], tokens: Sequence[str], used: Container[int]) -> frozenset[int]:
    """The words that a question leaves out: beside "not counting", as far as the clause or a facet goes."""
    found: set[int] = set()
    for match in cues:
        spans = {
            Cue.EXCEPT_AFTER: range(match.end, len(tokens)),
            Cue.EXCEPT_BEFORE: range(match.start - 1, -1, -1),
        }
        for index in spans.get(Cue(match.meanings[0]), ()):
            if tokens[index] in _CLAUSE_ENDS or index in used:
                break
            found.add(index)
    return frozenset(found)


def _heads(
    cues: Sequence[Match], used: Container[int], tokens: Sequence[str], language: str
) -> frozenset[int]:
    """The words after "how many", and those beside "number of": after it or, in Kazakh, before it."""
    found: list[int] = []
    for match in cues:
        follow = _said(range(match.end, len(tokens)), used, tokens, language)
        precede = _said(range(match.start - 1, -1, -1), used, tokens, language)
        genitive_first = language == GENITIVE_FIRST
        if Cue.QUANTITY in match.meanings:
            found += follow or (precede[:1] if genitive_first else [])
        elif Cue.COUNT in match.meanings:
            found += precede[:1] if genitive_first else follow or precede
    return frozenset(found)


def _said(places: Iterable[int], used: Container[int], tokens: Sequence[str], language: str) -> list[int]:
    """The first words that say something, as far as the next stop word."""
    run = takewhile(lambda index: index in used or stems(tokens[index], language), places)
    return list(islice((index for index in run if index not in used), _HEAD))


def _tokens(matches: Iterable[Match]) -> frozenset[int]:
    return frozenset(index for match in matches for index in range(match.start, match.end))
