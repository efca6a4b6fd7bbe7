"""Tables in the outline of an edition whose own text has none: they stand where the official ones do."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import replace

from qa_service.document.records import Edition, Kind, Pair, Section


def with_tables_listed(edition: Edition, official: Edition, pairs: Iterable[Pair]) -> Edition:
    """The edition with each of its tables in the outline, below the heading that is paired with the official
    one; a table whose heading has no partner stays out."""
    listed = {name for section in _every(edition.outline) for name in section.passages}
    missing = {passage.id for passage in edition.passages if passage.kind is Kind.TABLE} - listed
    if not missing:
        return edition
    own = {passage.id for passage in edition.passages}
    partners = {name: pair.other[0] for pair in pairs if pair.other[0] in own for name in pair.official}
    followed = {
        partners.get(section.passages[0], ""): [partners.get(name, "") for name in section.passages]
        for section in _every(official.outline)
    }
    grown = (_grown(section, followed, missing) for section in edition.outline)
    return replace(edition, outline=tuple(grown))


def _grown(section: Section, followed: Mapping[str, Sequence[str]], missing: Set[str]) -> Section:
    """`followed` are, by the id of a heading, the ids of its section in the official order, "" for those that
    the edition lacks."""
    passages = _joined(section.passages, followed.get(section.passages[0], ()), missing)
    return replace(
        section,
        passages=passages,
        sections=tuple(_grown(inner, followed, missing) for inner in section.sections),
    )


def _joined(own: Sequence[str], followed: Sequence[str], missing: Set[str]) -> tuple[str, ...]:
    """The section's own passages, and between them the missing ones of `followed`."""
    joined, place = list(own), 1
    for name in followed:
        if name in own:
            place = joined.index(name) + 1
        elif name in missing:
            joined.insert(place, name)
            place += 1
    return tuple(joined)


def _every(sections: Iterable[Section]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _every(section.sections)
