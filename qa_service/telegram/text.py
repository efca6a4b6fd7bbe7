"""Text with styles, as Telegram takes it: marked by position, so that no letter of it can be markup.

Telegram counts letters in UTF-16 units; here spans count characters, as Python does, until they are sent.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from qa_service.language.sentences import sentence_spans

LONGEST_MESSAGE = 4_096
"""UTF-16 units of one message; Telegram refuses a longer one."""


class Style(StrEnum):
    """The styles in use, by their names in the Bot API."""

    BOLD = "bold"
    ITALIC = "italic"
    CODE = "code"
    GRID = "pre"
    QUOTE = "blockquote"
    FOLDED_QUOTE = "expandable_blockquote"


@dataclass(frozen=True, slots=True)
class Span:
    """A styled stretch of text: from `start` up to `end`, in characters."""

    style: Style
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Text:
    """What is shown, and its styles."""

    shown: str
    spans: tuple[Span, ...] = ()

    def __add__(self, other: "Text") -> "Text":
        moved = (
            Span(each.style, each.start + len(self.shown), each.end + len(self.shown)) for each in other.spans
        )
        return Text(self.shown + other.shown, (*self.spans, *moved))

    def __bool__(self) -> bool:
        return bool(self.shown.strip())

    def within(self, start: int, end: int) -> "Text":
        """The characters from `start` up to `end`, with the parts of the styles that lie there."""
        cut = (
            Span(each.style, max(each.start, start) - start, min(each.end, end) - start)
            for each in self.spans
        )
        return Text(self.shown[start:end], tuple(each for each in cut if each.start < each.end))


def styled(text: str, *styles: Style) -> Text:
    """All of a text in these styles."""
    return Text(text, tuple(Span(style, 0, len(text)) for style in styles if text))


def marked(text: str, stretches: Iterable[tuple[int, int]], style: Style) -> Text:
    """A text with some stretches in a style; what lies outside the text is left out."""
    inside = ((max(start, 0), min(end, len(text))) for start, end in stretches)
    return Text(text, tuple(Span(style, start, end) for start, end in inside if start < end))


def wrapped(text: Text, style: Style) -> Text:
    """All of a text in one more style."""
    return Text(text.shown, (Span(style, 0, len(text.shown)), *text.spans)) if text.shown else text


def joined(parts: Iterable[Text], between: str = "\n\n") -> Text:
    """The parts that are not blank, one after another."""
    whole = Text("")
    for part in filter(None, parts):
        whole = whole + Text(between) + part if whole.shown else part
    return whole


def units(text: str) -> int:
    """The length of a text in UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def pieces(text: Text, longest: int = LONGEST_MESSAGE) -> list[Text]:
    """The text in pieces of at most `longest` UTF-16 units: cut between paragraphs where that is
    possible, else after a sentence, else between words. Together they hold every word, styles kept."""
    found, start, end = [], 0, len(text.shown)
    while start < end:
        cut = _cut(text.shown, start, _reach(text.shown, start, longest))
        piece = text.within(*_trimmed(text.shown, start, cut))
        found += [piece] if piece else []
        start = cut
    return found


def _reach(shown: str, start: int, longest: int) -> int:
    """The last end of a piece that begins at `start` and is short enough."""
    end = min(len(shown), start + longest)
    while units(shown[start:end]) > longest:
        end -= max(1, (units(shown[start:end]) - longest) // 2)
    return end


def _cut(shown: str, start: int, reach: int) -> int:
    if reach == len(shown):
        return reach
    window = shown[start:reach]
    # A piece of a few words only would look torn off: the first half is no place to cut.
    return next((start + cut for cut in _cuts(window) if cut > len(window) // 2), reach)


def _cuts(window: str) -> Iterator[int]:
    yield window.rfind("\n\n") + 1
    yield window.rfind("\n") + 1
    # The last sentence of the window may go on behind it.
    yield max((end for _, end in sentence_spans(window)[:-1]), default=0)
    yield window.rfind(" ") + 1


def _trimmed(shown: str, start: int, end: int) -> tuple[int, int]:
    piece = shown[start:end]
    return start + len(piece) - len(piece.lstrip("\n ")), start + len(piece.rstrip())
