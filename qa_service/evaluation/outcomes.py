"""What one reply shows about one question: pure functions on replies as clients get them."""

from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from qa_service.evaluation.comparison import holds_answer, holds_quote, loosen, same_value
from qa_service.evaluation.metrics import first_rank
from qa_service.evaluation.questions import CellQuestion, KnownTable, Lookup, Place, TextQuestion
from qa_service.evaluation.records import Json


def evidence_rank(reply: Json, question: TextQuestion) -> int | None:
    """The rank, from 1, of the first hit whose passage or counterpart holds an evidence quote."""
    return first_rank([_any_holds(_texts(hit), question.evidence) for hit in reply["hits"]])


def answer_shown(reply: Json, question: TextQuestion) -> bool:
    """Whether an answer string, or an evidence quote where there is none, is what the reply points at:
    in the answer's words, its original's, its figure or a highlight."""
    shown = list(_shown(reply))
    if question.answers:
        return any(holds_answer(text, question.answers) for text in shown)
    return _any_holds((*shown, *_cited(reply)), question.evidence)


def is_cell(reply: Json, question: CellQuestion) -> bool:
    """Whether the reply's figure is the cell that was asked for, from the table that was asked for."""
    figure = _figure(reply)
    return bool(figure) and figure["table"] == question.table and _is_value(figure, question)


def is_wrong_and_certain(reply: Json, question: CellQuestion) -> bool:
    """Whether the reply answers with another value and does not call it uncertain."""
    figure = _figure(reply)
    return bool(figure) and not figure.get("uncertain") and not _is_value(figure, question)


def places_found(reply: Json, lookup: Lookup) -> list[bool]:
    """For every place that the reference names, whether a hit shows it."""
    return [any(_shows(hit, place) for hit in reply["hits"]) for place in lookup.expect]


def cells_right(served: Json, known: KnownTable) -> list[bool]:
    """For every cell of the known table, whether the row of the same label has it in the same column.

    Rows are aligned in order by label, so that one lost row does not cost those after it.
    """
    labels = [loosen(row.label) for row in known.rows]
    matcher = SequenceMatcher(None, labels, [loosen(row["label"]) for row in served["rows"]], autojunk=False)
    partners = {
        block.a + step: served["rows"][block.b + step]["values"]
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }
    return [
        same
        for place, row in enumerate(known.rows)
        for same in _same_values(row.values, partners.get(place, ()))
    ]


def _same_values(known: Sequence[str], served: Sequence[str]) -> list[bool]:
    fits = len(known) == len(served)
    return [fits and same_value(value, served[place]) for place, value in enumerate(known)]


def _texts(hit: Json) -> Iterator[str]:
    yield hit["passage"]["text"]
    if other := _counterpart(hit):
        yield other["text"]


def _counterpart(hit: Json) -> Json | None:
    found: Json | None = hit.get("counterpart") or hit["passage"].get("counterpart")
    return found


def _shown(reply: Json) -> Iterator[str]:
    answer = reply.get("answer") or {}
    for wording in (answer, answer.get("original") or {}):
        yield wording.get("text") or ""
    if figure := _figure(reply):
        yield figure["value"]
    for citation in reply["citations"]:
        yield from _highlighted(citation)


def _cited(reply: Json) -> Iterator[str]:
    for citation in reply["citations"]:
        if citation["highlights"]:
            yield from _texts(citation)


def _highlighted(citation: Json) -> Iterator[str]:
    yield from _marked(citation["passage"]["text"], citation["highlights"])
    if other := _counterpart(citation):
        yield from _marked(other["text"], other.get("highlights") or ())


def _marked(text: str, highlights: Iterable[Sequence[int]]) -> Iterator[str]:
    return (text[start:end] for start, end in highlights)


def _figure(reply: Json) -> Json:
    return reply.get("figure") or {} if reply["answered"] else {}


def _is_value(figure: Json, question: CellQuestion) -> bool:
    return any(same_value(figure["value"], answer) for answer in question.answers)


def _shows(hit: Json, place: Place) -> bool:
    wanted = [text for text in (place.quote, place.heading) if text]
    passage = hit["passage"]
    if _any_holds(_texts(hit), wanted) or (place.heading and _any_holds(passage["path"], wanted)):
        return True
    lines = passage.get("source_lines") or passage["lines"]
    return bool(lines[0] <= place.line <= lines[1])


def _any_holds(texts: Iterable[str], quotes: Sequence[str]) -> bool:
    return any(holds_quote(text, quotes) for text in texts)
