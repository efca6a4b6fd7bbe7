"""Answers written by a language model, as every edge gives them: whole, or sentence by sentence.

Whatever goes wrong with the model, there is an answer: the one in the documents' words.
"""

from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import replace
from time import perf_counter

from qa_service.citing.citation import Form
from qa_service.errors import TooBusy
from qa_service.hosting.host import Host
from qa_service.language.phrases import phrase
from qa_service.replies import calls, chat, markdown, schemas
from qa_service.replies.calls import Prepared
from qa_service.replies.sources import PARAGRAPH
from qa_service.replies.timing import milliseconds_since
from qa_service.service import Service
from qa_service.writing.records import Event, Failure, Sentence, Written, collected
from qa_service.writing.writer import Writing


def ask(service: Service, question: str, limit: int, form: Form = "footnote") -> schemas.AskReply:
    """The answer to a question, written where a model is set, for an edge that may wait in its own thread."""
    asked = calls.prepared(service, question, limit, form)
    if asked.writing is None:
        return asked.reply
    started = perf_counter()
    return with_written(asked.reply, asked.writing.model, asked.writing.written(), started)


async def finished(host: Host, asked: Prepared) -> schemas.AskReply:
    """The reply with its answer written, where it is to be; quoted where too many are being written.

    For an edge that serves many: no worker of the host waits for the model.
    """
    if asked.writing is None:
        return asked.reply
    started = perf_counter()
    try:
        written = await host.wait_for(asked.writing.written)
    except TooBusy:
        written = Written(failure=Failure.BUSY)
    return with_written(asked.reply, asked.writing.model, written, started)


def with_written(reply: schemas.AskReply, model: str, written: Written, started: float) -> schemas.AskReply:
    """The reply with what a model wrote since `started`; its own answer stays where nothing of that holds."""
    told = {
        "written": _outcome(model, written),
        "notices": [*reply.notices, *notices(model, written, reply.language)],
        "took_ms": round(reply.took_ms + milliseconds_since(started), 2),
    }
    if written.sentences:
        words = schemas.Wording(text=written.text, language=reply.language, quote=False, original=None)
        told |= {"answer": words, "quoted": reply.answer}
    return reply.model_copy(update=told)


def notices(model: str, written: Written, language: str) -> list[str]:
    """Who wrote the answer, and what went wrong."""
    outcome = "incomplete" if written.sentences else "quoted-instead"
    told = [phrase("writing.by-model", language, model=model)] if written.sentences else []
    if written.failure:
        told.append(_together(f"writing.{written.failure}", f"writing.{outcome}", language))
    elif not written.sentences:
        told.append(_together("writing.none-held", f"writing.{outcome}", language))
    return told


def body(host: Host, writing: Writing, noted: Callable[[schemas.Written], None]) -> chat.Body:
    """What answers in a chat: each sentence as soon as it holds, else the answer in the documents' words.
    What became of the writing is given to `noted`, where somebody stays to its end."""

    async def pieces(reply: schemas.AskReply) -> AsyncGenerator[str, None]:
        events: list[Event] = []
        async with aclosing(_events(host, writing)) as heard:
            async for event in heard:
                if isinstance(event, Sentence):
                    is_first = not any(isinstance(each, Sentence) for each in events)
                    yield ("" if is_first else " ") + _marked(event)
                events.append(event)
        written = collected(events)
        noted(_outcome(writing.model, written))
        if not written.sentences:
            async for piece in chat.quoted(reply):
                yield piece
        for notice in notices(writing.model, written, reply.language):
            yield PARAGRAPH + phrase("chat.notice", reply.language, notice=markdown.escaped(notice))

    return pieces


async def _events(host: Host, writing: Writing) -> AsyncGenerator[Event, None]:
    try:
        async with aclosing(host.stream(writing.events)) as events:
            async for event in events:
                yield event
    except TooBusy:
        yield Failure.BUSY


def _marked(sentence: Sentence) -> str:
    """A sentence as Markdown: its own words are none, its marks are numbers of sources."""
    return replace(sentence, text=markdown.escaped(sentence.text)).marked


def _outcome(model: str, written: Written) -> schemas.Written:
    return schemas.Written(
        model=model,
        sentences=[
            schemas.WrittenSentence(text=each.text, citations=list(each.citations))
            for each in written.sentences
        ],
        struck=[schemas.StruckSentence(text=each.text, reason=each.reason) for each in written.struck],
        failure=written.failure,
    )


def _together(first: str, second: str, language: str) -> str:
    return f"{phrase(first, language)} {phrase(second, language)}"
