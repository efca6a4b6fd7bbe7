"""An edition whose pairs are known, made harder to tie: passages merged, split, dropped, their ids hidden."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from random import Random

from qa_service.document.records import Document, Kind, Pair, Passage
from qa_service.language.sentences import sentence_spans


class Change(Enum):
    """What happens to a passage of running text."""

    MERGE = auto()
    SPLIT = auto()
    DROP = auto()


@dataclass(frozen=True)
class Disturbed:
    """Passages whose ids say nothing, and the pairs that are right for them."""

    passages: tuple[Passage, ...]
    pairs: frozenset[Pair]


def disturb(document: Document, passages: Sequence[Passage], share: float, seed: int) -> Disturbed:
    """Changes this share of the paragraphs and lists among `passages` of an edition of the document. Each
    change is as likely; one sentence is not split, and nothing is merged with a heading below it."""
    random = Random(seed)
    partners = {name: pair.official for pair in document.pairs for name in pair.other}
    texts = [position for position, passage in enumerate(passages) if passage.kind is not Kind.HEADING]
    chosen = random.sample(texts, round(share * len(texts)))
    changes = {position: random.choice(list(Change)) for position in sorted(chosen)}
    hidden, pairs = list[Passage](), set[Pair]()
    for official, parts in _changed(passages, partners, changes, random):
        ids = tuple(f"hidden.{len(hidden) + place}" for place in range(len(parts)))
        hidden += [replace(part, id=name) for part, name in zip(parts, ids, strict=True)]
        pairs |= {Pair(official, ids)} if parts else set()
    return Disturbed(tuple(hidden), frozenset(pairs))


def _changed(
    passages: Sequence[Passage],
    partners: dict[str, tuple[str, ...]],
    changes: dict[int, Change],
    random: Random,
) -> Iterator[tuple[tuple[str, ...], tuple[Passage, ...]]]:
    position = 0
    while position < len(passages):
        taken = passages[position : position + 1]
        change = changes.get(position)
        following = passages[position + 1 : position + 2]
        if change is Change.MERGE and following and following[0].kind is not Kind.HEADING:
            taken = passages[position : position + 2]
        official = tuple(name for passage in taken for name in partners[passage.id])
        yield official, _parts(taken, change, random)
        position += len(taken)


def _parts(taken: Sequence[Passage], change: Change | None, random: Random) -> tuple[Passage, ...]:
    whole = replace(taken[0], text=" ".join(passage.text for passage in taken))
    starts = [start for start, _ in sentence_spans(whole.text)][1:]
    if change is Change.DROP:
        return ()
    if change is Change.SPLIT and starts:
        cut = random.choice(starts)
        return replace(whole, text=whole.text[:cut].strip()), replace(whole, text=whole.text[cut:])
    return (whole,)
