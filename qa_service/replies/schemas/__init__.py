"""What goes in and out over HTTP. Field names are a promise to clients: add, never rename."""

from qa_service.replies.schemas.answers import (
    AskReply,
    CiteReply,
    Figure,
    Hit,
    SearchReply,
    StruckSentence,
    Wording,
    Written,
    WrittenSentence,
)
from qa_service.replies.schemas.base import Reply, Spoken
from qa_service.replies.schemas.checking import CheckCounts, CheckFinding, CheckPlace, CheckReply, DraftText
from qa_service.replies.schemas.documents import (
    DocumentsReply,
    DocumentSummary,
    EditionOutline,
    EditionSummary,
    OutlineReply,
    Section,
)
from qa_service.replies.schemas.passages import (
    Citation,
    Counterpart,
    Mend,
    Passage,
    PassageReply,
    PassagesReply,
)
from qa_service.replies.schemas.references import (
    ReferenceEntry,
    ReferenceKind,
    ReferencePlace,
    ReferencesReply,
)
from qa_service.replies.schemas.requests import AskRequest, Cited, SearchRequest
from qa_service.replies.schemas.sheets import (
    Counted,
    Evidence,
    IssueEntry,
    SheetEdit,
    SheetEdits,
    SheetReply,
    SheetText,
)
from qa_service.replies.schemas.status import FieldProblem, Health, Problem
from qa_service.replies.schemas.tables import Mark, Row, TableReply, TablesReply, TableSummary

__all__ = [
    "AskReply",
    "AskRequest",
    "CheckCounts",
    "CheckFinding",
    "CheckPlace",
    "CheckReply",
    "Citation",
    "CiteReply",
    "Cited",
    "Counted",
    "Counterpart",
    "DocumentSummary",
    "DocumentsReply",
    "DraftText",
    "EditionOutline",
    "EditionSummary",
    "Evidence",
    "FieldProblem",
    "Figure",
    "Health",
    "Hit",
    "IssueEntry",
    "Mark",
    "Mend",
    "OutlineReply",
    "Passage",
    "PassageReply",
    "PassagesReply",
    "Problem",
    "ReferenceEntry",
    "ReferenceKind",
    "ReferencePlace",
    "ReferencesReply",
    "Reply",
    "Row",
    "SearchReply",
    "SearchRequest",
    "Section",
    "SheetEdit",
    "SheetEdits",
    "SheetReply",
    "SheetText",
    "Spoken",
    "StruckSentence",
    "TableReply",
    "TableSummary",
    "TablesReply",
    "Wording",
    "Written",
    "WrittenSentence",
]
