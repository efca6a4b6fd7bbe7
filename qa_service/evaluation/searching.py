"""How well search ranks, how completely references are found, how surely languages are named."""

from collections.abc import Iterator, Mapping, Sequence

from qa_service.errors import TableUnknown
from qa_service.evaluation import metrics, outcomes
from qa_service.evaluation.keyboards import AS_WRITTEN
from qa_service.evaluation.questions import KnownTable, LanguageQuery, Lookup, TextQuestion
from qa_service.evaluation.records import EVERYWHERE, Json, Score, Service, Way, shares

DEPTH = 10

_LANGUAGES = frozenset({"kk", "ru", "en"})


def ranking(service: Service, questions: Sequence[TextQuestion], way: Way) -> Iterator[Score]:
    """S@1, S@5 and MRR@10 of the passages that hold the evidence."""
    ranks = {
        one.id: outcomes.evidence_rank(service.search(way.words(one.question), DEPTH), one)
        for one in questions
    }
    if ranks:
        yield _success(ranks, 1, way)
        yield _success(ranks, 5, way)
        mean = metrics.mean_reciprocal_rank(list(ranks.values()), DEPTH)
        yield Score(f"MRR@{DEPTH}", way.language, way.habit, mean, len(ranks))


def _success(ranks: Mapping[str, int | None], depth: int, way: Way) -> Score:
    value = metrics.success_at(list(ranks.values()), depth)
    missed = tuple(case for case, rank in ranks.items() if rank is None or rank > depth)
    return Score(f"S@{depth}", way.language, way.habit, value, len(ranks), missed)


def references(service: Service, lookups: Sequence[Lookup]) -> Iterator[Score]:
    """The share of places found, and of references whose every place was found, by language."""
    found = {one.id: outcomes.places_found(service.cite(one.query), one) for one in lookups}
    for language in sorted({one.lang for one in lookups}):
        mine = [one.id for one in lookups if one.lang == language]
        places = {f"{case}/{number}": flag for case in mine for number, flag in enumerate(found[case], 1)}
        yield from shares("places found", Way(language), places)
        yield from shares("references complete", Way(language), {case: all(found[case]) for case in mine})


def languages(service: Service, queries: Sequence[LanguageQuery]) -> Iterator[Score]:
    """The share of short queries whose language is named, by class and way of typing, and of all."""
    named = {one.text: _named(service.search(one.text, 1)) == one.lang for one in queries}
    ways = {one.text: Way(one.lang, one.variant or AS_WRITTEN) for one in queries}
    for way in dict.fromkeys(ways.values()):
        yield from shares("language named", way, {text: named[text] for text in named if ways[text] == way})
    yield from shares("language named", EVERYWHERE, named)


def _named(reply: Json) -> str:
    language: str = reply["language"]
    return language if language in _LANGUAGES else "other"


def tables(service: Service, known: Sequence[KnownTable]) -> Iterator[Score]:
    """The share of cells of whole tables that are served in their place."""
    cells = {
        f"table {one.number}, cell {place}": right
        for one in known
        for place, right in enumerate(_cells(service, one), start=1)
    }
    yield from shares("table cells", EVERYWHERE, cells)


def _cells(service: Service, known: KnownTable) -> list[bool]:
    try:
        return outcomes.cells_right(service.table(known.number), known)
    except TableUnknown:
        return [False for row in known.rows for _ in row.values]
