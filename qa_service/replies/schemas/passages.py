"""A passage as clients see it."""

from pydantic import Field, computed_field

from qa_service.replies.schemas.base import Highlights, Language, Lines, Reply


class Mend(Reply):
    """A recorded repair of an extraction fault that `text` contains."""

    line: int
    before: str
    after: str
    reason: str


class Counterpart(Reply):
    """The same passage in another edition; `lines` are those of its own file."""

    id: str
    text: str
    language: Language
    status: str
    lines: Lines
    source_lines: Lines | None = Field(description="The lines in the official text.")
    path: list[str] = Field(description="Titles above the passage, chapter first.")
    citation: dict[str, str]
    highlights: Highlights


class Passage(Reply):
    """The smallest piece of a document that can be cited; `text` is verbatim."""

    id: str
    document: str
    language: Language
    status: str = Field(description="`official` or `working-translation`.")
    kind: str = Field(description="paragraph, list, heading, table or row.")
    text: str
    lines: Lines
    source_lines: Lines | None = Field(description="The lines in the official text.")
    path: list[str] = Field(description="Titles above the passage, chapter first.")
    articles: list[str] = Field(description="Articles of the Convention that its section names.")
    observations: list[str] = Field(description="Paragraphs of the concluding observations.")
    table: int | None
    row: int | None
    citation: dict[str, str] = Field(description="The citation by language.")
    mends: list[Mend]
    counterpart: Counterpart | None


class Paired(Reply):
    """A passage with its counterpart beside it, where it also stands in the passage itself."""

    passage: Passage

    @computed_field  # type: ignore[prop-decorator]
    @property
    def counterpart(self) -> Counterpart | None:
        """The same passage in another edition; the official one beside a translation."""
        return self.passage.counterpart


class Citation(Paired):
    """A passage that supports a reply."""

    highlights: Highlights


class PassagesReply(Reply):
    """Passages that follow each other; `previous` and `next` are the ids to ask for those beside them."""

    document: str
    language: Language
    section: str = Field(description="The id of the first passage, a heading but at the very beginning.")
    passages: list[Passage] = Field(description="In the order of the official text; tables without rows.")
    previous: str | None
    next: str | None


class PassageReply(Reply):
    """A passage with the ones before and after it in its edition."""

    passage: Passage
    previous: Passage | None
    next: Passage | None
