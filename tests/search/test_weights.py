import numpy as np
import pytest

from qa_service.index.snapshot import Snapshot
from qa_service.search.aspects import aspects_of
from qa_service.search.query import QueryReader
from qa_service.search.signals import broad_signals, close_signals
from qa_service.search.units import Units
from qa_service.search.weights import weights_for
from tests.index.samples import WordEncoder


@pytest.mark.parametrize("language", ["kk", "ru"])
def test_every_weight_is_that_of_a_signal_and_none_speaks_against_a_passage(
    snapshot: Snapshot, units: Units, reader: QueryReader, language: str
) -> None:
    query = reader.read("Школы построены")
    encoded = WordEncoder().encode_queries([query.restored])
    aspects = aspects_of(snapshot, units, query.concepts)
    weights = weights_for(language)
    assert weights.broad.keys() <= broad_signals(snapshot, units, query, encoded, aspects).keys()
    assert weights.close.keys() <= close_signals(snapshot, units, query, encoded, np.array([0])).keys()
    assert all(weight >= 0 for weight in (*weights.broad.values(), *weights.close.values()))


def test_a_language_without_weights_takes_those_of_the_official_one() -> None:
    assert weights_for("en") == weights_for("kk") != weights_for("ru")
