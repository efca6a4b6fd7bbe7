"""What a person wrote about a document: manifest.toml."""

import re
from datetime import date
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

from qa_service.corpus_files import read_toml
from qa_service.document.records import Status

MANIFEST = "manifest.toml"

ID = r"^[A-Za-z0-9][A-Za-z0-9_-]*$"
LANGUAGE = r"^[a-z]{2}$"


class EditionEntry(BaseModel):
    """One edition. `file` is relative to the document's folder; a working translation is a folder, and may
    have a table of `names` and accepted `exceptions` to its checks."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    language: str = Field(pattern=LANGUAGE)
    status: Status
    file: str = Field(min_length=1)
    mends: str | None = None
    headings: str | None = None
    names: str | None = None
    exceptions: str | None = None


class Manifest(BaseModel):
    """A document in a person's words: titles, adopters and the acts that adopted it by language; the official
    edition comes first."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    id: str = Field(pattern=ID)
    titles: dict[str, str] = Field(min_length=1)
    short_titles: dict[str, str] = Field(min_length=1)
    number: str | None = None
    date_adopted: date | None = Field(default=None, alias="date")
    adopted_by: dict[str, str] = {}
    acts: dict[str, str] = {}
    editions: tuple[EditionEntry, ...] = Field(min_length=1)


def read_manifest(folder: Path) -> Manifest:
    """The manifest of a document's folder, with the official texts that were dropped into the folder since;
    raises CorpusUnreadable with the first fault in it."""
    return with_dropped(read_toml(folder, MANIFEST, Manifest), folder)


def with_dropped(manifest: Manifest, folder: Path) -> Manifest:
    """Adds every text that lies in the folder under the name of its language, such as `ru.txt`, as official
    edition. It takes the place of a working translation; an entry that names it or is official stays."""
    stems = sorted(path.stem for path in folder.glob("*.txt") if re.fullmatch(LANGUAGE, path.stem))
    dropped = {
        stem: EditionEntry(language=stem, status=Status.OFFICIAL, file=f"{stem}.txt") for stem in stems
    }
    kept = [dropped.get(entry.language, entry) if _gives_way(entry) else entry for entry in manifest.editions]
    known = {entry.language for entry in kept}
    added = [entry for language, entry in dropped.items() if language not in known]
    return manifest.model_copy(update={"editions": (*kept, *added)})


def _gives_way(entry: EditionEntry) -> bool:
    return entry.status is Status.WORKING and entry.file != f"{entry.language}.txt"
