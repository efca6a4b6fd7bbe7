"""The terms are data that people write: their format, their letters, and that none is missing."""

import re
from collections import Counter
from pathlib import Path

import pytest

from qa_service.errors import CorpusUnreadable
from qa_service.language.alphabet import KAZAKH_LETTERS, fold
from qa_service.language.glossary import Glossary
from qa_service.language.kazakh import kazakh_stem
from qa_service.language.stems import russian_stem
from qa_service.language.terms import LANGUAGES, Term, read_terms, split_words

CORPUS = Path(__file__).parents[2] / "corpus"
REPORT = CORPUS / "P2100000942"
FILES = [CORPUS / "terms.tsv", REPORT / "terms.tsv"]
STEMMERS = {"kk": kazakh_stem, "ru": russian_stem}

HEADER = "kk\tru\tkind\n"
DEFINED = {
    "kk": re.compile(r"\(\s*бұдан\s+әрі\s*[–-]?\s*([^()]+?)\s*\)"),
    "ru": re.compile(r"\(\s*далее\s*[–-]\s*([^()]+?)\s*\)"),
}


@pytest.fixture(scope="module")
def terms() -> list[Term]:
    return [term for path in FILES for term in read_terms(path)]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return Glossary.read(FILES, lambda word, language: STEMMERS[language](word))


def names(terms: list[Term], language: str) -> list[str]:
    return [name for term in terms for name in term.names[language]]


def test_the_glossary_covers_the_subject(terms: list[Term]) -> None:
    assert len(terms) > 1500
    assert sum(bool(term.names["kk"] and term.names["ru"]) for term in terms) > 1500


def test_no_pair_of_names_stands_in_two_rows(terms: list[Term]) -> None:
    pairs = Counter(
        (fold(kazakh), fold(russian))
        for term in terms
        for kazakh in term.names["kk"]
        for russian in term.names["ru"]
    )
    assert [pair for pair, times in pairs.items() if times > 1] == []


def test_no_name_mixes_latin_and_cyrillic_letters(terms: list[Term]) -> None:
    for name in names(terms, "kk") + names(terms, "ru"):
        for word in re.findall(r"[^\W\d_]+", name):
            assert len({letter.isascii() for letter in word}) == 1, name
            assert fold(word).isascii() == word.isascii(), name


def test_kazakh_letters_stand_in_russian_names_only_where_a_name_is_kazakh(terms: list[Term]) -> None:
    for term in terms:
        kazakh = {word for name in term.names["kk"] for word in split_words(name)}
        for word in (word for name in term.names["ru"] for word in split_words(name)):
            assert word in kazakh or not KAZAKH_LETTERS & set(word), word


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_name_is_recognised_as_a_whole(glossary: Glossary, language: str) -> None:
    for name in names(list(glossary.terms), language):
        split = split_words(name)
        assert (0, len(split)) in {known.words for known in glossary.expand(split, language)}, name


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_short_name_that_the_report_defines_is_there(terms: list[Term], language: str) -> None:
    sources = {"kk": [REPORT / "kk.txt"], "ru": sorted((REPORT / "ru").glob("*.txt"))}
    text = "\n".join(path.read_text(encoding="utf-8") for path in sources[language])
    known = {tuple(split_words(name)) for name in names(terms, language)}
    defined = DEFINED[language].findall(text)
    assert len(defined) > 50
    assert [short for short in defined if tuple(split_words(short)) not in known] == []


@pytest.mark.parametrize(
    ("kazakh", "russian"),
    [
        ("ҮЕҰ", "НПО"),
        ("БҒМ", "МОН"),
        ("ІІМ", "МВД"),
        ("ДСМ", "МЗ"),
        ("ҚК", "УК"),
        ("ӘҚБтК", "КоАП"),
        ("ӘҚтК", "КоАП"),
        ("НжОК", "КоБС"),
        ("АӘК", "АСП"),
        ("ЖАО", "МИО"),
        ("БҚҚК", "КОПД"),
        ("БҚУ", "УПР"),
        ("АҚУ", "УПЧ"),
        ("ШҚО", "ВКО"),
        ("БҚО", "ЗКО"),
        ("СҚО", "СКО"),
        ("Нұр-Сұлтан", "Астана"),
    ],
)
def test_short_names_stand_for_each_other(glossary: Glossary, kazakh: str, russian: str) -> None:
    for language, name, other in [("kk", kazakh, russian), ("ru", russian, kazakh)]:
        found = glossary.expand(split_words(name), language)
        assert other in [each for known in found for each in known.translations]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("kk\tru\n", "line 1: no column kind"),
        (HEADER + "заң\tзакон\n", "line 2: 2 cells instead of 3"),
        (HEADER + "заң\tзакон\tlaw\n", "line 2: unknown kind law"),
        (HEADER + "# заң\nзаң\t\tterm\n", "line 3: not two names of words"),
        (HEADER + "заң\t№\tterm\n", "line 2: not two names of words"),
    ],
    ids=["no column", "no kind", "unknown kind", "one name only", "a name without words"],
)
def test_a_broken_file_is_refused_with_its_line(tmp_path: Path, content: str, reason: str) -> None:
    path = tmp_path / "terms.tsv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(CorpusUnreadable) as caught:
        read_terms(path)
    assert caught.value.values == {"file": str(path), "reason": reason}


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable):
        read_terms(tmp_path / "terms.tsv")
