"""Ranks what can be suggested by how well it fits what was typed."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from qa_service.language.alphabet import fold
from qa_service.language.stems import words
from qa_service.suggestions.records import Kind, Suggestion
from qa_service.suggestions.words import Words

LONGEST = 200
"""Characters that are looked at: nobody types on to be shown what begins so."""

MOST_WORDS = 12

ENOUGH, LITTLE = 0.67, 0.35
"""Share of the telling weight of what was typed that a suggestion must hold, and where none holds so much."""

OPENING, FIRST_WORD = 0.25, 0.1
"""What it adds to begin as was typed, and with the word that was typed first."""

LENGTH = 0.004
"""What each further word takes off: the shortest of equal suggestions says most plainly what it is."""

PRIOR = {
    Kind.TABLE: 0.06,
    Kind.HEADING: 0.06,
    Kind.ARTICLE: 0.05,
    Kind.OBSERVATION: 0.02,
    Kind.ACT: 0.03,
    Kind.QUESTION: 0.0,
}
"""Between equals, places come before questions."""

SHARE = 3
"""Suggestions of one kind while others fit as well."""

Scores = NDArray[np.float64]


class Suggester:
    """Suggestions of one language, ready to be searched; immutable."""

    def __init__(self, suggestions: Sequence[Suggestion], language: str) -> None:
        self._all = tuple(suggestions)
        self._folded = [fold(each.text) for each in self._all]
        held = [list(dict.fromkeys(words(f"{each.text} {each.query}"))) for each in self._all]
        self._postings = _postings(held)
        self._words = Words(self._postings, language)
        self._base = np.array([PRIOR[each.kind] for each in self._all]) - LENGTH * np.array(
            [len(each) for each in held], dtype=np.float64
        )

    def suggest(self, typed: str, limit: int) -> tuple[Suggestion, ...]:
        """The best `limit` for the text that was typed so far; none for a text without a word."""
        asked = list(dict.fromkeys(words(typed[:LONGEST])))[:MOST_WORDS]
        if not asked or not self._all:
            return ()
        ended = typed[-1:].isspace()
        held = np.array([self._held(word, ended or word != asked[-1]) for word in asked])
        weights = _weights(held)
        share = weights @ (held > 0)
        places = np.flatnonzero(share >= min(ENOUGH, max(LITTLE, float(share.max()))))
        scores = weights @ held + self._base + self._opening(typed, asked[0], places)
        ranked = sorted(places.tolist(), key=lambda place: (-scores[place], place))
        return tuple(self._all[place] for place in _mixed(ranked, self._all, limit))

    def _held(self, word: str, ended: bool) -> Scores:
        held = np.zeros(len(self._all))
        for known, certainty in self._words.meant(word, ended).items():
            places = self._postings[known]
            held[places] = np.maximum(held[places], certainty)
        return held

    def _opening(self, typed: str, first: str, places: NDArray[np.intp]) -> Scores:
        beginning, bonus = fold(typed[:LONGEST]).strip(), np.zeros(len(self._all))
        for place in places.tolist():
            if self._folded[place].startswith(first):
                bonus[place] = OPENING if self._folded[place].startswith(beginning) else FIRST_WORD
        return bonus


def _weights(held: Scores) -> Scores:
    """Of each typed word, together 1: the fewer suggestions hold it, the more it tells."""
    weights: Scores = np.log1p(held.shape[1] / (1.0 + np.count_nonzero(held, axis=1)))
    scaled: Scores = weights / weights.sum()
    return scaled


def _postings(held: Sequence[Sequence[str]]) -> Mapping[str, NDArray[np.intp]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, each in enumerate(held):
        for word in each:
            places[word].append(place)
    return {word: np.array(found, dtype=np.intp) for word, found in places.items()}


def _mixed(ranked: Sequence[int], suggestions: Sequence[Suggestion], limit: int) -> Sequence[int]:
    """The best, but no more than SHARE of a kind before what else fits."""
    taken: Counter[Kind] = Counter()
    first: list[int] = []
    for place in ranked:
        kind = suggestions[place].kind
        if taken[kind] < SHARE:
            taken[kind] += 1
            first.append(place)
    rest = [place for place in ranked if place not in set(first)]
    chosen = [*first, *rest][:limit]
    return sorted(chosen, key=ranked.index)
