"""Which official passages and which blocks of a translation render the same lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from qa_service.document.blocks import Block
from qa_service.document.records import Kind, Passage
from qa_service.errors import CorpusUnreadable

LEADING = (Kind.HEADING, Kind.LIST, Kind.PARAGRAPH)


@dataclass(frozen=True, slots=True)
class Match:
    """Official passages and the blocks that render the same lines."""

    passages: tuple[Passage, ...]
    blocks: tuple[Block, ...]

    @property
    def leading(self) -> Passage:
        """The passage whose place the translation takes: a heading before a list before a paragraph."""
        return min(self.passages, key=lambda passage: LEADING.index(passage.kind))

    @property
    def text(self) -> str:
        return " ".join(block.text for block in self.blocks)


def match_lines(root: Path, passages: Sequence[Passage], blocks: Sequence[Block]) -> tuple[Match, ...]:
    """Groups passages and blocks that share lines, in order; tables and untranslated passages stay out.
    Raises CorpusUnreadable for a block that renders no passage."""
    texts = [passage for passage in passages if passage.kind is not Kind.TABLE]
    matches = []
    for first, last in _spans([*(passage.lines for passage in texts), *(block.lines for block in blocks)]):
        inside = tuple(passage for passage in texts if first <= passage.lines[0] <= last)
        rendering = tuple(block for block in blocks if first <= block.lines[0] <= last)
        if rendering and not inside:
            raise CorpusUnreadable(
                file=str(root / rendering[0].file), reason=f"block of lines {first}-{last} renders no passage"
            )
        if rendering:
            matches.append(Match(inside, rendering))
    return tuple(matches)


def _spans(lines: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Overlapping spans made one."""
    joined: list[tuple[int, int]] = []
    for first, last in sorted(lines):
        if joined and first <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(last, joined[-1][1])
        else:
            joined.append((first, last))
    return joined
