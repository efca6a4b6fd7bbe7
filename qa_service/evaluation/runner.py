"""Puts question sets to a service and says how good it is."""

from collections.abc import Callable, Iterator, Sequence

from qa_service.evaluation import answering, conversing, searching
from qa_service.evaluation.answering import Answered
from qa_service.evaluation.metrics import calibration_error, confidence_bins
from qa_service.evaluation.questions import QuestionSets
from qa_service.evaluation.records import ALL, WAYS, Evaluation, Score, Service, Way

Announce = Callable[[str], object]


def evaluate(
    service: Service,
    questions: QuestionSets,
    ways: Sequence[Way] = WAYS,
    announce: Announce = lambda part: None,
) -> Evaluation:
    """Puts every question in every way that it is worded for and measures the replies; what `questions`
    lacks is left out.

    `announce` is told the name of each part before it starts. Raises what the service raises.
    """
    scores: list[Score] = []
    given: list[tuple[float, bool]] = []
    for way in ways:
        announce(f"{way.language}, {way.habit}")
        worded = questions.worded_in(way.language)
        scores += searching.ranking(service, worded.text, way)
        for answered in _asked(service, worded, way):
            scores += answered.scores
            given += answered.confidences
    announce("conversations, references, languages, tables")
    return _concluded([*scores, *_undivided(service, questions)], given)


def _asked(service: Service, questions: QuestionSets, way: Way) -> Iterator[Answered]:
    yield answering.texts(service, questions.text, way)
    yield answering.cells(service, questions.cells, way)
    yield answering.refusals(service, questions.unanswerable, way)


def _undivided(service: Service, questions: QuestionSets) -> Iterator[Score]:
    yield from conversing.follow_ups(service, questions.conversations)
    yield from searching.references(service, questions.lookups)
    yield from searching.languages(service, questions.languages)
    yield from searching.tables(service, questions.tables)


def _concluded(scores: list[Score], given: list[tuple[float, bool]]) -> Evaluation:
    bins = confidence_bins(given)
    if given:
        scores.append(Score("calibration error", ALL, ALL, calibration_error(bins), len(given)))
    return Evaluation(tuple(scores), bins)
