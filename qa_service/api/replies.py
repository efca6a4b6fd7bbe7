"""What the service says, call by call, as replies that every edge gives: HTTP and `--json` alike.

Each function is plain CPU work: call it in a worker thread. It raises what the service raises.
"""

from time import perf_counter

from qa_service.answering.records import Answer, Citation, Reply
from qa_service.api import presentation, schemas
from qa_service.document.records import Passage
from qa_service.service import Service


def search(service: Service, query: str, limit: int) -> schemas.SearchReply:
    """The passages that fit a query, best first."""
    started = perf_counter()
    found = service.search(query, limit)
    hits = [
        schemas.Hit(
            rank=hit.rank,
            score=hit.score,
            passage=presentation.passage(hit.passage, service.citation, hit.counterpart),
        )
        for hit in found.hits
    ]
    return schemas.SearchReply(
        query=query, language=found.query.language, hits=hits, took_ms=_milliseconds(started)
    )


def ask(service: Service, question: str, limit: int) -> schemas.AskReply:
    """The answer to a question, or a refusal with the nearest passages."""
    started = perf_counter()
    asked, reply = service.ask(question, limit)
    figures = reply.figures if isinstance(reply, Answer) else ()
    return schemas.AskReply(
        question=question,
        language=asked.language,
        answered=isinstance(reply, Answer),
        confidence=reply.confidence,
        answer=presentation.wording(reply.wording),
        figure=_figure(reply),
        figures=[presentation.figure(one) for one in figures],
        citations=[presentation.citation(one, service.citation) for one in _citations(reply)[:limit]],
        notices=list(reply.notices),
        took_ms=_milliseconds(started),
    )


def _figure(reply: Reply) -> schemas.Figure | None:
    return presentation.figure(reply.figure) if isinstance(reply, Answer) and reply.figure else None


def _citations(reply: Reply) -> tuple[Citation, ...]:
    return reply.citations if isinstance(reply, Answer) else reply.nearest


def _milliseconds(started: float) -> float:
    return round((perf_counter() - started) * 1000, 2)


def cite(service: Service, reference: str) -> schemas.CiteReply:
    """Every place that names what the reference names."""
    found = service.cite(reference)
    return schemas.CiteReply(
        reference=reference,
        language=found.language,
        kind=found.kind,
        hits=[presentation.citation(one, service.citation) for one in found.hits],
        message=found.message,
    )


def passage(service: Service, identifier: str) -> schemas.PassageReply:
    """One passage with its neighbours."""
    view = service.passage(identifier)
    return schemas.PassageReply(
        passage=presentation.passage(view.passage, service.citation, view.counterpart),
        previous=_neighbour(service, view.previous),
        next=_neighbour(service, view.next),
    )


def _neighbour(service: Service, one: Passage | None) -> schemas.Passage | None:
    return presentation.passage(one, service.citation) if one else None


def documents(service: Service) -> schemas.DocumentsReply:
    """Every document of the corpus with its editions."""
    return schemas.DocumentsReply(documents=[presentation.document(one) for one in service.documents()])


def outline(service: Service, identifier: str) -> schemas.OutlineReply:
    """The chapters and sections of a document."""
    return presentation.outline(service.outline(identifier))


def tables(service: Service, language: str | None = None) -> schemas.TablesReply:
    """Every annex table, without its cells."""
    return schemas.TablesReply(tables=[presentation.table_summary(one) for one in service.tables(language)])


def table(service: Service, number: int, language: str | None = None) -> schemas.TableReply:
    """One table, cell by cell."""
    return presentation.table(service.table(number, language))
