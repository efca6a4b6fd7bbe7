"""References as drafters type them: "ст. 24 Конвенции", "ЗРК 292-VI", "ҚР НжОК 72-бабы", "6-кесте"."""

import re
from dataclasses import dataclass
from enum import StrEnum

from qa_service.citing.acts import Act, read_act
from qa_service.citing.articles import Article, articles_in, numbers_in
from qa_service.citing.dates import dates_in
from qa_service.citing.grammar import Grammar, typed_grammar
from qa_service.citing.numerals import ROMAN, value_of
from qa_service.citing.owners import CONVENTION, OTHER, owners_in
from qa_service.citing.spans import blanked
from qa_service.citing.typed import WORD, all_articles, named_articles, numbers_beside, paragraphs
from qa_service.language.alphabet import fold

_DOTTED = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")
_GLUED = re.compile(r"(?<=[^\W\d_]{2})(?=\d)|(?<=\d)(?=[^\W\d_]{2})")
_QUOTED_LETTER = re.compile(r"[\"'](\w)[\"']")


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
    word = grammar.table.search(text)
    return _by_number(Target.TABLE, word, text, grammar) if word else None


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
    if act is None or (act.is_vague and _law(text, grammar)):
        return None
    return Reference(Target.ACT, named_articles(text, grammar), act=act, words=text)


def _chapter(text: str, grammar: Grammar) -> Reference | None:
    word = grammar.chapter.search(text)
    if not word or articles_in(text, grammar):
        return None
    return _by_number(Target.CHAPTER, word, text, grammar)


def _by_number(target: Target, word: re.Match[str], text: str, grammar: Grammar) -> Reference | None:
    """What is called so by the numbers beside its word, or by its subject; None for the word alone."""
    numbers, words = numbers_beside(word.span(), text, grammar), blanked(text, [word.span()])
    return Reference(target, numbers=numbers, words=words) if numbers or WORD.search(words) else None


def _law(text: str, grammar: Grammar) -> Reference | None:
    """A law by its title, or articles of another treaty, which no index holds."""
    others = [owner for owner in owners_in(text, grammar) if owner.name == OTHER]
    listed = articles_in(text, grammar)
    words = blanked(text, [match.span() for match in grammar.kinds["law"].finditer(text)])
    taken = [each.span for each in listed] + [span for _, span in dates_in(text, grammar)]
    words = grammar.country.sub(" ", blanked(words, taken))
    if not others or not WORD.search(words):
        return None
    return Reference(Target.LAW, tuple(article for each in listed for article in each.articles), words=words)


def _article(text: str, grammar: Grammar) -> Reference | None:
    articles = named_articles(text, grammar)
    if not articles and grammar.convention.search(text) and not grammar.observations.search(text):
        named = [match.span() for match in grammar.convention.finditer(text)]
        articles = all_articles(blanked(text, named), grammar)
    return Reference(Target.ARTICLE, articles) if articles else None


def _observation(text: str, grammar: Grammar) -> Reference | None:
    if not (match := grammar.observations.search(text)):
        return None
    dated = [span for _, span in dates_in(text, grammar)]
    rest = blanked(text, [match.span(), *dated])
    numbers = paragraphs(rest, grammar) or numbers_in(rest)
    return Reference(Target.OBSERVATION, numbers=numbers) if numbers else None


def _bare(text: str, grammar: Grammar) -> Reference | None:
    """A chapter's numeral by itself, or paragraphs of what can only be the observations."""
    if re.fullmatch(rf"\s*{ROMAN}\W*", text):
        return Reference(Target.CHAPTER, numbers=(str(value_of(text)),))
    numbers = paragraphs(text, grammar)
    return Reference(Target.OBSERVATION, numbers=numbers) if numbers else None
