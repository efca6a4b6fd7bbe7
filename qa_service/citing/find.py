"""Entries that a reference names, and the nearest one where it names none."""

from collections.abc import Iterator, Sequence

from qa_service.citing.acts import Act
from qa_service.citing.articles import Article
from qa_service.citing.index import Entry, rank
from qa_service.citing.places import Place
from qa_service.citing.references import Reference, Target

_FAR = 10_000


def places(reference: Reference, entries: Sequence[Entry]) -> Iterator[Place]:
    """Every place that a reference names, in no order; a place may come twice."""
    of_kind = [entry for entry in entries if entry.target is reference.target]
    if reference.act:
        for entry in _acts(reference.act, of_kind):
            yield from entry.places
    elif reference.target in (Target.ARTICLE, Target.CODE):
        yield from _articles(reference, of_kind)
    elif reference.numbers:
        found = (place for entry in of_kind if entry.number in reference.numbers for place in entry.places)
        wanted = {article.number for article in reference.articles}
        yield from (place for place in found if not wanted or place.parts & wanted)


def nearest(reference: Reference, entries: Sequence[Entry]) -> Entry | None:
    """The entry of the same kind, and for a code of the same code, whose number is nearest: where it is the
    very one, an article that it is not named with was asked for."""
    near = [entry for entry in entries if entry.target is reference.target and entry.code == reference.code]
    if reference.act:
        return _nearest_act(reference.act, near)
    if named := next((entry for entry in near if entry.number in reference.numbers), None):
        return named
    wanted = reference.numbers or tuple(article.number for article in reference.articles)
    numbered = [entry for entry in near if rank(entry.number)]
    if not wanted or not numbered:
        return None
    return min(numbered, key=lambda entry: _distance(entry.number, wanted[0]))


def _articles(reference: Reference, entries: Sequence[Entry]) -> Iterator[Place]:
    wanted = reference.articles or ((Article(""),) if reference.code else ())
    for article in wanted:
        for entry in entries:
            if entry.code == reference.code and entry.number == article.number:
                yield from (place for place in entry.places if _meets(article, entry, place))


def _meets(article: Article, entry: Entry, place: Place) -> bool:
    """Codes are cited by article; paragraphs narrow down only the Convention's."""
    return entry.target is Target.CODE or article.meets(Article(article.number, place.parts))


def _acts(act: Act, entries: Sequence[Entry]) -> list[Entry]:
    """Acts that fit. A number without kind and series means, if there is one, the act that is printed so."""
    fitting = [entry for entry in entries if entry.act and _named(act, entry.act)]
    if act.kind is None and act.series is None and any(entry.plain for entry in fitting):
        return [entry for entry in fitting if entry.plain]
    return fitting


def _named(act: Act, known: Act) -> bool:
    """Whether an act is meant: by its number, by its day, or with all others of its kind in a year."""
    if act.number is not None:
        return known.number is not None and act.fits(known)
    if act.date.full:
        return known.date.full and act.fits(known)
    told = act.kind and act.date.year and known.date.year
    return bool(told) and act.fits(known)


def _nearest_act(act: Act, entries: Sequence[Entry]) -> Entry | None:
    """The act of the same number, else of the same day, else of the same kind with the nearest number."""
    known = [(entry, entry.act) for entry in entries if entry.act]
    same = [entry for entry, one in known if act.number and one.number == act.number]
    same += [entry for entry, one in known if act.date.full and one.date == act.date]
    alike = [(entry, one.number) for entry, one in known if one.kind == act.kind and one.number]
    if same or not alike or not act.number:
        return same[0] if same else None
    wanted = act.number
    return min(alike, key=lambda each: _distance(each[1], wanted))[0]


def _distance(one: str, other: str) -> int:
    first, second = rank(one.split("/")[0]), rank(other.split("/")[0])
    return abs(first[0] - second[0]) if first and second else _FAR
