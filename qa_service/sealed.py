"""Folders that are written aside, sealed and put in place in one step.

The seal lists every file with its size and sha256. A folder without its seal, or one that differs
from it, was never finished or was damaged later.
"""

import fcntl
import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from qa_service.errors import StorageFull

SEAL = "seal.json"
ASIDE_PREFIX = ".aside-"


class SealError(ValueError):
    """`file` is missing, cut short or changed (`reason`)."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """One process at a time writes below `folder`; a killed one lets go. Clears what killed ones left.

    Raises StorageFull when anything cannot be written; what was there before is untouched.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / ".lock").touch(mode=0o600)
        with (folder / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            for left in folder.glob(f"{ASIDE_PREFIX}*"):
                shutil.rmtree(left, ignore_errors=True)
            yield
    except OSError as fault:
        raise StorageFull(folder=str(folder), reason=fault.strerror or type(fault).__name__) from fault


def write_sealed(final: Path, write: Callable[[Path], None]) -> None:
    """Makes `final` with what `write` puts into the folder it is given. Call it inside `exclusive`.

    A folder that stands at `final` already is replaced. Nothing stays behind when `write` fails.
    """
    aside = Path(tempfile.mkdtemp(prefix=ASIDE_PREFIX, dir=final.parent))
    try:
        write(aside)
        _seal(aside)
        aside.chmod(0o755)
        if final.exists():
            final.rename(aside.with_name(f"{aside.name}-old"))
        aside.rename(final)
        sync(final.parent)
    finally:
        for left in final.parent.glob(f"{aside.name}*"):
            shutil.rmtree(left, ignore_errors=True)


def read_seal(folder: Path) -> dict[str, tuple[int, str]]:
    """Size and sha256 of each file by its path in the folder. Raises SealError when there is none."""
    try:
        listed = json.loads((folder / SEAL).read_bytes())
        return {str(name): (int(size), str(digest)) for name, (size, digest) in listed.items()}
    except OSError as fault:
        raise SealError(SEAL, fault.strerror or "unreadable") from fault
    except (ValueError, TypeError, AttributeError) as fault:
        raise SealError(SEAL, "not a seal") from fault


def check_seal(folder: Path, hashed: Callable[[str], bool] = lambda name: True) -> None:
    """Compares sizes of all files, and contents of those that `hashed` names. Raises SealError."""
    for name, (size, digest) in read_seal(folder).items():
        file = folder / name
        if not file.is_file():
            raise SealError(name, "missing")
        if file.stat().st_size != size:
            raise SealError(name, f"{file.stat().st_size} bytes instead of {size}")
        if hashed(name) and sha256(file) != digest:
            raise SealError(name, "changed")


def sha256(file: Path) -> str:
    """Hexadecimal digest of a file's content."""
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _seal(folder: Path) -> None:
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    listed = {str(file.relative_to(folder)): (file.stat().st_size, sha256(file)) for file in files}
    (folder / SEAL).write_text(json.dumps(listed, indent=1))
    for place in (*files, folder / SEAL, *(part for part in folder.rglob("*") if part.is_dir()), folder):
        sync(place)


def sync(place: Path) -> None:
    """Waits until a file's or a folder's content is on the disk."""
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
