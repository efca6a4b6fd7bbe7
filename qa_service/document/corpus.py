"""The corpus folder as documents."""

from collections.abc import Sequence
from pathlib import Path

from qa_service.corpus_files import require_folder
from qa_service.document.editions import read_official
from qa_service.document.manifest import Manifest, read_manifest
from qa_service.document.plain import SUFFIX, read_plain
from qa_service.document.records import Corpus, Document, Edition, Pair, Status
from qa_service.document.translation import read_working
from qa_service.errors import CorpusUnreadable


def read_corpus(folder: Path) -> Corpus:
    """Reads every sub-folder with its manifest and every plain text file that lies beside them.

    Raises CorpusUnreadable for the first file that is missing, empty, not UTF-8 or breaks its own rules,
    and for a folder without documents.
    """
    require_folder(folder)
    shown = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    documents = [_read(folder, path) for path in shown if path.is_dir() or path.suffix == SUFFIX]
    if not documents:
        raise CorpusUnreadable(file=str(folder), reason="no documents")
    _refuse_twins(documents, folder)
    return Corpus(tuple(sorted(documents, key=lambda document: document.id)))


def read_document(folder: Path) -> Document:
    """Reads one document's folder: its official edition, then the others; raises CorpusUnreadable."""
    manifest = read_manifest(folder)
    official, printed = read_official(folder, manifest.id, manifest.editions[0])
    editions, pairs = [official], list[Pair]()
    for entry in manifest.editions[1:]:
        if entry.status is Status.WORKING:
            edition, found = read_working(folder, manifest.id, entry, official, printed)
            pairs.extend(found)
        else:
            edition, _ = read_official(folder, manifest.id, entry)
        editions.append(edition)
    return _document(manifest, editions, pairs)


def _document(manifest: Manifest, editions: Sequence[Edition], pairs: Sequence[Pair]) -> Document:
    return Document(
        id=manifest.id,
        titles=manifest.titles,
        short_titles=manifest.short_titles,
        number=manifest.number,
        date=manifest.date_adopted.isoformat() if manifest.date_adopted else None,
        adopted_by=manifest.adopted_by,
        editions=tuple(editions),
        pairs=tuple(pairs),
        acts=manifest.acts,
    )


def _read(corpus: Path, path: Path) -> Document:
    if path.is_symlink():
        raise CorpusUnreadable(file=str(path), reason="leads outside its folder")
    if not path.is_dir():
        return read_plain(corpus, path.name)
    document = read_document(path)
    if document.id != path.name:  # Tables and questions would be looked for elsewhere.
        raise CorpusUnreadable(file=str(path), reason=f"the folder is not named by its id {document.id}")
    return document


def _refuse_twins(documents: list[Document], folder: Path) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusUnreadable(file=str(folder), reason=f"two documents have the id {document.id}")
        seen.add(document.id)
