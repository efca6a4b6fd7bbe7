"""From the service's records to what goes over the wire: pure functions, one for each record."""

from collections.abc import Callable, Mapping

from qa_service.answering import records as answering
from qa_service.document import records
from qa_service.replies import schemas

Cite = Callable[[records.Passage], Mapping[str, str]]


def passage(
    one: records.Passage,
    cite: Cite,
    counterpart: records.Passage | None = None,
    counterpart_highlights: answering.Highlights = (),
) -> schemas.Passage:
    """A passage with its citation and, where another edition has it, its counterpart."""
    return schemas.Passage(
        id=one.id,
        document=one.document,
        language=one.language,
        status=one.status,
        kind=one.kind,
        text=one.text,
        lines=one.lines,
        source_lines=_official_lines(one, counterpart),
        path=list(one.path),
        articles=list(one.articles),
        observations=list(one.observations),
        table=one.table,
        row=one.row,
        citation=dict(cite(one)),
        mends=[_mend(mend) for mend in one.mends],
        counterpart=_counterpart(counterpart, one, cite, counterpart_highlights) if counterpart else None,
    )


def _counterpart(
    other: records.Passage, one: records.Passage, cite: Cite, highlights: answering.Highlights
) -> schemas.Counterpart:
    return schemas.Counterpart(
        id=other.id,
        text=other.text,
        language=other.language,
        status=other.status,
        lines=other.lines,
        source_lines=_official_lines(other, one),
        path=list(other.path),
        citation=dict(cite(other)),
        highlights=list(highlights),
    )


def _official_lines(one: records.Passage, other: records.Passage | None) -> records.Lines | None:
    officials = (each for each in (one, other) if each and each.status is records.Status.OFFICIAL)
    return next((each.lines for each in officials), None)


def _mend(mend: records.Mend) -> schemas.Mend:
    return schemas.Mend(line=mend.line, before=mend.before, after=mend.after, reason=mend.reason)


def citation(one: answering.Citation, cite: Cite) -> schemas.Citation:
    """A passage with the highlights that support a reply."""
    shown = passage(one.passage, cite, one.counterpart, one.counterpart_highlights)
    return schemas.Citation(passage=shown, highlights=list(one.highlights))


def wording(one: answering.Wording) -> schemas.Wording:
    """The words of a reply, with the official ones where they are a translation."""
    return schemas.Wording(
        text=one.text,
        language=one.language,
        quote=one.quote,
        original=wording(one.original) if one.original else None,
    )


def figure(one: answering.Figure, cite: Callable[[str], Mapping[str, str]]) -> schemas.Figure:
    """A cell as printed, with its place and its citation."""
    return schemas.Figure(
        value=one.value,
        number=one.number,
        unit=one.unit,
        table=one.table,
        row=one.row,
        column=one.column,
        lines=one.lines,
        uncertain=bool(one.doubts),
        doubts=list(one.doubts),
        cell=one.cell or None,
        citation=dict(cite(one.cell)) if one.cell else {},
        pair=one.pair,
    )


def document(one: records.Document) -> schemas.DocumentSummary:
    """A document's description, without its text."""
    return schemas.DocumentSummary(
        id=one.id,
        titles=dict(one.titles),
        short_titles=dict(one.short_titles),
        number=one.number,
        date=one.date,
        adopted_by=dict(one.adopted_by),
        editions=[_edition(edition) for edition in one.editions],
    )


def _edition(one: records.Edition) -> schemas.EditionSummary:
    return schemas.EditionSummary(
        language=one.language, status=one.status, passages=len(one.passages), tables=len(one.tables)
    )


def outline(one: records.Document) -> schemas.OutlineReply:
    """The trees of every edition of a document."""
    return schemas.OutlineReply(document=one.id, editions=[_edition_outline(each) for each in one.editions])


def _edition_outline(one: records.Edition) -> schemas.EditionOutline:
    sections = [_section(section) for section in one.outline]
    return schemas.EditionOutline(language=one.language, status=one.status, sections=sections)


def _section(one: records.Section) -> schemas.Section:
    return schemas.Section(
        title=one.title,
        lines=one.lines,
        articles=list(one.articles),
        observations=list(one.observations),
        passages=list(one.passages),
        sections=[_section(section) for section in one.sections],
    )


def table_summary(one: records.Table) -> schemas.TableSummary:
    """A table without its cells."""
    return schemas.TableSummary(
        number=one.number,
        title=one.title,
        unit=one.unit,
        chapter=one.chapter,
        columns=list(one.columns),
        lines=one.lines,
    )


def table(
    one: records.Table, passage: records.Passage | None = None, cite: Cite = lambda _: {}
) -> schemas.TableReply:
    """A table, cell by cell; it is cited by its passage, and its rows by the ids below that."""
    name = passage.id if passage else None
    return schemas.TableReply(
        **table_summary(one).model_dump(),
        label_header=one.label_header,
        rows=[_row(row, name and f"{name}.r{number}") for number, row in enumerate(one.rows, start=1)],
        source=one.source,
        notes=list(one.notes),
        passage=name,
        citation=dict(cite(passage)) if passage else {},
    )


def _row(one: records.Row, passage: str | None) -> schemas.Row:
    return schemas.Row(
        label=one.label,
        group=one.group,
        values=list(one.values),
        lines=one.lines,
        uncertain=list(one.uncertain),
        marks=[schemas.Mark(value=value, note=note) for value, note in one.marks],
        passage=passage,
    )
