"""A working translation as an edition: the official passages in another language, paired by line spans."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from pathlib import Path

from qa_service.document.blocks import Block, read_blocks
from qa_service.document.manifest import EditionEntry
from qa_service.document.matching import Match, match_lines
from qa_service.document.outline import title_of
from qa_service.document.pieces import last_sentence
from qa_service.document.records import Edition, Kind, Pair, Passage, Section
from qa_service.document.translation_checks import check_translation
from qa_service.errors import CorpusUnreadable

Titles = Mapping[tuple[str, ...], str]
"""From a section's official path, its own title last, to its title in the translation."""


def read_working(
    root: Path, document: str, entry: EditionEntry, official: Edition, printed: Sequence[int]
) -> tuple[Edition, tuple[Pair, ...]]:
    """Reads a working translation of `official`, whose non-blank lines are `printed`.

    Raises CorpusUnreadable for a broken block, for a line of the body that no block renders, for a block
    that renders no passage, and as `check_translation`.
    """
    blocks = read_blocks(root, entry.file)
    _check_complete(root / entry.file, blocks, _body(official, printed))
    matches = match_lines(root, official.passages, blocks)
    titles = _titles(matches)
    passages = tuple(_passages(matches, titles, document, entry))
    rendered = list(zip(matches, passages, strict=True))
    pairs = tuple(Pair(tuple(part.id for part in match.passages), (one.id,)) for match, one in rendered)
    by_official = {part.id: one for match, one in rendered for part in match.passages}
    outline = tuple(_outline(official.outline, (), titles, by_official))
    edition = Edition(entry.language, entry.status, entry.file, passages, outline)
    check_translation(root, entry, official, edition, pairs)
    return edition, pairs


def _body(official: Edition, printed: Sequence[int]) -> list[int]:
    """The non-blank lines before the section that holds the first table."""
    tables = [passage.lines[0] for passage in official.passages if passage.kind is Kind.TABLE]
    holders = (section.lines[0] for section in official.outline if tables and section.lines[1] >= tables[0])
    end = next(holders, printed[-1] + 1)
    return [line for line in printed if line < end]


def _check_complete(folder: Path, blocks: Sequence[Block], body: Sequence[int]) -> None:
    covered = set(chain.from_iterable(range(block.lines[0], block.lines[1] + 1) for block in blocks))
    missing = next((line for line in body if line not in covered), None)
    if missing is not None:
        raise CorpusUnreadable(file=str(folder), reason=f"official line {missing} is not translated")


def _titles(matches: Sequence[Match]) -> Titles:
    headings = (match for match in matches if match.leading.kind is Kind.HEADING)
    return {(*match.leading.path, title_of(match.leading.text)): title_of(match.text) for match in headings}


def _passages(
    matches: Sequence[Match], titles: Titles, document: str, entry: EditionEntry
) -> Iterator[Passage]:
    opening = ""
    for match in matches:
        opening = last_sentence(match.text) if match.text.endswith(":") else opening
        yield _passage(match, titles, document, entry, opening)


def _passage(match: Match, titles: Titles, document: str, entry: EditionEntry, opening: str) -> Passage:
    leading, blocks = match.leading, match.blocks
    first = min(match.passages[0].lines[0], blocks[0].lines[0])
    return Passage(
        id=f"{document}.{entry.language}.{first}",
        document=document,
        language=entry.language,
        status=entry.status,
        kind=leading.kind,
        text=match.text,
        lines=(blocks[0].line, blocks[-1].line),
        path=_path(leading, titles, blocks[0].file),
        articles=leading.articles,
        observations=leading.observations,
        context=opening if leading.context else "",
        file=blocks[0].file,
        source_lines=(first, max(match.passages[-1].lines[1], blocks[-1].lines[1])),
    )


def _path(leading: Passage, titles: Titles, file: str) -> tuple[str, ...]:
    above = [leading.path[:depth] for depth in range(1, len(leading.path) + 1)]
    for path in above:
        if path not in titles:
            raise CorpusUnreadable(
                file=file, reason=f"heading above {leading.id} is not translated: {path[-1]}"
            )
    return tuple(titles[path] for path in above)


def _outline(
    official: Sequence[Section], above: tuple[str, ...], titles: Titles, rendered: Mapping[str, Passage]
) -> Iterator[Section]:
    """The official sections in translation; one without a translated heading is left out."""
    for section in official:
        path = (*above, section.title)
        if path not in titles:
            continue
        own = list(dict.fromkeys(rendered[part] for part in section.passages if part in rendered))
        inner = tuple(_outline(section.sections, path, titles, rendered))
        last = inner[-1].lines[1] if inner else own[-1].lines[1]
        yield Section(
            title=titles[path],
            lines=(own[0].lines[0], last),
            articles=section.articles,
            observations=section.observations,
            passages=tuple(passage.id for passage in own),
            sections=inner,
        )
