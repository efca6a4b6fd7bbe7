"""What a question is about, and which of its words another one may take the place of."""

from collections.abc import Iterator, Sequence

from qa_service.conversation.phrases import manner_of
from qa_service.conversation.reading import Reading
from qa_service.language.stems import stem_of

Span = tuple[int, int]
JOINER = "-"
_TOGETHER = 2
_ENDING = 2
_SHORTEST_VERB = 4
_GENITIVE_FIRST = "kk"
"""The language that says "of children the number"."""


def subject(reading: Reading) -> tuple[Span, ...]:
    """The words that a pronoun stands for: what is counted, else all that the question is about."""
    head = _head(reading)
    whole = ((reading.own[0], reading.own[-1] + 1),) if reading.own else ()
    return (head,) if head else whole


def counted(earlier: Reading, later: Reading) -> Span | None:
    """What the earlier question counts, if the later one names something that can be counted instead."""
    head = _head(earlier)
    if head is None or len(later.own) > _TOGETHER or _preposition(later):
        return None
    last, manner = later.words.tokens[later.own[-1]], manner_of(later.language)
    if manner.countable:
        return head if last.endswith(manner.countable) else None
    fits = not last.endswith(manner.inflected)
    return head if fits and (_is_alone(earlier, head) or _is_akin(earlier, head, later)) else None


def _is_alone(reading: Reading, head: Span) -> bool:
    """Whether there is nothing but verbs beside what is counted."""
    others = (index for index in reading.own if not head[0] <= index < head[1])
    return all(_acts(reading, index) for index in others)


def _is_akin(earlier: Reading, head: Span, later: Reading) -> bool:
    """Whether both name things of one kind: they share a word."""
    ours = {stem_of(earlier.words.tokens[index], earlier.language) for index in range(*head)}
    return bool(ours & {stem_of(later.words.tokens[index], later.language) for index in later.own})


def parallel(earlier: Reading, later: Reading) -> Span | None:
    """The words of the earlier question that stand in it as the later one's words would: behind the same
    preposition, else with the same ending."""
    preposition = _preposition(later)
    if preposition:
        return _behind(earlier, preposition)
    if earlier.language != later.language:
        return None
    ending = later.words.tokens[later.own[-1]][-_ENDING:]
    alike = [index for index in earlier.own if earlier.words.tokens[index].endswith(ending)]
    return (alike[-1], alike[-1] + 1) if alike else None


def _head(reading: Reading) -> Span | None:
    """The words behind "how many" or, in Kazakh, before "the number of"."""
    if not reading.counting:
        return None
    first, last = reading.counting[0], reading.counting[-1]
    behind = next(_runs(reading, [index for index in reading.own if index > last]), None)
    before = [*_runs(reading, [index for index in reading.own if index < first])]
    if reading.language == _GENITIVE_FIRST and not reading.quantity and before:
        return before[-1]
    return behind or (before[-1] if before else None)


def _runs(reading: Reading, indexes: Sequence[int]) -> Iterator[Span]:
    """Neighbouring words, at most two together and verbs apart."""
    run: Span | None = None
    for index in indexes:
        if run and _belongs(reading, run, index):
            run = run[0], index + 1
            continue
        if run:
            yield run
        run = index, index + 1
    if run:
        yield run


def _belongs(reading: Reading, run: Span, index: int) -> bool:
    """Whether a word is the second one of a run."""
    start, end = run
    hyphen = reading.words.tokens[end] == JOINER
    return end == start + 1 and index == end + hyphen and not _acts(reading, index)


def _acts(reading: Reading, index: int) -> bool:
    """Whether a word looks like a verb."""
    token = reading.words.tokens[index]
    return len(token) >= _SHORTEST_VERB and token.endswith(manner_of(reading.language).verbs)


def _preposition(reading: Reading) -> str:
    """The one before the first word that says what a question is about; blank for none."""
    before = reading.words.tokens[reading.own[0] - 1] if reading.own[0] > reading.opened else ""
    return before if before in manner_of(reading.language).before else ""


def _behind(reading: Reading, preposition: str) -> Span | None:
    """The words behind the last such preposition, as far as they say what the question is about."""
    tokens, own = reading.words.tokens, set(reading.own)
    starts = [index for index in own if index and tokens[index - 1] == preposition]
    if not starts:
        return None
    start = end = max(starts)
    while end in own or (end < len(tokens) and tokens[end] == JOINER):
        end += 1
    return start, end
