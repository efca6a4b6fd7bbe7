import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qa_service.language.alphabet import fold, fold_with_offsets, russify


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        pytest.param("Бекiтiлсiн", "бекітілсін", id="latin i in a Kazakh word"),
        pytest.param("кестe", "кесте", id="latin e at the end"),
        pytest.param("ҚP", "қр", id="latin P in an abbreviation"),
        pytest.param("№ 240-VІ ҚР3", "№ 240-vi қрз", id="law number with a three for a ze"),
        pytest.param("Yкімет", "үкімет", id="latin Y for the straight u"),
        pytest.param("Hұсқау", "нұсқау", id="latin H for en"),
        pytest.param("həресте", "һәресте", id="schwa"),
        pytest.param("ребёнок", "ребенок", id="yo"),
        pytest.param("ребе\u0308нок", "ребенок", id="yo out of two code points"),
        pytest.param("мно\u00adго\u200bдетная", "многодетная", id="soft hyphen and zero width space"),
        pytest.param("за\u0301мок", "замок", id="stress mark"),
        pytest.param("«Жусан»", '"жусан"', id="quotes"),
        pytest.param("2020–2023", "2020-2023", id="dash"),
        pytest.param("oqý’ o‘quv", "oqý' o'quv", id="apostrophes"),
        pytest.param("ХХІ ғасыр", "xxi ғасыр", id="roman numeral in Cyrillic letters"),
        pytest.param("ІІМ", "ііm".replace("m", "м"), id="an abbreviation is no numeral"),
        pytest.param("СОVID", "covid", id="Cyrillic letters in a Latin word"),
        pytest.param("onlineда", "onlineда", id="a foreign word with a Kazakh ending"),
        pytest.param("A3 форматы", "a3 форматы", id="a paper size keeps its three"),
        pytest.param("child rights", "child rights", id="plain Latin"),
        pytest.param("ИСТАНБУЛ İ", "истанбул i", id="capital with a two-letter lower case"),
        pytest.param("\x00\x1b\ud800", "", id="control characters and a lone surrogate"),
    ],
)
def test_one_spelling_for_what_looks_alike(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_every_folded_letter_knows_where_it_came_from() -> None:
    folded, offsets = fold_with_offsets("ба\u00adла № 5")
    assert folded == "бала № 5"
    assert offsets == [0, 1, 3, 4, 5, 6, 7, 8]


def test_text_typed_with_russian_keys_has_no_kazakh_letter() -> None:
    assert russify("Әлеуметтік қызметкердің өтініші, үй, ұл, һәм") == (
        "Алеуметтик кызметкердин отиниши, уй, ул, хам"
    )


@settings(deadline=None)
@given(st.text())
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@settings(deadline=None)
@given(st.text(alphabet=st.sampled_from("aAсСiІVхX3қҚрР5- dжYһ№ﷺ\u0306\u00ad\u200fİё")))
def test_offsets_are_as_many_as_letters_and_never_go_back(text: str) -> None:
    folded, offsets = fold_with_offsets(text)
    assert len(folded) == len(offsets)
    assert offsets == sorted(offsets)
    assert all(0 <= offset < len(text) for offset in offsets)
    assert fold(folded) == folded
