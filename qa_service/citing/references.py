"""References as drafters type them: "ст. 24 Конвенции", "ЗРК 292-VI", "ҚР НжОК 72-бабы", "6-кесте"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qa_service.citing.acts import Act, read_act
from qa_service.citing.articles import Article, articles_in, numbers_in
from qa_service.citing.dates import dates_in
from qa_service.citing.grammar import Grammar, typed_grammar
from qa_service.citing.numerals import COUNT, ROMAN, value_of
from qa_service.citing.owners import CONVENTION, OTHER, owners_in
from qa_service.citing.spans import Span, blanked
from qa_service.citing.typed import all_articles, named_articles, paragraphs
from qa_service.language.alphabet import fold

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_GLUED = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})")
_QUOTED_LETTER = re.compile(r"[\"'](\w)[\"']")
_WORD = re.compile(r"[^\W\d_]{3,}")


class Target(StrEnum):
    """What a reference names."""

    ARTICLE = "article"
    OBSERVATION = "observation"
    ACT = "act"
    LAW = "law"
    CODE = "code-article"
    TABLE = "table"
    CHAPTER = "chapter"
    SECTION = "section"
    PASSAGE = "passage"


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference that was understood.

    `articles` are those of the Convention, of `code` or of `act`; `numbers` those of observations, tables
    or chapters. `words` is the folded text, for what is named by its subject.
    """

    target: Target
    articles: tuple[Article, ...] = ()
    numbers: tuple[str, ...] = ()
    code: str | None = None
    act: Act | None = None
    passage: str | None = None
    words: str = ""


def read_reference(text: str) -> Reference | None:
    """What `text` refers to, or None where it is not a reference."""
    grammar = typed_grammar()
    if match := grammar.passage.fullmatch(text.strip()):
        return Reference(Target.PASSAGE, passage=match["id"])
    folded = _settled(text, grammar)
    readers = (_table, _code_article, _act, _chapter, _law, _article, _observation, _bare)
    return next((found for reader in readers if (found := reader(folded, grammar))), None)


def _settled(text: str, grammar: Grammar) -> str:
    """Folded, without the dots of "У.К.", with words parted from figures, ordinals as numbers."""
    undotted = _DOTTED.sub(lambda match: match[0].replace(".", "") + " ", text)
    return _QUOTED_LETTER.sub(r" \1 ", grammar.ordinal.sub(" ", _GLUED.sub(" ", fold(undotted))))


def _table(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.table.search(text)):
        return None
    rest = blanked(text, [match.span()])
    number = re.search(r"(?<!\w)\d+(?!\w*\d)", rest)
    near = number and _beside(match.span(), number.span(), text)
    return Reference(Target.TABLE, numbers=(number[0],) if number and near else (), words=rest)


def _code_article(text: str, grammar: Grammar) -> Reference | None:
    owners = [owner for owner in owners_in(text, grammar) if owner.name not in (CONVENTION, OTHER)]
    if not owners:
        return None
    numbered = grammar.act_number.search(text)
    if numbered and not articles_in(text, grammar):
        return None
    rest = blanked(text, [owner.span for owner in owners])
    return Reference(Target.CODE, all_articles(rest, grammar), code=owners[-1].name)


def _act(text: str, grammar: Grammar) -> Reference | None:
    act = read_act(text, grammar)
    if act is None:
        return None
    return Reference(Target.ACT, named_articles(text, grammar), act=act, words=text)


def _chapter(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.chapter.search(text)) or articles_in(text, grammar):
        return None
    counts = [count for count in COUNT.finditer(text) if _beside(match.span(), count.span(), text)]
    numbers = tuple(str(value_of(count[0])) for count in counts[:1])
    return Reference(Target.CHAPTER, numbers=numbers, words=blanked(text, [match.span()]))


def _law(text: str, grammar: Grammar) -> Reference | None:
    """A law by its title, or articles of another treaty, which no index holds."""
    others = [owner for owner in owners_in(text, grammar) if owner.name == OTHER]
    listed = articles_in(text, grammar)
    words = blanked(text, [match.span() for match in grammar.kinds["law"].finditer(text)])
    words = grammar.country.sub(" ", blanked(words, [each.span for each in listed]))
    if not others or not _WORD.search(words):
        return None
    return Reference(Target.LAW, tuple(article for each in listed for article in each.articles), words=words)


def _article(text: str, grammar: Grammar) -> Reference | None:
    listed = named_articles(text, grammar)
    if listed or (grammar.convention.search(text) and not grammar.observations.search(text)):
        named = [match.span() for match in grammar.convention.finditer(text)]
        return Reference(Target.ARTICLE, listed or all_articles(blanked(text, named), grammar))
    return None


def _observation(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.observations.search(text)):
        return None
    dated = [span for _, span in dates_in(text, grammar)]
    rest = blanked(text, [match.span(), *dated])
    return Reference(Target.OBSERVATION, numbers=paragraphs(rest, grammar) or numbers_in(rest))


def _bare(text: str, grammar: Grammar) -> Reference | None:
    """A chapter's numeral by itself, or paragraphs of what can only be the observations."""
    if re.fullmatch(rf"\s*{ROMAN}\W*", text):
        return Reference(Target.CHAPTER, numbers=(str(value_of(text)),))
    numbers = paragraphs(text, grammar)
    return Reference(Target.OBSERVATION, numbers=numbers) if numbers else None


def _beside(word: Span, number: Span, text: str) -> bool:
    """Whether nothing but signs stands between a word and a number."""
    first, second = sorted((word, number))
    return not _WORD.search(text[first[1] : second[0]])
