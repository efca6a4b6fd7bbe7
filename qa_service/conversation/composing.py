"""One question out of two: the earlier one for what the later one asks by, or the later one made whole."""

from collections.abc import Callable, Iterator, Sequence

from qa_service.conversation.editing import Edited
from qa_service.conversation.phrases import manner_of
from qa_service.conversation.reading import Facet, Kind, Reading
from qa_service.conversation.subjects import counted, parallel, subject

Name = Callable[[str, str], str]
"""(a place as typed, language) -> what it is called in that language."""

_KEPT = (Kind.PERIOD, Kind.PLACE)
"""What a question that counts something else is still asked for."""


def with_facets(earlier: Reading, later: Reading, name: Name) -> str:
    """The earlier question for the year, place, sex ... that the later one names, or asked otherwise."""
    question = Edited(earlier)
    if later.compares:
        question.ask(later.words.said(later.opened, later.closed))
        return question.text()
    _put_facets(question, earlier, later, name)
    _ask(question, earlier, later)
    return question.text()


def _ask(question: Edited, earlier: Reading, later: Reading) -> None:
    """The later one's way of asking: a question word takes the place of those that there were."""
    if earlier.extremes and later.extremes and not later.asked:
        question.replace(*_extent(earlier.extremes), later.words.said(*_extent(later.extremes)))
    elif later.asked:
        question.ask(later.words.said(*_extent(later.asked + later.intents)))
    elif later.intents:
        question.add("asked", later.words.said(*_extent(later.intents)))
    elif later.quantity and not earlier.counting:
        question.ask(later.words.said(*_extent(later.quantity)))


def with_subject(earlier: Reading, later: Reading, name: Name) -> str:
    """The later question with what its pronouns stand for; blank where the earlier one has nothing such."""
    meant = " ".join(_meant(earlier, later, name))
    question = _unmarked(later)
    question.add("meant", meant)
    return question.text() if meant else ""


def with_another(earlier: Reading, later: Reading, name: Name) -> str:
    """The earlier question about what the later one names instead; blank where there is no place for it."""
    first, last = later.own[0], later.own[-1] + 1
    place = counted(earlier, later) or parallel(earlier, later)
    if place is None:
        return ""
    question = Edited(earlier)
    question.replace(*place, later.words.said(first, last))
    _put_facets(question, earlier, later, name)
    return question.text()


def counting_another(earlier: Reading, later: Reading, name: Name) -> str:
    """The later question for the year and place of the earlier one, unless it names its own."""
    question = _unmarked(later)
    for kind in _KEPT:
        if not later.of(kind):
            for facet in earlier.of(kind):
                question.add(kind, _said(earlier, facet, later.language, name))
    return question.text()


def _extent(tokens: tuple[int, ...]) -> tuple[int, int]:
    return min(tokens), max(tokens) + 1


def _put_facets(question: Edited, earlier: Reading, later: Reading, name: Name) -> None:
    for kind in dict.fromkeys(facet.kind for facet in later.facets):
        named = later.of(kind)
        years = [year for facet in named for year in facet.means] if kind is Kind.PERIOD else []
        phrase = _all_said(later, named, earlier.language, name)
        question.put(kind, phrase, years)


def _unmarked(reading: Reading) -> Edited:
    question = Edited(reading)
    for start, end in ((0, reading.opened), (reading.closed, len(reading.words.tokens))):
        if start < end:
            question.replace(start, end, "")
    return question


def _meant(earlier: Reading, later: Reading, name: Name) -> Iterator[str]:
    kinds = {Kind.PLACE} if "place" in later.stand_ins else set()
    kinds |= {Kind.PERIOD} if "time" in later.stand_ins else set()
    if "thing" in later.stand_ins:
        yield from (earlier.words.said(*span) for span in subject(earlier))
        kinds |= set(Kind) if later.counting else set()
    for facet in earlier.facets:
        if facet.kind in kinds and not later.of(facet.kind):
            yield _said(earlier, facet, later.language, name)


def _all_said(reading: Reading, named: Sequence[Facet], language: str, name: Name) -> str:
    """Facets of one kind, with the "and" between them where they are told in the words of the question."""
    between = range(named[0].end, named[-1].start)
    listed = not {*between} & {*reading.own, *reading.asked, *reading.quantity}
    if language == reading.language and listed:
        return reading.words.said(named[0].start, named[-1].end)
    return ", ".join(_said(reading, facet, language, name) for facet in named)


def _said(reading: Reading, facet: Facet, language: str, name: Name) -> str:
    """A facet in the words of the question, or of another language."""
    typed = reading.words.said(facet.start, facet.end)
    if language == reading.language:
        return typed
    names = manner_of(language).names
    if facet.kind is Kind.PERIOD and facet.means:
        form = "period" if len(facet.means) == 1 else "periods"
        return names[form].format(phrase="–".join(dict.fromkeys(facet.means)))
    if facet.kind is Kind.PLACE:
        return names["place"].format(phrase=name(typed, language))
    return names.get(facet.means[0], typed) if facet.means else typed
