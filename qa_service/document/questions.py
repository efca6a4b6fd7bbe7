"""Questions that passages answer, as people ask them: data beside the text, for search and suggestions.

A report and its readers use different words; comparing a query with such questions finds passages
that share no word with it (document expansion: Nogueira et al. 2019, https://arxiv.org/abs/1904.08375).
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa_service.corpus_files import read_rows
from qa_service.document.records import Document, Edition
from qa_service.language.terms import LANGUAGES

FOLDER = "questions"
KEY = "line"

Questions = Mapping[str, Mapping[str, Sequence[str]]]
"""Passage id of the official edition -> language -> questions."""


def with_questions(document: Document, corpus: Path) -> Document:
    """The document with the questions that its folder keeps, in each edition those of its language.

    Raises CorpusUnreadable where a file breaks the format or names a passage that there is not.
    """
    questions = _read(corpus / document.id, document)
    official = {other: pair.official[0] for pair in document.pairs for other in pair.other}
    editions = (_asked(edition, questions, official) for edition in document.editions)
    return replace(document, editions=tuple(editions))


def _asked(edition: Edition, questions: Questions, official: Mapping[str, str]) -> Edition:
    passages = (
        replace(passage, questions=tuple(asked))
        if (asked := questions.get(official.get(passage.id, passage.id), {}).get(edition.language))
        else passage
        for passage in edition.passages
    )
    return replace(edition, passages=tuple(passages))


def _read(folder: Path, document: Document) -> Questions:
    passages = {passage.id for passage in document.official.passages}
    languages = {*LANGUAGES, *(edition.language for edition in document.editions)}
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted((folder / FOLDER).glob("*.tsv")):
        for row in read_rows(folder, f"{FOLDER}/{file.name}", (KEY,), languages):
            passage = f"{document.id}.{document.official.language}.{row[KEY]}"
            if passage not in passages:
                raise row.refused(f"no passage {passage}")
            for language, question in row.among(languages).items():
                found[passage][language].append(question)
    return found
