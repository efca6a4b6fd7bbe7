"""The text of one XML part of a Word file, collected while it is parsed: no tree is built in memory."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from qa_service.errors import DraftUnreadable

NoteKey = tuple[str, str]
"""("footnote" or "endnote", its id)."""

_PRINTED = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = ("footnote", "endnote")
_REFERENCES = {f"{note}Reference": note for note in _NOTES}
# Deleted words, where moved words came from, and the second copy of what newer versions of Word draw.
_SKIPPED = frozenset(("del", "moveFrom", "Fallback"))


@dataclass(slots=True)
class RawParagraph:
    """A paragraph of a part. `note` is the note that it belongs to; `references` are (offset, note)."""

    note: NoteKey | None
    pieces: list[str] = field(default_factory=list)
    references: list[tuple[int, NoteKey]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words so far."""
        return "".join(self.pieces)


class Harmless:
    """A target for `xml.etree.ElementTree.XMLParser` that refuses document types: they declare entities."""

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Raises DraftUnreadable."""
        raise DraftUnreadable(reason="damaged")


class ParagraphTarget(Harmless):
    """Collects the paragraphs of a part; one in a text box stands before the paragraph that holds the box."""

    def __init__(self) -> None:
        self._found: list[RawParagraph] = []
        self._open: list[RawParagraph] = []
        self._note: NoteKey | None = None
        self._skipping = 0
        self._in_text = False

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        name = local_name(tag)
        if self._skipping or name in _SKIPPED:
            self._skipping += 1
        elif name in _NOTES:
            self._note = (name, _id(attributes))
        elif name == "p":
            self._open.append(RawParagraph(self._note))
        elif self._open:
            self._printed(name, attributes)

    def _printed(self, name: str, attributes: Mapping[str, str]) -> None:
        paragraph = self._open[-1]
        if name in _REFERENCES:
            paragraph.references.append((len(paragraph.text), (_REFERENCES[name], _id(attributes))))
        self._in_text = name == "t"
        paragraph.pieces.append(_PRINTED.get(name, ""))

    def data(self, text: str) -> None:
        """Characters, some of which are words."""
        if self._in_text and self._open and not self._skipping:
            self._open[-1].pieces.append(text)

    def end(self, tag: str) -> None:
        """An element ends."""
        self._in_text = False
        if self._skipping:
            self._skipping -= 1
        elif local_name(tag) == "p":
            self._found.append(self._open.pop())

    def close(self) -> list[RawParagraph]:
        """The paragraphs, in the order of their ends."""
        return self._found


class TypesTarget(Harmless):
    """Collects the names of an archive's parts by content type, and the types given to file endings."""

    def __init__(self) -> None:
        self._parts: list[tuple[str, str]] = []

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if kind := attributes.get("ContentType"):
            self._parts.append((kind, attributes.get("PartName", "").removeprefix("/")))

    def close(self) -> list[tuple[str, str]]:
        """(content type, name of the part or "")."""
        return self._parts


def local_name(tag: str) -> str:
    """The name without its namespace, of which there are two for Word's XML."""
    return tag.rpartition("}")[2]


def _id(attributes: Mapping[str, str]) -> str:
    return next((value for name, value in attributes.items() if local_name(name) == "id"), "")
