"""The bundled model, converted once for all tests of this part."""

from pathlib import Path

import pytest

from qa_service.embedding.bundled import bundled_folder, find_weights
from qa_service.embedding.encoder import load_encoder
from qa_service.embedding.packed import Packed, read_packed
from qa_service.embedding.protocol import Encoder


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("cache")


@pytest.fixture(scope="session")
def folder(cache: Path) -> Path:
    return bundled_folder(cache)


@pytest.fixture(scope="session")
def encoder(cache: Path, folder: Path) -> Encoder:
    return load_encoder("bundled", cache)


@pytest.fixture(scope="session")
def packed() -> Packed:
    return read_packed(find_weights().read_bytes())


@pytest.fixture(scope="session")
def lines() -> list[str]:
    """Lines of the report, with what a tokenizer may stumble over."""
    report = Path(__file__).parents[2] / "corpus/P2100000942/kk.txt"
    odd = [
        "",
        " ",
        "汉字漢字 ไทย العربية",
        "й ё",
        "😀👍🏽",
        "a\u200bb\x07c\ufffd",
        "ﷺ" * 30,
        " a  b ",
        "𐍈𐍈 x𐍈y",
    ]
    return [*report.read_text(encoding="utf-8").splitlines()[::7], *odd]
