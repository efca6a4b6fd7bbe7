"""A person's decisions on the headings of the first text, carried to the other official texts."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qa_service.document.editions import read_official
from qa_service.document.headings import Levels, read_levels
from qa_service.document.manifest import EditionEntry, read_manifest
from qa_service.document.records import Document, Edition, Kind, Status


def with_decided_headings(document: Document, corpus: Path) -> Document:
    """The document with its other official texts nested like the first one, where a person decided that: a
    heading tied to one that was given a level takes it, unless its own text has a decision there.

    Depths, and with them paths and articles, are all that changes: passages, ids and pairs stay. Raises
    CorpusUnreadable.
    """
    if len(document.editions) == 1:
        return document
    folder = corpus / document.id
    first, *others = read_manifest(folder).editions
    decided = read_levels(folder, first.headings)
    nested = (
        _nested(folder, entry, edition, dict(_carried(document, edition, decided)))
        for entry, edition in zip(others, document.editions[1:], strict=True)
    )
    return replace(document, editions=(document.official, *nested))


def _nested(folder: Path, entry: EditionEntry, edition: Edition, carried: Levels) -> Edition:
    if entry.status is Status.WORKING or not carried:
        return edition
    read, _ = read_official(folder, folder.name, entry, carried)
    return replace(edition, passages=read.passages, outline=read.outline)


def _carried(document: Document, edition: Edition, decided: Levels) -> Iterator[tuple[int, int]]:
    """The lines of the edition at which a heading stands whose partner was given a level, with that level."""
    lines = {
        passage.id: passage.lines[0]
        for part in (document.official, edition)
        for passage in part.passages
        if passage.kind is Kind.HEADING
    }
    for pair in document.pairs:
        official, *others = (lines.get(name, 0) for name in (*pair.official, *pair.other))
        if official in decided and len(others) == 1 and others[0]:
            yield others[0], decided[official]
