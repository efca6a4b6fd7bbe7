"""What the glossary recognises, on terms made up here; the terms themselves: test_terms.py."""

from pathlib import Path

import pytest

from qa_service.language.glossary import Expansion, Glossary
from qa_service.language.kazakh import kazakh_stem
from qa_service.language.stems import russian_stem
from qa_service.language.terms import TermKind, split_words

TERMS = """\
# A comment.
kk\tru\tkind
бала құқықтары|балалардың құқықтары\tправа ребенка|права детей\tterm
бала\tребенок|дети\tgeneral
атаулы әлеуметтік көмек|АӘК\tадресная социальная помощь|АСП\tabbreviation
ақпарат құралдары\tправа ребенка в печати\tterm
жас\tвозраст\tgeneral
жас\tмолодой\tgeneral
\tсуицид|самоубийство\tsynonym
Көкшетау|Көкше\tКокшетау|САМ\tplace
"""


def stem(word: str, language: str) -> str:
    return {"kk": kazakh_stem, "ru": russian_stem}[language](word)


@pytest.fixture
def glossary(tmp_path: Path) -> Glossary:
    path = tmp_path / "terms.tsv"
    path.write_text(TERMS, encoding="utf-8")
    return Glossary.read([path], stem)


def expand(glossary: Glossary, query: str, language: str) -> list[tuple[str, Expansion]]:
    split = split_words(query)
    found = glossary.expand(split, language)
    return [(" ".join(split[slice(*known.words)]), known) for known in found]


@pytest.mark.parametrize("query", ["права детей", "О правах ребенка!", "ПРАВАМИ ДЕТЕЙ", "правам ребёнка"])
def test_a_phrase_is_recognised_in_any_form(glossary: Glossary, query: str) -> None:
    [(_, known)] = expand(glossary, query, "ru")
    assert known.translations == ("бала құқықтары", "балалардың құқықтары")
    assert known.kind is TermKind.TERM


@pytest.mark.parametrize("query", ["баланың құқығы", "бала құқықтарына", "балалардың құқықтарын"])
def test_kazakh_endings_change_nothing(glossary: Glossary, query: str) -> None:
    [(phrase, known)] = expand(glossary, query, "kk")
    assert phrase == query
    assert known.translations == ("права ребенка", "права детей")


def test_words_within_a_longer_phrase_are_not_expanded_again(glossary: Glossary) -> None:
    assert [phrase for phrase, _ in expand(glossary, "дети и права детей", "ru")] == ["дети", "права детей"]
    assert [phrase for phrase, _ in expand(glossary, "права ребенка в печати", "ru")] == [
        "права ребенка в печати"
    ]


def test_synonyms_leave_out_what_was_asked(glossary: Glossary) -> None:
    [(_, known)] = expand(glossary, "статистика суицидов", "ru")
    assert known.words == (1, 2)
    assert (known.translations, known.synonyms) == ((), ("самоубийство",))


@pytest.mark.parametrize("query", ["АСП", "асп 2020", "получатели АСП"])
def test_an_abbreviation_is_recognised_in_any_case(glossary: Glossary, query: str) -> None:
    [(_, known)] = expand(glossary, query, "ru")
    assert known.translations == ("атаулы әлеуметтік көмек", "АӘК")


@pytest.mark.parametrize("query", ["асповец", "самый", "сами", "самом"])
def test_an_abbreviation_is_never_part_of_a_word_or_a_form(glossary: Glossary, query: str) -> None:
    assert expand(glossary, query, "ru") == []


def test_a_mixed_query_is_understood_in_both_languages(glossary: Glossary) -> None:
    found = expand(glossary, "суицид балалар 2020", "kk")
    assert [(phrase, known.language) for phrase, known in found] == [("суицид", "ru"), ("балалар", "kk")]


def test_a_query_of_no_known_language_is_still_looked_up(glossary: Glossary) -> None:
    assert [phrase for phrase, _ in expand(glossary, "suicide самоубийство", "other")] == ["самоубийство"]


def test_a_word_of_two_meanings_has_two_expansions(glossary: Glossary) -> None:
    assert [known.translations for _, known in expand(glossary, "жасы", "kk")] == [("возраст",), ("молодой",)]


def test_an_empty_query_has_no_expansions(glossary: Glossary) -> None:
    assert glossary.expand([], "ru") == ()
