"""A document in two languages, small enough to know what every search must find."""

from pathlib import Path

from qa_service.document.records import Corpus, Document, Edition, Kind, Pair, Passage, Status
from qa_service.document.vocabulary import word_forms
from qa_service.index.builder import build
from qa_service.index.snapshot import Snapshot, open_snapshot
from qa_service.language.glossary import Glossary
from qa_service.language.restoration import Restorer
from qa_service.language.spelling import Speller
from qa_service.language.stems import analyze, stem_of
from qa_service.search.query import QueryReader
from tests.index.samples import WordEncoder

KAZAKH = {
    1: "Бала құқықтары",
    2: "Жетім балалар саны 2019 жылы азайды.",
    3: "Мектептер салынды. Мұғалімдер 2018 жылы оқытылды.",
    4: "Жәрдемақы мөлшері көбейді.",
}
RUSSIAN = {
    1: "Права ребенка",
    2: "Число сирот в 2019 году сократилось.",
    3: "Построены школы. Учителя обучены в 2018 году.",
}
TERMS = "kk\tru\tkind\nжетім|жетім бала\tсирота\tterm\nАлматы\tАлматы\tplace\n"


def passage(number: int, text: str, language: str = "kk", kind: Kind = Kind.PARAGRAPH) -> Passage:
    official = language == "kk"
    return Passage(
        id=f"d.{language}.{number}",
        document="d",
        language=language,
        status=Status.OFFICIAL if official else Status.WORKING,
        kind=Kind.HEADING if number == 1 else kind,
        text=text,
        lines=(number, number),
        path=("Тарау",) if official else ("Глава",),
    )


def edition(texts: dict[int, str], language: str) -> Edition:
    passages = tuple(passage(number, text, language) for number, text in texts.items())
    return Edition(language, passages[0].status, f"{language}.txt", passages, outline=())


def corpus() -> Corpus:
    pairs = tuple(Pair((f"d.kk.{number}",), (f"d.ru.{number}",)) for number in RUSSIAN)
    editions = (edition(KAZAKH, "kk"), edition(RUSSIAN, "ru"))
    titles = {"kk": "Құжат", "ru": "Документ"}
    return Corpus((Document("d", titles, titles, None, None, {}, editions, pairs),))


def snapshot_of(folder: Path) -> Snapshot:
    build(corpus(), WordEncoder(), folder, analyze)
    return open_snapshot(folder, WordEncoder().fingerprint)


def reader_of(folder: Path) -> QueryReader:
    """A reader that knows the words of the sample and TERMS."""
    terms = folder / "terms.tsv"
    terms.write_text(TERMS, encoding="utf-8")
    forms = word_forms(each for edition in corpus().documents[0].editions for each in edition.passages)
    return QueryReader(Restorer(forms["kk"]), Speller(forms), Glossary.read([terms], stem_of))
