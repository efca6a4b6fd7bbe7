"""Tables read cell by cell from the lines of a document whose layout was lost.

`layouts` note what the text does not say; every word and digit is taken from the lines and checked
against them, so a layout cannot change a value.
"""

from collections.abc import Sequence
from itertools import pairwise

from qa_service.document.records import Table
from qa_service.errors import CorpusUnreadable
from qa_service.tables.blocks import Block, find_blocks, joined
from qa_service.tables.conservation import printed_digits, read_digits
from qa_service.tables.grammar import Grammar, read_grammar
from qa_service.tables.headers import columns, header_size, printed_cells, tile
from qa_service.tables.layout import Layout, Move, file_name
from qa_service.tables.rows import read_rows
from qa_service.tables.tokens import SourceLine, read_tokens, squeeze


def read_tables(lines: Sequence[str], layouts: Sequence[Layout], language: str) -> tuple[Table, ...]:
    """Every table of the document, in the order of the text; `lines` are all of its lines.

    CorpusUnreadable when a table has no layout, its text is not what the layout notes, a cell is
    not settled, or a digit of its lines is not in what was read.
    """
    grammar = read_grammar(language)
    noted = {layout.number: layout for layout in layouts}
    blocks = find_blocks(lines, grammar)
    for block in blocks:
        if block.number not in noted:
            raise CorpusUnreadable(file=file_name(block.number), reason="no such file")
    return tuple(read_table(block, noted[block.number], grammar) for block in blocks)


def read_table(block: Block, layout: Layout, grammar: Grammar) -> Table:
    """One table. CorpusUnreadable as for `read_tables`."""
    lines = rearranged(block.lines, layout)
    inner, notes = split_notes(lines[:-1], grammar)
    height, header = find_header(inner, layout)
    tokens = read_tokens(inner[height:])
    table = Table(
        number=block.number,
        title=grammar.title.sub("", joined(inner[:height])).removesuffix(":"),
        unit=layout.unit,
        chapter=block.chapter,
        label_header=layout.label_header,
        columns=columns(layout),
        rows=read_rows(tokens[header_size(tokens, header) :], layout),
        source=grammar.source.sub("", lines[-1].text).strip(),
        notes=notes,
        lines=(block.lines[0].number, block.lines[-1].number),
    )
    check(table, header, lines, layout)
    return table


def rearranged(lines: Sequence[SourceLine], layout: Layout) -> tuple[SourceLine, ...]:
    """The lines with the noted moves made; a moved piece keeps its line number."""
    moved = tuple(lines)
    for move in layout.moves:
        moved = apply(moved, move, layout)
    return moved


def apply(lines: Sequence[SourceLine], move: Move, layout: Layout) -> tuple[SourceLine, ...]:
    """The lines with one piece taken out of its line and put in front of another."""
    numbers = [line.number for line in lines]
    if not {move.line, move.before} <= set(numbers) or move.text not in lines[numbers.index(move.line)].text:
        raise layout.refused(f"no such lines to move between: {move.text}")
    result: list[SourceLine] = []
    for line in lines:
        if line.number == move.before:
            result.append(SourceLine(move.line, f"{move.text} "))
        taken = line.text.replace(move.text, "", 1) if line.number == move.line else line.text
        result.append(SourceLine(line.number, taken))
    return tuple(result)


def split_notes(
    lines: Sequence[SourceLine], grammar: Grammar
) -> tuple[tuple[SourceLine, ...], tuple[str, ...]]:
    """The lines of title, header and body, and the footnotes under them, each on one line."""
    starts = [index for index, line in enumerate(lines) if grammar.note.match(line.text)]
    notes = (joined(lines[start:end]) for start, end in pairwise((*starts, len(lines))))
    return tuple(lines[: starts[0]] if starts else lines), tuple(notes)


def find_header(lines: Sequence[SourceLine], layout: Layout) -> tuple[int, tuple[str, ...]]:
    """How many lines the title takes, and the header's cells in the order of print.

    The title ends where the noted header begins: many have no blank line after them.
    """
    for height in range(1, len(lines)):
        header = tile(read_tokens(lines[height:]), 0, printed_cells(layout))
        if header is not None:
            return height, header
    raise layout.refused("the noted columns are not printed above the rows")


def check(table: Table, header: Sequence[str], lines: Sequence[SourceLine], layout: Layout) -> None:
    """CorpusUnreadable when digits were lost or added, or the noted unit is not printed above the table."""
    if printed_digits(lines) != read_digits(table, header, layout):
        raise layout.refused("not the digits of the source lines")
    if layout.unit and squeeze(layout.unit) not in squeeze(table.title):
        raise layout.refused(f"the title does not name the unit {layout.unit}")
