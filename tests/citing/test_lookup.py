"""References looked up in the real report; what is expected was read in the text."""

import pytest

from qa_service.citing.labels import label
from qa_service.citing.lookup import ReferenceIndex
from qa_service.document.records import Kind


def found(index: ReferenceIndex, text: str, language: str = "ru") -> list[str]:
    """The ids of the hits, without the document's."""
    return [hit.passage.id.partition(".kk.")[2] for hit in index.look_up(text, language).hits]


def marked(index: ReferenceIndex, text: str) -> list[list[str]]:
    """What is highlighted in each hit."""
    hits = index.look_up(text, "ru").hits
    return [[hit.passage.text[a:b] for a, b in hit.highlights] for hit in hits]


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Закон № 501-V", "92 757 870 1216 1262 1302"),
        ("№ 292", "156 1056 1279 2499"),
        ("закон № 326", "162 980"),
        ("постановление № 326", "1428"),
        ("№ 326", "1428"),
        ("приказ № 169", "912"),
        ("закон 169", "117 696"),
        ("приказ МОН № 235", "176 939"),
        ("постановление от 8 июня 1994 года", "6 26 2690"),
        ("распоряжение № 103-р", "1566"),
        ("ст. 139 УК", "1188 1196"),
        ("ҚР ҚК 110-бап", "746"),
        ("КоБС ст. 78", "1107"),
        ("УПК 590", "2723"),
        ("КоАП", "96 1015 2690"),
        ("Трудовой кодекс, ст. 44 и 76", "1909"),
        ("Закон о беженцах", "2037 2331"),
        ("«Білім туралы» Заңның 47-бабы", "2071 2164"),
        ("ст. 47 Закона РК «Об образовании»", "2071 2164"),
        ("Закон о связи", "105"),
        ("таблица 41", "t41"),
        ("таблица о младенческой смертности", "t6"),
        ("кесте нәресте өлімі", "t6"),
        ("глава IX", "2320 5448"),
        ("глава общие принципы", "466"),
        ("раздел «Телесные наказания»", "733"),
        ("P2100000942.kk.92", "92"),
        ("[p2100000942.KK.92@0123456789ab]", "92"),
        ("табл. 6 и 8", "t6 t8"),
        ("указ 2016 года", "1002"),
        ("Закон «О беженцах» 2009 года", "2037 2331"),
        ("Факультативный протокол о торговле детьми", "2720"),
        ("Балалардың қарулы қақтығыстарға қатысуы туралы факультативтік хаттама", "2728"),
    ],
)
def test_every_place_is_found_in_the_order_of_the_report(
    index: ReferenceIndex, text: str, places: str
) -> None:
    assert found(index, text) == places.split()


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("ст. 24 Конвенции", ["820", "1545"]),
        ("ст. 24 п. 1 Конвенции", ["1545"]),
        ("ст. 18 Конвенции", ["1070", "1842"]),
        ("ст. 18 п. 3 Конвенции", ["1842"]),
        ("ст. 37 b Конвенции", ["2552"]),
        ("ст. 37 a Конвенции", ["948"]),
        ("ст. 7, 8 Конвенции", ["594"]),
        ("ст. 13-15 Конвенции", ["610", "627", "633"]),
    ],
)
def test_an_article_is_found_at_every_heading_that_names_it(
    index: ReferenceIndex, text: str, first: list[str]
) -> None:
    hits = index.look_up(text, "ru").hits
    bearing = [hit for hit in hits if hit.highlights and hit.passage.kind is Kind.HEADING]
    assert [hit.passage.id.partition(".kk.")[2] for hit in bearing] == first


def test_a_heading_is_followed_by_its_section_and_by_nothing_of_the_next(index: ReferenceIndex) -> None:
    assert found(index, "ст. 16 Конвенции") == ["653", "654"]


def test_paragraphs_of_the_observations_are_found_with_the_headings_above_them(index: ReferenceIndex) -> None:
    assert found(index, "п. 28-31 заключительных замечаний")[:4] == ["731", "733", "735", "737"]
    assert marked(index, "п. 29 ЗЗ")[2] == ["29"]


def test_the_reference_is_highlighted_in_both_languages(index: ReferenceIndex) -> None:
    (hit,) = index.look_up("ст. 122 УК", "ru").hits
    assert [hit.passage.text[a:b] for a, b in hit.highlights] == ["ҚК-нің 122-бабы"]
    assert hit.counterpart
    assert [hit.counterpart.text[a:b] for a, b in hit.counterpart_highlights] == ["статья 122 УК"]


def test_a_kazakh_reference_gets_the_official_text_alone(index: ReferenceIndex) -> None:
    (hit,) = index.look_up("ҚК 122-бап", "kk").hits
    assert (hit.passage.language, hit.counterpart) == ("kk", None)


@pytest.mark.parametrize(
    ("text", "nearest"),
    [
        ("ст. 22 Конвенции", "статья 21 Конвенции"),
        ("ст. 123 УК", "Уголовный кодекс, статья 122"),
        ("№ 501-VI", "Закон от 9 апреля 2016 г. № 501-V"),
        ("закон № 502-V", "Закон от 9 апреля 2016 г. № 501-V"),
        ("п. 67 ЗЗ", "пункт 66 заключительных замечаний"),
        ("таблица 42", "таблица 41"),
        ("глава X", "глава 9"),
        ("ст. 99 Закона о беженцах", "Босқындар туралы"),
    ],
)
def test_a_reference_that_is_not_there_gets_the_nearest_that_is(
    index: ReferenceIndex, text: str, nearest: str
) -> None:
    looked_up = index.look_up(text, "ru")
    assert looked_up.hits == ()
    assert looked_up.message
    assert text in looked_up.message
    assert nearest in looked_up.message


def test_a_code_that_is_never_named_is_near_to_nothing(index: ReferenceIndex) -> None:
    message = index.look_up("Налоговый кодекс, ст. 5", "en").message
    assert message == "The documents do not have “Налоговый кодекс, ст. 5”."


def test_what_is_not_understood_is_told_with_examples(index: ReferenceIndex) -> None:
    looked_up = index.look_up("сколько детей", "ru")
    assert looked_up.kind is None
    assert looked_up.message
    assert "ст. 132 УК" in looked_up.message


def test_every_entry_of_the_index_has_a_name_and_places_in_order(index: ReferenceIndex) -> None:
    for entry in index.entries:
        assert all(label(entry, language).strip() for language in ("kk", "ru", "en"))
        lines = [place.passage.lines for place in entry.places]
        assert lines
        assert lines == sorted(lines)


def test_every_entry_is_found_again_by_its_own_name(index: ReferenceIndex) -> None:
    for entry in index.entries:
        places = {place.passage.id for place in entry.places}
        for language in ("kk", "ru"):
            hits = index.look_up(label(entry, language), language).hits
            assert places <= {hit.passage.id for hit in hits}, label(entry, language)
