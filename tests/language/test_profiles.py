import json
from pathlib import Path

import pytest
from langdetect.detector_factory import DetectorFactory
from langdetect.utils.lang_profile import LangProfile

from qa_service.language.profiles import OWN_PROFILES, Profiles, build_profile, sequences

ROOT = Path(__file__).parents[2]


def test_a_word_gives_its_sequences_of_one_to_three_letters() -> None:
    assert sequences("бап") == ["б", "а", "п", " б", "ба", "ап", "п ", " ба", "бап", "ап "]


def test_a_profile_counts_every_sequence_and_totals_each_length() -> None:
    profile = build_profile("kk", ["ат", "ата"])
    assert profile["name"] == "kk"
    assert profile["n_words"] == [5, 7, 5]
    once = dict.fromkeys(["а ", "ат ", "ата", "т ", "та", "та "], 1)
    assert profile["freq"] == {" а": 2, " ат": 2, "а": 3, "ат": 2, "т": 2, **once}


@pytest.mark.parametrize("path", sorted(OWN_PROFILES.glob("*.json")), ids=lambda path: path.stem)
def test_langdetect_itself_can_load_every_profile(path: Path) -> None:
    factory = DetectorFactory()
    factory.add_profile(LangProfile(**json.loads(path.read_text("utf-8"))), 0, 1)
    assert factory.get_lang_list() == [path.stem]


def test_letters_that_fit_weigh_more_and_strange_ones_nothing() -> None:
    profiles = Profiles(["kk", "ru", "uk"])
    kazakh, russian, _ = profiles.evidence("құқығының")
    assert kazakh > 2 * russian
    assert profiles.evidence("儿童").tolist() == [0.0, 0.0, 0.0]
    assert profiles.evidence("").tolist() == [0.0, 0.0, 0.0]
