"""A question with some of its words put in other words, left out or followed by more."""

from collections.abc import Iterable, Iterator, Sequence

from qa_service.conversation.phrases import manner_of
from qa_service.conversation.reading import Facet, Kind, Reading, is_year

_ENDS = " \t\n?!.,;:…"
_REFINED = (Kind.SEX, Kind.SETTLEMENT)
"""What "in all" is said instead of."""


class Edited:
    """Collects changes to a question; `text` carries them out."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._changes: list[tuple[int, int, str]] = []
        self._added: list[tuple[str, str]] = []

    def put(self, kind: Kind, phrase: str, years: Sequence[str] = ()) -> None:
        """`phrase` instead of what is named of a kind, else added; as many years by their figures only."""
        old = self._reading.of(kind)
        if years and len(old) == 1 and len(old[0].means) == len(years):
            for span, year in zip(_years_in(self._reading, old[0]), years, strict=True):
                self._change(span, year)
            return
        if kind is Kind.TOTAL:
            self._leave_out(facet for refined in _REFINED for facet in self._reading.of(refined))
        if old:
            self._put_instead(old, phrase)
        else:
            self.add(kind, phrase)

    def replace(self, start: int, end: int, phrase: str) -> None:
        """`phrase` instead of the tokens [start, end)."""
        spans = self._reading.words.spans
        self._change((spans[start][0], spans[end - 1][1]), phrase)

    def ask(self, phrase: str) -> None:
        """Another question about the same: without the words that ask, and with `phrase`."""
        for token in {*self._reading.asked, *self._reading.quantity}:
            self.replace(token, token + 1, "")
        self.add("asked", phrase)

    def add(self, where: str, phrase: str) -> None:
        """`phrase` where the language has such."""
        self._added.append((where, phrase))

    def text(self) -> str:
        """The question as it is now."""
        text = self._reading.words.text
        for start, end, phrase in sorted(self._changes, reverse=True):
            text = text[:start] + phrase + text[end:]
        question = _tidy(text)
        for where, phrase in self._added:
            template = manner_of(self._reading.language).added[where]
            begun = self._inside(question) if template.startswith("{phrase}") else question
            question = template.format(question=begun, phrase=phrase)
        question = _tidy(question)
        return f"{question[:1].upper()}{question[1:]}?"

    def _inside(self, question: str) -> str:
        """A question as it goes on within a sentence; of names only places are known as such."""
        name = any(facet.start == 0 for facet in self._reading.of(Kind.PLACE))
        ordinary = question[1:2].islower() and not name
        return question[:1].lower() + question[1:] if ordinary else question

    def _put_instead(self, old: Sequence[Facet], phrase: str) -> None:
        """Instead of the first and, where they are listed one after the other, of all."""
        listed = not {*range(old[0].end, old[-1].start)} & {*self._reading.own}
        last = old[-1] if listed else old[0]
        self.replace(old[0].start, last.end, phrase)
        self._leave_out(facet for facet in old if facet.start >= last.end)

    def _leave_out(self, facets: Iterable[Facet]) -> None:
        for facet in facets:
            self.replace(facet.start, facet.end, "")

    def _change(self, span: tuple[int, int], phrase: str) -> None:
        self._changes.append((*span, phrase))


def _years_in(reading: Reading, facet: Facet) -> Iterator[tuple[int, int]]:
    """Where the figures of each year stand, without an ending that is written to them."""
    for token in range(facet.start, facet.end):
        if is_year(reading.words.tokens[token]):
            start, _ = reading.words.spans[token]
            yield start, start + len(reading.words.tokens[token])


def _tidy(text: str) -> str:
    return " ".join(text.strip(_ENDS).split()).replace(" ,", ",")
