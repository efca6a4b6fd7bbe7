"""Text in the fonts that come with the package: how wide it is, and where its lines break."""

from collections.abc import Iterator
from functools import lru_cache
from importlib import resources
from io import BytesIO

from PIL import ImageFont

SIZE = 20
"""Height of the letters in pixels; small enough for a wide table, large enough for a phone."""

LINE = 26
"""From one line to the next, in pixels."""

LONGEST = 2_000
"""Characters of one text that are set; a longer one is cut."""

CUT = "…"


class Fonts:
    """The regular and the bold font; made anew for each picture, for threads must not share them."""

    def __init__(self) -> None:
        self.regular = _font("DejaVuSans.ttf")
        self.bold = _font("DejaVuSans-Bold.ttf")
        self._measured = lru_cache(16_384)(self._measure)

    def width(self, text: str, bold: bool = False) -> int:
        """Of a text in one line, in pixels."""
        return self._measured(text, bold)

    def widest_word(self, text: str, bold: bool = False) -> int:
        """Of the words of a text, the width of the widest."""
        return max((self.width(word, bold) for word in text[:LONGEST].split()), default=0)

    def lines(self, text: str, width: int, most: int, bold: bool = False) -> tuple[str, ...]:
        """The text in at most `most` lines no wider than `width`; what is left out shows as an ellipsis."""
        broken = list(self._broken(text[:LONGEST], width, bold))
        if len(broken) <= most and len(text) <= LONGEST:
            return tuple(broken)
        kept = broken[:most]
        while kept[-1] and self.width(kept[-1] + CUT, bold) > width:
            kept[-1] = kept[-1][:-1]
        return (*kept[:-1], kept[-1] + CUT)

    def _broken(self, text: str, width: int, bold: bool) -> Iterator[str]:
        line = ""
        for word in text.split():
            longer = f"{line} {word}" if line else word
            if self.width(longer, bold) <= width:
                line = longer
                continue
            if line:
                yield line
            *full, line = self._pieces(word, width, bold)
            yield from full
        yield line

    def _pieces(self, word: str, width: int, bold: bool) -> list[str]:
        """The word, cut where it is wider than a line."""
        pieces = [""]
        for letter in word:
            if pieces[-1] and self.width(pieces[-1] + letter, bold) > width:
                pieces.append("")
            pieces[-1] += letter
        return pieces

    def _measure(self, text: str, bold: bool) -> int:
        font = self.bold if bold else self.regular
        return int(font.getlength(text) + 0.99)


def _font(name: str) -> ImageFont.FreeTypeFont:
    data = resources.files(__package__).joinpath("fonts", name).read_bytes()
    # The basic engine is always there, so a table looks the same on every machine.
    return ImageFont.truetype(BytesIO(data), SIZE, layout_engine=ImageFont.Layout.BASIC)
