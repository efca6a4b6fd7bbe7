"""A laid-out table as an image."""

from io import BytesIO

from PIL import Image, ImageDraw

from qa_service.tables.picture.boxes import BOLD, PADDING, Box, Layout, Look
from qa_service.tables.picture.typesetting import LINE, Fonts

PAPER, INK, FAINT, RULE = "#ffffff", "#1b1f24", "#57606a", "#c4ccd4"
FILL = {Look.HEADER: "#eef2f6", Look.GROUP: "#f6f8fa", Look.DOUBTFUL: "#fff2cc", Look.MARKED: "#ffd54a"}
FRAME = "#8a5a00"
RULED = frozenset({Look.HEADER, Look.GROUP, Look.LABEL, Look.VALUE, Look.DOUBTFUL, Look.MARKED})
TO_THE_RIGHT = frozenset({Look.VALUE, Look.DOUBTFUL, Look.MARKED})
COLOURS = 128


def drawn(layout: Layout, fonts: Fonts) -> bytes:
    """A PNG of the layout; the same layout always gives the same bytes."""
    image = Image.new("RGB", (layout.width, layout.height), PAPER)
    draw = ImageDraw.Draw(image)
    for each in layout.boxes:
        _rectangle(draw, each)
        _text(draw, each, fonts)
    for each in layout.boxes:
        if each.look is Look.MARKED:
            draw.rectangle(_corners(each), outline=FRAME, width=3)
    written = BytesIO()
    few = image.quantize(COLOURS, Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    few.save(written, "PNG")
    return written.getvalue()


def _rectangle(draw: ImageDraw.ImageDraw, each: Box) -> None:
    if each.look in FILL:
        draw.rectangle(_corners(each), fill=FILL[each.look])
    if each.look in RULED:
        draw.rectangle(_corners(each), outline=RULE)


def _corners(each: Box) -> tuple[int, int, int, int]:
    return each.left, each.top, each.left + each.width, each.top + each.height


def _text(draw: ImageDraw.ImageDraw, each: Box, fonts: Fonts) -> None:
    bold = each.look in BOLD
    font = fonts.bold if bold else fonts.regular
    inset = each.inset + (PADDING if each.look in RULED else 0)
    for number, line in enumerate(each.lines):
        left = each.left + inset
        if each.look in TO_THE_RIGHT:
            left = each.left + each.width - PADDING - fonts.width(line, bold)
        place = (left, each.top + PADDING + number * LINE)
        draw.text(place, line, fill=FAINT if each.look is Look.NOTE else INK, font=font)
