"""What the service says to a text, as replies that every edge gives: HTTP and `--json` alike.

Each function is plain CPU work: call it in a worker thread. It raises what the service raises.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from time import perf_counter

from qa_service.answering.records import Answer, Citation, Figure, Reply
from qa_service.citing.alone import kind_alone
from qa_service.citing.citation import Form
from qa_service.replies import presentation, schemas
from qa_service.replies.timing import milliseconds_since
from qa_service.service import Service
from qa_service.writing.writer import Writing


@dataclass(frozen=True, slots=True)
class Prepared:
    """A question answered in the documents' words, and the writing of the answer where a model is to
    write it, not yet begun: `replies/writing.py` has it done."""

    reply: schemas.AskReply
    writing: Writing | None


def search(service: Service, query: str, limit: int, form: Form = "footnote") -> schemas.SearchReply:
    """The passages that fit a query, best first."""
    started = perf_counter()
    found = service.search(query, limit)
    cite = partial(service.library.citation, form=form)
    hits = [
        schemas.Hit(
            rank=hit.rank,
            score=hit.score,
            passage=presentation.passage(hit.passage, cite, hit.counterpart),
        )
        for hit in found.hits
    ]
    return schemas.SearchReply(
        query=query, language=found.query.language, hits=hits, took_ms=milliseconds_since(started)
    )


def ask(
    service: Service, question: str, limit: int, form: Form = "footnote", history: Sequence[str] = ()
) -> schemas.AskReply:
    """The answer to a question in the documents' words, or a refusal with the nearest passages.

    `history` are the questions that the same person asked before it, as they were typed and the oldest
    first: a follow-up is understood from them, and `understood` of the reply says how.
    """
    return prepared(service, question, limit, form, history).reply


def prepared(
    service: Service, question: str, limit: int, form: Form = "footnote", history: Sequence[str] = ()
) -> Prepared:
    """The same, with the writing of the answer."""
    started = perf_counter()
    query, reply = service.ask(question, limit, history)
    figure, figures = _figures(reply)
    cite = partial(service.library.citation, form=form)
    cite_cell = partial(service.library.cell_citation, form=form)
    told = schemas.AskReply(
        question=question,
        understood=query.text,
        reference=kind_alone(question) or kind_alone(query.restored),
        language=query.language,
        answered=isinstance(reply, Answer),
        confidence=reply.confidence,
        answer=presentation.wording(reply.wording),
        figure=presentation.figure(figure, cite_cell) if figure else None,
        figures=[presentation.figure(one, cite_cell) for one in figures],
        table=None if isinstance(reply, Answer) else reply.table,
        citations=[presentation.citation(one, cite) for one in _citations(reply)[:limit]],
        notices=list(reply.notices),
        took_ms=milliseconds_since(started),
    )
    return Prepared(told, service.writing(query, reply, limit))


def _figures(reply: Reply) -> tuple[Figure | None, tuple[Figure, ...]]:
    """The cell that answers, where it is one alone, and all that do."""
    return (reply.figure, reply.figures) if isinstance(reply, Answer) else (None, ())


def _citations(reply: Reply) -> tuple[Citation, ...]:
    return reply.citations if isinstance(reply, Answer) else reply.nearest


def cite(
    service: Service,
    reference: str,
    limit: int | None = None,
    form: Form = "footnote",
    language: str | None = None,
) -> schemas.CiteReply:
    """Every place that names what the reference names, or the first of them; in the language of the
    reference where none is asked for."""
    found = service.cite(reference, language)
    cited = partial(service.library.citation, form=form)
    return schemas.CiteReply(
        reference=reference,
        language=found.language,
        kind=found.kind,
        found=len(found.hits),
        hits=[presentation.citation(one, cited) for one in found.hits[:limit]],
        message=found.message,
    )
