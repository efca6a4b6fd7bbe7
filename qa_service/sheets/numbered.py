"""Which lines of a list open a numbered paragraph, which are headings, and which go on."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_service.sheets.grammar import grammar
from qa_service.sheets.lines import Line

LONGEST_HEADING = 150
LONGEST_JUMP = 20
"""Numbers that a list may leave out; a larger jump is a number at the start of a broken line."""

_COMPLETE = re.compile(r"[.;:?!…][\"»”)]*$")
_UNFINISHED = re.compile(r"[.;:,?!…–—-]$")
_NO_HEADING = re.compile(r"^(?:[-–—•*·]\s|\(?[^\W\d_]\)|[^\W\d_A-ZА-ЯЁӘҒҚҢӨҰҮҺІ])")


@dataclass(frozen=True, slots=True)
class Numbered:
    """A numbered paragraph, its lines kept apart by "\\n", and the heading that it stands under."""

    number: str
    heading: str
    text: str


def numbered_paragraphs(lines: Sequence[Line]) -> tuple[Numbered, ...]:
    """The numbered paragraphs in order; what stands before the first or right below a heading is left out."""
    reader = _Reader()
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        reader.take(line, following)
    return tuple(reader.paragraphs())


class _Reader:
    """Takes line by line and remembers what the next one is read by."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, list[str]]] = []
        self._heading = ""
        self._is_open = False
        self._last = 0

    def paragraphs(self) -> Iterator[Numbered]:
        """What was collected."""
        for number, heading, texts in self._found:
            yield Numbered(number, heading, "\n".join(texts))

    def take(self, line: Line, following: Line | None) -> None:
        """Reads one line; `following` is the next."""
        number = grammar().number.match(line.text)
        if number and self._goes_on(number["number"], line):
            self._last, self._is_open = _main(number["number"]), True
            self._found.append((number["number"], self._heading, [line.text[number.end() :]]))
        elif self._is_heading(line, following):
            self._heading, self._is_open = line.text, False
        elif self._is_open:
            self._found[-1][2].append(line.text)

    def _goes_on(self, number: str, line: Line) -> bool:
        """Whether a number continues the list: a line that is broken before one, or a decimal, does not."""
        main = _main(number)
        if not self._found:
            return True
        if main == self._last:
            return line.apart or "." in number
        begins = line.apart or self._is_complete()
        return begins and (main == 1 or self._last < main <= self._last + LONGEST_JUMP)

    def _is_heading(self, line: Line, following: Line | None) -> bool:
        text = line.text
        if len(text) > LONGEST_HEADING or _NO_HEADING.match(text) or not self._is_complete():
            return line.heading
        if line.heading or grammar().heading.match(text):
            return True
        begins = line.apart or (following is not None and bool(grammar().number.match(following.text)))
        return begins and not _UNFINISHED.search(text)

    def _is_complete(self) -> bool:
        """Whether the paragraph so far may end here."""
        return not self._is_open or bool(_COMPLETE.search(self._found[-1][2][-1].rstrip()))


def _main(number: str) -> int:
    return int(number.partition(".")[0])
