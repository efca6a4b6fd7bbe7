"""Questions that passages answer, as people ask them: data beside the text, for search and suggestions.

A report and its readers use different words; comparing a query with such questions finds passages
that share no word with it (document expansion: Nogueira et al. 2019, https://arxiv.org/abs/1904.08375).
"""

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qa_service.document.records import Document, Edition
from qa_service.document.source import read_text
from qa_service.errors import CorpusUnreadable

FOLDER = "questions"
KEY = "line"

Questions = Mapping[str, Mapping[str, Sequence[str]]]
"""Passage id of the official edition -> language -> questions."""


def with_questions(document: Document, corpus: Path) -> Document:
    """The document with the questions that its folder keeps, in each edition those of its language.

    Raises CorpusUnreadable where a file breaks the format or names a passage that there is not.
    """
    folder = corpus / document.id
    questions = _read(folder, f"{document.id}.{document.official.language}")
    unknown = questions.keys() - {passage.id for passage in document.official.passages}
    if unknown:
        raise CorpusUnreadable(file=str(folder / FOLDER), reason=f"no passage {min(unknown)}")
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


def _read(folder: Path, prefix: str) -> Questions:
    found: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for file in sorted((folder / FOLDER).glob("*.tsv")):
        for number, row in enumerate(_rows(folder, file), start=2):
            if None in row or not all(row.values()):
                raise CorpusUnreadable(file=str(file), reason=f"line {number} has not one cell a column")
            identifier = f"{prefix}.{row.pop(KEY)}"
            for language, question in row.items():
                found[identifier][language].append(question)
    return found


def _rows(folder: Path, file: Path) -> Iterator[dict[str, str]]:
    lines = read_text(folder, str(file.relative_to(folder))).splitlines()
    reader = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    if KEY not in (reader.fieldnames or ()):
        raise CorpusUnreadable(file=str(file), reason=f"no column {KEY}")
    return reader
