"""What a passage names: acts, articles of codes, articles of the Convention, each with its span."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qa_service.citing.acts import Act, acts_in
from qa_service.citing.articles import Article, Listed, articles_in
from qa_service.citing.grammar import printed_grammar
from qa_service.citing.laws import Law, law_titles
from qa_service.citing.owners import CONVENTION, OTHER, Owner, owner_of, owners_in
from qa_service.citing.spans import Span
from qa_service.document.records import Kind, Passage
from qa_service.language.alphabet import fold_with_offsets
from qa_service.language.sentences import sentence_spans

_ADJACENT = 3

LAW_NEAR = 90
"""Characters between an article and the title of its law behind it: country, date and number stand there."""


@dataclass(frozen=True, slots=True)
class CodeArticle:
    """An article of a code; without an article the code itself."""

    code: str
    article: Article | None = None


@dataclass(frozen=True, slots=True)
class Mention:
    """What the characters `span` of a passage's text name; an Article by itself is the Convention's."""

    named: Act | CodeArticle | Article | Law
    span: Span


class MentionReader:
    """Reads passages in the order of the text and remembers the code that a section speaks of: an article
    in brackets belongs to it where its own passage names none."""

    def __init__(self) -> None:
        self._path: tuple[str, ...] = ()
        self._code: str | None = None

    def read(self, passage: Passage) -> tuple[Mention, ...]:
        """Every mention in a passage, in order."""
        if passage.path != self._path:
            self._path, self._code = passage.path, None
        folded, offsets = fold_with_offsets(passage.text)
        owners = owners_in(folded, printed_grammar())
        found = sorted(self._all(passage, folded, owners, offsets), key=lambda mention: mention.span)
        named = [owner.name for owner in owners if owner.name != CONVENTION]
        if named:
            self._code = named[-1] if named[-1] != OTHER else None
        return tuple(Mention(each.named, _printed(each.span, offsets)) for each in found)

    def _all(
        self, passage: Passage, folded: str, owners: Sequence[Owner], offsets: Sequence[int]
    ) -> Iterator[Mention]:
        grammar = printed_grammar()
        for owner in owners:
            if owner.name not in (CONVENTION, OTHER):
                yield Mention(CodeArticle(owner.name), owner.span)
        for listed in articles_in(folded, grammar):
            yield from self._articles(passage, folded, listed, owners)
        starts = [bound for bound, _ in sentence_spans(passage.text)]
        for mention in acts_in(folded, [bisect_left(offsets, start) for start in starts], grammar):
            if mention.act.kind:
                yield Mention(mention.act, mention.span)
        yield from _laws(folded, owners)

    def _articles(
        self, passage: Passage, folded: str, listed: Listed, owners: Sequence[Owner]
    ) -> Iterator[Mention]:
        owner = owner_of(listed.span, listed.leads, owners)
        name = owner.name if owner else self._unowned(passage, folded, listed)
        span = _with_owner(listed.span, owner) if owner else listed.span
        for article in listed.articles:
            if name == CONVENTION:
                yield Mention(article, span)
            elif name and name != OTHER:
                yield Mention(CodeArticle(name, article), span)

    def _unowned(self, passage: Passage, folded: str, listed: Listed) -> str | None:
        """Headings name the Convention's articles without saying so."""
        if passage.kind is Kind.HEADING:
            return CONVENTION if passage.articles else None
        bracketed = folded[: listed.span[0]].rstrip().endswith("(")
        return self._code if bracketed else None


def _laws(folded: str, owners: Sequence[Owner]) -> Iterator[Mention]:
    """Laws by their titles, each with the articles that are named for it."""
    titles = law_titles(folded, printed_grammar())
    numbers: dict[Span, set[str]] = {span: set() for _, span in titles}
    for listed in articles_in(folded, printed_grammar()):
        owner = owner_of(listed.span, listed.leads, owners)
        named = owner_of(listed.span, listed.leads, [Owner(OTHER, span) for _, span in titles], LAW_NEAR)
        if owner and owner.name == OTHER and named:
            numbers[named.span].update(article.number for article in listed.articles)
    for title, span in titles:
        yield Mention(Law(title, frozenset(numbers[span])), span)


def _with_owner(span: Span, owner: Owner) -> Span:
    """The span with its owner's name, where they stand side by side."""
    start, end = owner.span
    if 0 <= span[0] - end <= _ADJACENT:
        return start, span[1]
    if 0 <= start - span[1] <= _ADJACENT:
        return span[0], end
    return span


def _printed(span: Span, offsets: Sequence[int]) -> Span:
    """A span of folded text in the text as printed."""
    return offsets[span[0]], offsets[span[1] - 1] + 1
