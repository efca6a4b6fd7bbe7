"""Which mentions name the same act, though one gives its number, one its date and one neither in full."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from qa_service.citing.acts import Act
from qa_service.citing.dates import Date
from qa_service.citing.mentions import Mention
from qa_service.citing.places import Place
from qa_service.document.records import Passage


@dataclass(slots=True)
class Cluster:
    """An act with its places; `act` holds what all its mentions say together, `plain` is true where one of
    them prints the number without a series."""

    act: Act
    plain: bool = False
    places: list[Place] = field(default_factory=list)

    def add(self, passage: Passage, act: Act, mention: Mention) -> None:
        self.act = Act(
            self.act.kind,
            self.act.number or act.number,
            self.act.series or act.series,
            _joined(self.act.date, act.date),
        )
        self.plain = self.plain or (act.number is not None and act.series is None)
        self.places.append(Place(passage, (mention.span,)))


def same_acts(read: Sequence[tuple[Passage, Mention]]) -> list[Cluster]:
    """The acts of a text. Mentions that say most come first, so that vaguer ones find them: an act by
    number joins what fits it, one without a number only the one act of its kind and day."""
    acts = [(passage, mention.named, mention) for passage, mention in read if isinstance(mention.named, Act)]
    acts.sort(key=lambda each: (each[1].number is None, not each[1].date.full, each[1].date == Date()))
    clusters: list[Cluster] = []
    for passage, act, mention in acts:
        cluster = _fitting(act, clusters)
        if cluster is None:
            clusters.append(cluster := Cluster(act))
        cluster.add(passage, act, mention)
    return clusters


def _fitting(act: Act, clusters: Sequence[Cluster]) -> Cluster | None:
    fitting = [cluster for cluster in clusters if _same(act, cluster.act)]
    if act.number is None and len(fitting) > 1:
        return None
    return fitting[0] if fitting else None


def _same(act: Act, known: Act) -> bool:
    if act.number is None:
        return act.kind == known.kind and act.date == known.date
    return act.number == known.number and act.fits(known)


def _joined(one: Date, other: Date) -> Date:
    return Date(one.year or other.year, one.month or other.month, one.day or other.day)
