"""The service over the real report, its index built once and kept for the next run."""

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from qa_service.assembly import build_index, open_service
from qa_service.sealed import exclusive
from qa_service.service import Service
from qa_service.settings import PREFIX, Settings, read_settings

ROOT = Path(__file__).parents[1]
CORPUS = ROOT / "corpus"
CODE = ROOT / "qa_service"
READING = tuple(CODE / room for room in ("corpus_files.py", "document", "tables", "language", "index"))
VECTORS = (CODE / "index" / "embedded.py", CODE / "index" / "tokens.py", CODE / "embedding")


@pytest.fixture(scope="session")
def settings(pytestconfig: pytest.Config) -> Settings:
    """Those of an index of the real corpus below pytest's cache folder; workers of one run share it.

    It is built again when the corpus or the code that reads it changes, and takes over the vectors of
    passages that stayed the same; where the code that makes vectors changes, all are made anew.
    """
    assert pytestconfig.cache is not None
    kept = pytestconfig.cache.mkdir("real-index")
    folder = kept / _digest(VECTORS)
    folders = {"corpus": CORPUS, "index": folder / "index", "cache": kept / "model", "data": folder / "data"}
    variables = {f"{PREFIX}{name.upper()}": str(place) for name, place in folders.items()}
    settings = read_settings({**variables, "QA_HOSTS": "testserver"})
    with exclusive(kept):
        _build_once(settings, folder)
    return settings


@pytest.fixture(scope="session")
def service(settings: Settings) -> Service:
    return open_service(settings)


def _build_once(settings: Settings, folder: Path) -> None:
    built, wanted = (
        folder / "built-from",
        _digest((CORPUS, *READING, CODE / "assembly.py", CODE / "__init__.py")),
    )
    if built.exists() and built.read_text() == wanted:
        return
    for old in folder.parent.glob("*/built-from"):
        if old != built:
            shutil.rmtree(old.parent, ignore_errors=True)
    build_index(settings, lambda done, total: None)
    built.write_text(wanted)


def _digest(places: Iterable[Path]) -> str:
    """A name for the content of all files at or below `places`."""
    told = hashlib.sha256()
    for place in places:
        for file in sorted([place, *place.rglob("*")]):
            if file.is_file() and "__pycache__" not in file.parts:
                told.update(os.fsencode(file.relative_to(ROOT)) + b"\0" + file.read_bytes() + b"\0")
    return told.hexdigest()[:16]
