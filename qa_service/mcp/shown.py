"""For whom replies are written out, and what every reply says in the same way."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qa_service.language.phrases import phrase
from qa_service.replies.text import in_language, permanent_address


@dataclass(frozen=True)
class Shown:
    """For whom a reply is written out: `language` of our own words, `base` before permanent addresses."""

    language: str
    base: str = ""

    def say(self, key: str, **values: object) -> str:
        """A phrase in the reader's language."""
        return phrase(key, self.language, **values)

    def address(self, identifier: str) -> str:
        """The permanent address of a passage, a row or a cell."""
        return permanent_address(self.base, identifier)

    def cited(self, citation: Mapping[str, str], identifier: str | None) -> str:
        """The citation and the permanent address, each on a line of its own."""
        address = self.address(identifier) if identifier else ""
        told = (("place.citation", in_language(citation, self.language)), ("mcp.address", address))
        return "".join(f"\n{self.say(key)}: {value}" for key, value in told if value)


def joined(parts: Iterable[str]) -> str:
    """Parts of a text with a blank line between them; blank ones are left out."""
    return "\n\n".join(part for part in parts if part)
