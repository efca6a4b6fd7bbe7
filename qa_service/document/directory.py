"""Passages by their ids."""

from collections.abc import Iterable, Sequence

from qa_service.document.records import Document, Passage


class Directory:
    """Every passage of some documents with those around it and the one that says the same; immutable."""

    def __init__(self, documents: Iterable[Document]) -> None:
        self._places: dict[str, tuple[Sequence[Passage], int]] = {}
        self._partners: dict[str, str] = {}
        for document in documents:
            self._enter(document)

    def get(self, identifier: str) -> Passage | None:
        """The passage of this id, if there is one."""
        passages, place = self._places.get(identifier, ((), 0))
        return passages[place] if passages else None

    def before(self, passage: Passage) -> Passage | None:
        """The one that stands before it in its edition."""
        passages, place = self._places[passage.id]
        return passages[place - 1] if place else None

    def after(self, passage: Passage) -> Passage | None:
        """The one that stands after it in its edition."""
        passages, place = self._places[passage.id]
        return passages[place + 1] if place + 1 < len(passages) else None

    def counterpart(self, passage: Passage) -> Passage | None:
        """The first one in another edition that says the same."""
        return self.get(self._partners.get(passage.id, ""))

    def _enter(self, document: Document) -> None:
        for edition in document.editions:
            for place, passage in enumerate(edition.passages):
                self._places[passage.id] = (edition.passages, place)
        for pair in document.pairs:
            self._partners |= dict.fromkeys(pair.official, pair.other[0])
            self._partners |= dict.fromkeys(pair.other, pair.official[0])
