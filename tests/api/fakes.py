"""A stand-in with the face of the service and two passages of text."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace as Some
from typing import Any

from fastapi import FastAPI

from qa_service.answering.records import Answer, Citation, Figure, NoAnswer, Wording
from qa_service.api.app import create_app
from qa_service.checking.checker import Checker
from qa_service.checking.draft import Draft
from qa_service.citing.acts import Act
from qa_service.citing.dates import Date
from qa_service.citing.index import Entry
from qa_service.citing.places import Place
from qa_service.citing.references import Target
from qa_service.document.records import Corpus, Document, Edition, Kind, Passage, Section, Status
from qa_service.errors import DocumentUnknown, PassageUnknown, TableUnknown
from qa_service.hosting.host import Host
from qa_service.hosting.supplier import Supplier
from qa_service.hosting.workers import Workers
from qa_service.language.detection import detect
from qa_service.language.glossary import Glossary
from qa_service.language.stems import stem_of
from qa_service.library import Library
from qa_service.search.query import checked
from qa_service.service import Service
from qa_service.settings import read_settings
from tests import small_document

RUSSIAN = small_document.RUSSIAN
KAZAKH = replace(small_document.KAZAKH, path=("I тарау", "Бөлім"), articles=("20",))
TABLE = replace(small_document.TABLE, source="=cmd()")
EDITION = Edition(
    "kk",
    Status.OFFICIAL,
    "kk.txt",
    (KAZAKH,),
    (Section("I тарау", (9, 12), passages=(KAZAKH.id,)),),
    (TABLE,),
)
TABLE_PASSAGE = replace(KAZAKH, id="D1.kk.t6", kind=Kind.TABLE, table=6, text="Кесте", lines=(30, 33))
DOCUMENT = Document("D1", {"kk": "Құжат"}, {"kk": "Құжат"}, "1", "2021-12-28", {"kk": "Үкімет"}, (EDITION,))
CHECKED = replace(DOCUMENT, editions=(replace(EDITION, passages=(KAZAKH, TABLE_PASSAGE)),))
CHECKER = Checker(Corpus((CHECKED,)), Glossary.read([], stem_of), lambda text, limit: ())


class FakeLibrary(Library):
    """One document, of which it gives one passage and one table."""

    def __init__(self) -> None:
        pass

    def passage(self, identifier: str) -> Any:
        if identifier != KAZAKH.id:
            raise PassageUnknown(id=identifier)
        return Some(passage=KAZAKH, counterpart=RUSSIAN, previous=None, next=None, column=None)

    @property
    def documents(self) -> Any:
        return (DOCUMENT,)

    def document(self, identifier: str) -> Any:
        if identifier != "D1":
            raise DocumentUnknown(id=identifier)
        return DOCUMENT

    def tables(self, language: str | None = None) -> Any:
        return (TABLE,)

    def table(self, number: int, language: str | None = None) -> Any:
        if number != TABLE.number:
            raise TableUnknown(number=number, known="6")
        return TABLE

    def table_passage(self, number: int, language: str | None = None) -> Any:
        return TABLE_PASSAGE

    def cell_citation(self, cell: str, form: str = "footnote") -> Any:
        return {"ru": f"{form} {cell}"}

    def citation(self, passage: Passage, form: str = "footnote", column: int | None = None) -> Any:
        if form != "footnote":
            return {"ru": f"{form} {passage.id}"}
        return {"kk": "1-қаулы", "ru": "Постановление № 1"}


class FakeService(Service):
    """Answers what has a question mark with a figure and a passage, and refuses all else."""

    def __init__(self, generation: str = "first") -> None:
        self.generation = generation
        self.library = FakeLibrary()

    def _query(self, text: str) -> Any:
        cleaned = checked(text)
        return Some(text=cleaned, restored=cleaned, language=detect(cleaned))

    def search(self, text: str, limit: int) -> Any:
        hit = Some(rank=1, score=0.5, passage=RUSSIAN, counterpart=KAZAKH)
        return Some(query=self._query(text), hits=(hit,))

    def ask(self, text: str, limit: int, earlier: Sequence[str] = ()) -> Any:
        query = self._query(text)
        if "?" not in text:
            return query, NoAnswer(Wording("Есепте жоқ.", "kk", False), 0.1, (Citation(KAZAKH),))
        figure = Figure("9,58", 9.58, "%", 6, "Қарағанды", "2018", (31, 31), cell="D1.kk.t6.r1.c1")
        wording = Wording(RUSSIAN.text, "ru", True, original=Wording(KAZAKH.text, "kk", True))
        cited = Citation(RUSSIAN, ((0, 5),), KAZAKH, ((0, 7),))
        return query, Answer(wording, 0.9, (cited,), figure, (figure,), ("Назар",))

    def understood(self, earlier: Sequence[str], text: str) -> str:
        return checked(text)

    def is_courtesy(self, text: str) -> bool:
        return text == "Рахмет"

    def suggest(self, typed: str, language: str, limit: int) -> Any:
        return ()

    def cite(self, reference: str, language: str | None = None) -> Any:
        language = self._query(reference).language
        hits = (Citation(KAZAKH, ((0, 3),)),)
        return Some(reference=reference, language=language, kind="article", hits=hits, message=None)

    def check(self, draft: Draft) -> Any:
        return CHECKER.check(draft)

    def references(self) -> Any:
        act = Act("law", "501", "v", Date(2016, 4, 8))
        place = Place(KAZAKH, ((0, 7),))
        return (Entry(Target.ARTICLE, (place,), "20"), Entry(Target.ACT, (place,), act=act))


def fake_app(folder: Path, **variables: str) -> FastAPI:
    """The real application over a fake service; `folder` is where its snapshots would be, and
    `variables` are further settings."""
    folders = {"QA_INDEX": str(folder), "QA_DATA": str(folder)}
    settings = read_settings({**folders, "QA_HOSTS": "testserver", **variables})
    supplier = Supplier(FakeService, folder / "CURRENT", settings.reload_seconds)
    supplier.open()
    return create_app(Host(supplier, Workers(settings.threads)), settings)
