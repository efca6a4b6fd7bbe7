"""The corpus folder as documents."""

from pathlib import Path

from qa_service.document.editions import read_official
from qa_service.document.manifest import Manifest, read_manifest
from qa_service.document.plain import SUFFIX, read_plain
from qa_service.document.records import Corpus, Document, Edition
from qa_service.errors import CorpusUnreadable


def read_corpus(folder: Path) -> Corpus:
    """Reads every sub-folder with its manifest and every plain text file that lies beside them.

    Raises CorpusUnreadable for the first file that is missing, empty, not UTF-8 or breaks its own rules,
    and for a folder without documents.
    """
    if not folder.is_dir():
        raise CorpusUnreadable(file=str(folder), reason="no such folder")
    shown = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    documents = [_read(folder, path) for path in shown if path.is_dir() or path.suffix == SUFFIX]
    if not documents:
        raise CorpusUnreadable(file=str(folder), reason="no documents")
    _refuse_twins(documents, folder)
    return Corpus(tuple(sorted(documents, key=lambda document: document.id)))


def read_document(folder: Path) -> Document:
    """Reads one document's folder; raises CorpusUnreadable."""
    manifest = read_manifest(folder)
    editions = tuple(read_official(folder, manifest.id, entry) for entry in manifest.editions)
    return _document(manifest, editions)


def _document(manifest: Manifest, editions: tuple[Edition, ...]) -> Document:
    return Document(
        id=manifest.id,
        titles=manifest.titles,
        short_titles=manifest.short_titles,
        number=manifest.number,
        date=manifest.date_adopted.isoformat() if manifest.date_adopted else None,
        adopted_by=manifest.adopted_by,
        editions=editions,
    )


def _read(corpus: Path, path: Path) -> Document:
    if path.is_symlink():
        raise CorpusUnreadable(file=str(path), reason="leads outside its folder")
    return read_document(path) if path.is_dir() else read_plain(corpus, path.name)


def _refuse_twins(documents: list[Document], folder: Path) -> None:
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            raise CorpusUnreadable(file=str(folder), reason=f"two documents have the id {document.id}")
        seen.add(document.id)
