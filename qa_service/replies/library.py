"""What the library holds, as replies that every edge gives: passages, documents, tables.

Each function is plain CPU work and raises what the service raises.
"""

from functools import partial

from qa_service.citing.citation import Form
from qa_service.replies import presentation, schemas
from qa_service.service import Service


def passage(service: Service, identifier: str, form: Form = "footnote") -> schemas.PassageReply:
    """One passage with its neighbours; for the id of a cell its row, where the citation names the cell."""
    view = service.library.passage(identifier)
    cite = partial(service.library.citation, form=form)
    return schemas.PassageReply(
        passage=presentation.passage(view.passage, partial(cite, column=view.column), view.counterpart),
        previous=presentation.passage(view.previous, cite) if view.previous else None,
        next=presentation.passage(view.next, cite) if view.next else None,
    )


def documents(service: Service) -> schemas.DocumentsReply:
    """Every document of the corpus with its editions."""
    return schemas.DocumentsReply(documents=[presentation.document(one) for one in service.library.documents])


def outline(service: Service, identifier: str) -> schemas.OutlineReply:
    """The chapters and sections of a document."""
    return presentation.outline(service.library.document(identifier))


def passages(
    service: Service,
    document: str,
    at: str | None = None,
    language: str | None = None,
    limit: int | None = None,
    form: Form = "footnote",
) -> schemas.PassagesReply:
    """A section of a document as people read it, or `limit` passages from `at` on."""
    library, cite = service.library, partial(service.library.citation, form=form)
    excerpt = library.excerpt(document, at, language, limit)
    return schemas.PassagesReply(
        document=document,
        language=excerpt.language,
        section=excerpt.passages[0].id,
        passages=[
            presentation.passage(one, cite, library.passage(one.id).counterpart) for one in excerpt.passages
        ],
        previous=excerpt.previous,
        next=excerpt.next,
    )


def tables(service: Service, language: str | None = None) -> schemas.TablesReply:
    """Every annex table, without its cells."""
    found = service.library.tables(language)
    return schemas.TablesReply(tables=[presentation.table_summary(one) for one in found])


def table(
    service: Service, number: int, language: str | None = None, form: Form = "footnote"
) -> schemas.TableReply:
    """One table, cell by cell."""
    library, cite = service.library, partial(service.library.citation, form=form)
    passage = library.table_passage(number, language)
    return presentation.table(library.table(number, language), passage, cite)
