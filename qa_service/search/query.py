"""What is asked: a query's language, its restored spelling and the weighted words to look for."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from qa_service.errors import QueryInvalid
from qa_service.language.detection import detect_variant
from qa_service.language.glossary import Expansion, Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.spelling import Speller
from qa_service.language.stems import analyze, whole_stems
from qa_service.language.terms import LANGUAGES, TermKind, split_words

LONGEST = 2_000
"""Characters of a query after trimming."""

SYNONYM_WEIGHT = 0.5
TRANSLATION_WEIGHT = 1.0
"""What a word found through the glossary counts beside one that was typed (docs/evaluation.md)."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\u200b-\u200f\u202a-\u202e\ufeff]")

Tokens = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Concept:
    """One word that a query speaks of. `tokens` are those any of which hints that a text speaks of it
    too; `names` are the stems of each of its names, all of which a text that surely does must hold."""

    word: str
    tokens: frozenset[str]
    names: tuple[frozenset[str], ...]
    place: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """`text` is what was typed, `restored` the same in proper letters, `searched` with typing errors
    mended as well; `language` is the one to reply in, `searched_language` the one whose words are
    looked for. `tokens` weighs every lexical token to look for, in all languages; `concepts` are the
    words of the query, each with its names."""

    text: str
    language: str
    variant: str
    restored: str
    searched: str
    searched_language: str
    tokens: Tokens = field(default_factory=dict)
    concepts: tuple[Concept, ...] = ()


class QueryReader:
    """Reads queries with the vocabulary and the glossary of the corpus."""

    def __init__(self, restorer: Restorer, speller: Speller, glossary: Glossary) -> None:
        self._restorer = restorer
        self._speller = speller
        self._glossary = glossary

    def read(self, text: str, reply_in: str | None = None) -> Query:
        """A text read; it is replied to in its own language unless another is given.

        Raises QueryInvalid for a text that is blank or longer than LONGEST characters.
        """
        typed = checked(text)
        detection = detect_variant(typed)
        # Foreign queries are searched as Kazakh, the language of official editions.
        language = detection.language if detection.language in LANGUAGES else LANGUAGES[0]
        restored = self._restorer.restore(typed, detection.variant).text if language == "kk" else typed
        # An encoder copes with a wrong letter, and a mended word may be the wrong one.
        searched = self._speller.correct(restored, language).text
        expansions = self._glossary.expand(split_words(searched), language)
        return Query(
            text=typed,
            language=reply_in or detection.language,
            variant=detection.variant,
            restored=restored,
            searched=searched,
            searched_language=language,
            tokens=weighted_tokens(searched, language, expansions),
            concepts=concepts(searched, language, expansions),
        )


def checked(text: str) -> str:
    """The text without control characters and outer white space; raises QueryInvalid."""
    cleaned = _CONTROL.sub(" ", text).strip()
    if not cleaned:
        raise QueryInvalid(reason="blank")
    if len(cleaned) > LONGEST:
        raise QueryInvalid(reason="too-long")
    return cleaned


def weighted_tokens(text: str, language: str, expansions: Iterable[Expansion]) -> dict[str, float]:
    """Tokens of every word that was typed, and weaker ones for synonyms and translations.

    A word counts once however often it was typed: who repeats one must not outweigh all others by it.
    """
    weights: dict[str, float] = {}
    for known in expansions:
        own, other = known.language, "ru" if known.language == "kk" else "kk"
        _add(weights, known.synonyms, own, SYNONYM_WEIGHT)
        _add(weights, known.translations, other, TRANSLATION_WEIGHT)
    typed = Counter(analyze(" ".join(dict.fromkeys(split_words(text))), language))
    return weights | {token: float(count) for token, count in typed.items()}


def _add(weights: dict[str, float], names: tuple[str, ...], language: str, weight: float) -> None:
    """The names of one thing share its weight; a token keeps the highest weight it is given."""
    for token, share in _shares(names, language):
        weights[token] = max(weights.get(token, 0.0), weight * share)


def concepts(text: str, language: str, expansions: Iterable[Expansion]) -> tuple[Concept, ...]:
    """Each telling word of the text with all its names; the words of one phrase share theirs."""
    named: dict[int, list[tuple[str, ...]]] = {}
    places: set[int] = set()
    for known in expansions:
        other = "ru" if known.language == "kk" else "kk"
        names = [_tokens_of(name, known.language) for name in known.synonyms]
        names += [_tokens_of(name, other) for name in known.translations]
        for position in range(*known.words):
            named.setdefault(position, []).extend(names)
        places |= set(range(*known.words)) if known.kind is TermKind.PLACE else set()
    return tuple(
        _concept(word, (own, *named.get(position, ())), position in places)
        for position, word in enumerate(split_words(text))
        if (own := _tokens_of(word, language))
    )


# The same few thousand names come up in query after query.
@lru_cache(maxsize=65_536)
def _shares(names: tuple[str, ...], language: str) -> tuple[tuple[str, float], ...]:
    """The tokens of several names, each with how often it stands in one of them on the average."""
    counts = Counter(token for name in names for token in _tokens_of(name, language))
    return tuple((token, count / len(names)) for token, count in counts.items())


@lru_cache(maxsize=65_536)
def _tokens_of(name: str, language: str) -> tuple[str, ...]:
    return tuple(analyze(name, language))


@lru_cache(maxsize=65_536)
def _concept(word: str, names: tuple[tuple[str, ...], ...], place: bool) -> Concept:
    stems = dict.fromkeys(frozenset(whole_stems(name)) for name in names)
    tokens = frozenset(token for name in names for token in name)
    return Concept(word, tokens, tuple(name for name in stems if name), place)
