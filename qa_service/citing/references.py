"""References as drafters type them: "ст. 24 Конвенции", "ЗРК 292-VI", "ҚР НжОК 72-бабы", "6-кесте"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qa_service.citing.acts import Act, Span, dates_in, read_act
from qa_service.citing.articles import Article, articles_in, numbers_in, parts_in, with_parts
from qa_service.citing.grammar import NUMBER, Grammar, typed_grammar
from qa_service.citing.numerals import ROMAN, value_of
from qa_service.citing.owners import CONVENTION, OTHER, owners_in
from qa_service.language.alphabet import fold

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_GLUED = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})")
_QUOTED_LETTER = re.compile(r"[\"'](\w)[\"']")
_NUMBER = re.compile(rf"(?<![\w-]){NUMBER}(?:\s*\(\d+\))?")
_COUNT = re.compile(rf"(?<!\w)(?:\d+|{ROMAN})(?!\w)")


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
    rest = _without(text, [match.span()])
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
    rest = _without(text, [owner.span for owner in owners])
    return Reference(Target.CODE, _articles(rest, grammar), code=owners[-1].name)


def _act(text: str, grammar: Grammar) -> Reference | None:
    act = read_act(text, grammar)
    if act is None:
        return None
    return Reference(Target.ACT, _listed(text, grammar), act=act, words=text)


def _chapter(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.chapter.search(text)) or articles_in(text, grammar):
        return None
    counts = [count for count in _COUNT.finditer(text) if _beside(match.span(), count.span(), text)]
    numbers = tuple(str(value_of(count[0])) for count in counts[:1])
    return Reference(Target.CHAPTER, numbers=numbers, words=_without(text, [match.span()]))


def _law(text: str, grammar: Grammar) -> Reference | None:
    """A law by its title, or articles of another treaty, which no index holds."""
    others = [owner for owner in owners_in(text, grammar) if owner.name == OTHER]
    listed = articles_in(text, grammar)
    words = _without(text, [match.span() for match in grammar.kinds["law"].finditer(text)])
    words = grammar.country.sub(" ", _without(words, [each.span for each in listed]))
    if not others or not re.search(r"[^\W\d_]{3}", words):
        return None
    return Reference(Target.LAW, tuple(article for each in listed for article in each.articles), words=words)


def _article(text: str, grammar: Grammar) -> Reference | None:
    listed = _listed(text, grammar)
    if listed or (grammar.convention.search(text) and not grammar.observations.search(text)):
        named = [match.span() for match in grammar.convention.finditer(text)]
        return Reference(Target.ARTICLE, listed or _articles(_without(text, named), grammar))
    return None


def _observation(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.observations.search(text)):
        return None
    dated = [span for _, span in dates_in(text, grammar)]
    rest = _without(text, [match.span(), *dated])
    return Reference(Target.OBSERVATION, numbers=_paragraphs(rest, grammar) or numbers_in(rest))


def _bare(text: str, grammar: Grammar) -> Reference | None:
    """A chapter's numeral by itself, or paragraphs of what can only be the observations."""
    if re.fullmatch(rf"\s*{ROMAN}\W*", text):
        return Reference(Target.CHAPTER, numbers=(str(value_of(text)),))
    numbers = _paragraphs(text, grammar)
    return Reference(Target.OBSERVATION, numbers=numbers) if numbers else None


def _articles(text: str, grammar: Grammar) -> tuple[Article, ...]:
    """The articles in what is left of a reference: those that are called so, or else all numbers."""
    return _listed(text, grammar) or _unnamed(text, grammar)


def _listed(text: str, grammar: Grammar) -> tuple[Article, ...]:
    return tuple(
        article
        for listed in articles_in(text, grammar)
        for article in _with_letters(listed.articles, text, listed.span[1], grammar)
    )


def _unnamed(text: str, grammar: Grammar) -> tuple[Article, ...]:
    told = [
        match for pattern in (grammar.part_after, grammar.part_before) for match in pattern.finditer(text)
    ]
    rest = _without(text, [match.span() for match in told])
    parts = frozenset(part for match in told for part in parts_in(match["parts"]))
    found = (
        each
        for match in _NUMBER.finditer(rest)
        for each in _with_letters(_one(match), rest, match.end(), grammar)
    )
    articles = tuple(found)
    return (*articles[:-1], Article(articles[-1].number, articles[-1].parts | parts)) if articles else ()


def _one(match: re.Match[str]) -> tuple[Article, ...]:
    return with_parts(match[0], frozenset())


def _with_letters(
    articles: tuple[Article, ...], text: str, end: int, grammar: Grammar
) -> tuple[Article, ...]:
    letters = grammar.letters.match(text, end)
    if not letters or not articles:
        return articles
    last = articles[-1]
    return (*articles[:-1], Article(last.number, last.parts | parts_in(letters[0])))


def _paragraphs(text: str, grammar: Grammar) -> tuple[str, ...]:
    matches = (
        match for pattern in (grammar.part_after, grammar.part_before) for match in pattern.finditer(text)
    )
    return tuple(dict.fromkeys(number for match in matches for number in numbers_in(match["parts"])))


def _beside(word: Span, number: Span, text: str) -> bool:
    """Whether nothing but signs stands between a word and a number."""
    first, second = sorted((word, number))
    return not re.search(r"[^\W\d_]{3,}", text[first[1] : second[0]])


def _without(text: str, spans: list[Span]) -> str:
    """The text with spans blanked out, so that offsets stay."""
    return "".join(" " if any(a <= place < b for a, b in spans) else sign for place, sign in enumerate(text))
