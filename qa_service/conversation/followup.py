"""What a question means within a conversation: a follow-up made whole, or the question as it is.

A wrong carry-over is worse than none: a question that may have a subject of its own is left alone.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qa_service.conversation.continuing import way_of
from qa_service.conversation.phrases import languages
from qa_service.conversation.reading import Reading
from qa_service.conversation.spoken import spoken_in
from qa_service.conversation.tagging import read
from qa_service.errors import QueryInvalid
from qa_service.language.glossary import Glossary
from qa_service.language.terms import TermKind, split_words
from qa_service.search.query import LONGEST, Query

LOOKED_BACK = 12
"""Earlier questions that a follow-up is understood from."""

LONGEST_CONTINUED = 500
"""Characters of a text that others go on from; a longer one ends what was spoken of before it."""


@dataclass(frozen=True, slots=True)
class Understood:
    """`question` stands alone; `language` is the one to reply in, None where the question tells it."""

    question: str
    language: str | None = None


@dataclass(frozen=True, slots=True)
class _Standing:
    """What is spoken of: the last question as it was understood, and the language it was asked in."""

    reading: Reading
    asked_in: str


@dataclass(frozen=True, slots=True)
class _Whole:
    """A follow-up made whole, and the language that it is written in."""

    text: str
    language: str

    @property
    def reading(self) -> Reading:
        return read(self.text, self.language)


class Conversation:
    """Understands follow-up questions; keeps nothing between two calls and is safe in several threads."""

    def __init__(self, read_query: Callable[[str], Query], glossary: Glossary) -> None:
        self._read_query = read_query
        self._glossary = glossary

    def understood(self, earlier: Sequence[str], text: str) -> Understood:
        """`text` as a question that stands alone, after the `earlier` questions of one person, oldest
        first and as they were typed. A question with a subject of its own comes back unchanged.

        Earlier texts that are no questions are passed over. Raises QueryInvalid for `text`.
        """
        standing: _Standing | None = None
        for turn in earlier[-LOOKED_BACK:]:
            standing = self._next(standing, turn)
        return self._understood(standing, self._read_query(text))

    def is_courtesy(self, text: str) -> bool:
        """Whether `text` says nothing but thanks or a greeting. Raises QueryInvalid."""
        query = self._read_query(text)
        return query.language in languages() and read(query.restored, query.language).courtesy

    def _next(self, standing: _Standing | None, turn: str) -> _Standing | None:
        if len(turn) > LONGEST_CONTINUED:
            return None
        try:
            query = self._read_query(turn)
        except QueryInvalid:
            return standing
        language = spoken_in(query, standing.asked_in if standing else None)
        if language not in languages():
            return None
        later = read(query.restored, language)
        if later.courtesy:
            return standing
        whole = self._whole(standing.reading, later) if standing else None
        return _Standing(whole.reading if whole else later, later.spoken or language)

    def _understood(self, standing: _Standing | None, query: Query) -> Understood:
        language = spoken_in(query, standing.asked_in if standing else None)
        if standing is None or language not in languages():
            return Understood(query.text)
        later = read(query.restored, language)
        whole = self._whole(standing.reading, later)
        return Understood(whole.text, later.spoken or language) if whole else Understood(query.text)

    def _whole(self, earlier: Reading, later: Reading) -> _Whole | None:
        """The follow-up made whole; None for a question that stands alone."""
        if later.courtesy:
            return None
        if later.more or later.spoken:
            return _Whole(earlier.words.text, earlier.language)
        way = way_of(earlier, later)
        question = way.compose(earlier, later, self._name) if way else ""
        return _Whole(question, way.written_in) if way and 0 < len(question) <= LONGEST else None

    def _name(self, place: str, language: str) -> str:
        """What a place is called in a language, as typed where nobody knows."""
        other = next(each for each in ("kk", "ru") if each != language)
        known = self._glossary.expand(split_words(place), other)
        places = (it.translations for it in known if it.kind is TermKind.PLACE and it.language == other)
        names = [name for name in next(places, ()) if name] or [place]
        return next((name for name in names if " " in name), names[0])
