from pathlib import Path

import pytest

from qa_service.index.snapshot import Snapshot
from qa_service.search.query import QueryReader
from qa_service.search.units import Units, units_of
from tests.search.samples import reader_of, snapshot_of


@pytest.fixture(scope="session")
def snapshot(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return snapshot_of(tmp_path_factory.mktemp("sample"))


@pytest.fixture(scope="session")
def units(snapshot: Snapshot) -> Units:
    return units_of(snapshot.passages, snapshot.corpus.documents[0].pairs)


@pytest.fixture(scope="session")
def reader(tmp_path_factory: pytest.TempPathFactory) -> QueryReader:
    return reader_of(Path(tmp_path_factory.mktemp("terms")))
