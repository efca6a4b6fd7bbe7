"""A text file without a manifest as a document."""

import re
from pathlib import Path

from qa_service.corpus_files import read_text, split_lines
from qa_service.document.editions import edition_of, read_outline
from qa_service.document.passages import Origin
from qa_service.document.records import Document, Status
from qa_service.errors import CorpusUnreadable

SUFFIX = ".txt"

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
KAZAKH_SHARE = 0.02
"""Of all Cyrillic letters. Kazakh prose has about a quarter; Russian prose with Kazakh names stays below."""


def read_plain(corpus: Path, name: str) -> Document:
    """Reads `name` in the corpus folder; its id is the file's name, its title the first heading or that name.
    Raises CorpusUnreadable."""
    text = read_text(corpus, name)
    identifier = document_id(corpus / name)
    language = guess_language(text)
    entries = read_outline(split_lines(text), language, {})
    edition = edition_of(entries, name, Origin(identifier, language, Status.OFFICIAL))
    title = edition.outline[0].title if edition.outline else Path(name).stem
    return Document(identifier, {language: title}, {language: title}, None, None, {}, (edition,))


def document_id(path: Path) -> str:
    """The file's name with only what an address can hold; raises CorpusUnreadable where nothing is left."""
    identifier = re.sub(r"[^\w-]+", "-", path.stem).strip("-")
    if not identifier:
        raise CorpusUnreadable(file=str(path), reason="its name holds no letter or digit")
    return identifier


def guess_language(text: str) -> str:
    """Language by letters: Cyrillic with Kazakh letters, Cyrillic without, or anything else as English."""
    letters = [letter for letter in text.lower() if letter.isalpha()]
    cyrillic = sum("Ѐ" <= letter <= "ӿ" for letter in letters)
    if 2 * cyrillic <= len(letters):
        return "en"
    kazakh = sum(letter in KAZAKH_LETTERS for letter in letters)
    return "kk" if kazakh > KAZAKH_SHARE * cyrillic else "ru"
