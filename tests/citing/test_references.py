import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa_service.citing.acts import Act
from qa_service.citing.dates import Date
from qa_service.citing.references import Target, read_reference

WORDS = (
    "ст.",
    "24",
    "бап",
    "№",
    "501-V",
    "УК",
    "п.",
    "b)",
    "-",
    "жылғы",
    "2019",
    "мая",
    "Конвенции",
    "кесте",
    "IX",
)

ARTICLES = {
    "ст. 24 Конвенции": {"24": ""},
    "Конвенцияның 19-бабы": {"19": ""},
    "24 бап": {"24": ""},
    "24-ші бап": {"24": ""},
    "24-я статья Конвенции": {"24": ""},
    "статья24конвенции": {"24": ""},
    "К.П.Р., ст . 24": {"24": ""},
    "статья 37 b": {"37": "b"},
    "ст. 37(b) КПР": {"37": "b"},
    'п. "а" ст. 37': {"37": "a"},
    "статья 37 b), c) и d)": {"37": "bcd"},
    "37-баптың б тармақшасы": {"37": "b"},
    "art. 12 CRC": {"12": ""},
    "Article 24 of the Convention on the Rights of the Child": {"24": ""},
    "конвенция 7, 8 баптар": {"7": "", "8": ""},
    "БҚК 9-бап": {"9": ""},
    "статьи 13–15 конвенции": {"13": "", "14": "", "15": ""},
    "пункт 3 статьи 18 Конвенции": {"18": "3"},
    "статья 18 п. 3": {"18": "3"},
    "Конвенция, 27-бап 4-тармақ": {"27": "4"},
    "27-баптың 1-3-тармақтары": {"27": "123"},
    "статья 44 (6)": {"44": "6"},
    "37(b)-бап": {"37": "b"},
    "статьи 5, 9–11, 18 (пункты 1 и 2), 27 (пункт 4) и 39": {
        **dict.fromkeys(("5", "9", "10", "11", "39"), ""),
        "18": "12",
        "27": "4",
    },
    "5, 18 (1, 2-тармақтары), 39-баптар": {"5": "", "18": "12", "39": ""},
}


@pytest.mark.parametrize("text", ARTICLES)
def test_an_article_of_the_convention_is_read_with_its_paragraphs(text: str) -> None:
    reference = read_reference(text)
    assert reference
    assert reference.target is Target.ARTICLE
    assert {each.number: "".join(sorted(each.parts)) for each in reference.articles} == ARTICLES[text]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("пункт 46 заключительных замечаний", ["46"]),
        ("ЗЗ п. 58", ["58"]),
        ("З.З., п . 46–49", ["46", "47", "48", "49"]),
        ("қорытынды ескертулердің 52, 53-тармақтары", ["52", "53"]),
        ("корытынды ескертулердин 60 тармагы", ["60"]),
        ("пункт 17 рекомендаций Комитета", ["17"]),
        ("CRC/C/KAZ/CO/4, para. 38", ["38"]),
        ("paragraphs 44 and 45 of the concluding observations", ["44", "45"]),
        ("Заключительные замечания от 30 октября 2015 года, п. 8", ["8"]),
        ("§§ 36, 38", ["36", "38"]),
        ("пп. 36–38 ЗЗ", ["36", "37", "38"]),
        ("комитеттің 36-ұсынымы", ["36"]),
    ],
)
def test_a_paragraph_of_the_observations_is_read(text: str, numbers: list[str]) -> None:
    reference = read_reference(text)
    assert reference
    assert (reference.target, list(reference.numbers)) == (Target.OBSERVATION, numbers)


ACTS = {
    "Закон № 501-V": Act("law", "501", "v"),
    "№ 240-VІ заң": Act("law", "240", "vi"),
    "закон №240 VI": Act("law", "240", "vi"),
    "ЗРК 292-VI": Act("law", "292", "vi"),
    "№501-V ЗРК": Act("law", "501", "v"),
    "закон 345": Act("law", "345"),
    "приказ МОН № 235": Act("order", "235"),
    "№ 942": Act(None, "942"),
    "постановление от 28 мая 2019 года № 326": Act("resolution", "326", None, Date(2019, 5, 28)),
    "постановление Правительства от 28.05.2019": Act("resolution", None, None, Date(2019, 5, 28)),
    "2021 жылғы 24 ақпандағы № 94 қаулы": Act("resolution", "94", None, Date(2021, 2, 24)),
    "2021 жылгы 24 акпандагы № 94 каулы": Act("resolution", "94", None, Date(2021, 2, 24)),
    "2020 жылғы мамырдағы № 326-VI Заң": Act("law", "326", "vi", Date(2020, 5)),
    "распоряжение от 10 июня 2019 г. № 103-р": Act("directive", "103", None, Date(2019, 6, 10)),
    "№ 103-ө өкім": Act("directive", "103"),
    "Указ Президента от 14 сентября 2020": Act("decree", None, None, Date(2020, 9, 14)),
    "приказ ҚР ДСМ-121/2020": Act("order", "121/2020"),
    "Decree No. 413 of 14 September 2020": Act("decree", "413", None, Date(2020, 9, 14)),
    "пп № 16": Act("resolution", "16"),
    "приказ МОН 2019": Act("order", date=Date(2019)),
    "Закон № 56-VII инклюзивное образование": Act("law", "56", "vii"),
}


@pytest.mark.parametrize("text", ACTS)
def test_an_act_is_read_by_kind_number_and_date(text: str) -> None:
    reference = read_reference(text)
    assert reference
    assert (reference.target, reference.act) == (Target.ACT, ACTS[text])


@pytest.mark.parametrize(
    ("text", "code", "articles"),
    [
        ("ст. 122 УК", "criminal", ["122"]),
        ("ст.122 УКРК", "criminal", ["122"]),
        ("У.К., ст. 122", "criminal", ["122"]),
        ("ҚК 109, 110, 146", "criminal", ["109", "110", "146"]),
        ("кылмыстык кодекстин 132 бабы", "criminal", ["132"]),
        ("ст. 135 УК торговля несовершеннолетними", "criminal", ["135"]),
        ("Criminal Code art. 145", "criminal", ["145"]),
        ("УПК статья 590", "criminal-procedure", ["590"]),
        ("Қылмыстық-процестік кодекс 20-бап", "criminal-procedure", ["20"]),
        ("ҚР НжОК 72-бабы", "family", ["72"]),
        ("Кодекс РК «О браке (супружестве) и семье», ст. 114-1", "family", ["114-1"]),
        ("Кодекс о браке и семье статья 62", "family", ["62"]),
        ("ГПК РК 501", "civil-procedure", ["501"]),
        ("ГК РК", "civil", []),
        ("Әкімшілік рәсімдік-процестік кодекстің 27-бабы", "administrative-procedure", ["27"]),
        ("КоАП ст. 73", "administrative-offences", ["73"]),
        ("Кодекс о здоровье ст. 5", "health", ["5"]),
        ("Еңбек кодексінің 31-бабы", "labour", ["31"]),
        ("Конституция, 14-бап", "constitution", ["14"]),
        ("ҚАК", "criminal-enforcement", []),
    ],
)
def test_an_article_of_a_code_is_read_by_any_name_of_the_code(
    text: str, code: str, articles: list[str]
) -> None:
    reference = read_reference(text)
    assert reference
    assert (reference.target, reference.code) == (Target.CODE, code)
    assert [each.number for each in reference.articles] == articles


@pytest.mark.parametrize(
    ("text", "target", "numbers"),
    [
        ("кесте 41", Target.TABLE, ["41"]),
        ("6-кесте", Target.TABLE, ["6"]),
        ("Приложение, таблица № 6", Target.TABLE, ["6"]),
        ("таблица о младенческой смертности", Target.TABLE, []),
        ("глава 8 образование", Target.CHAPTER, ["8"]),
        ("ІІІ бөлім жалпы қағидаттар", Target.CHAPTER, ["3"]),
        ("chapter IX", Target.CHAPTER, ["9"]),
        ("VI", Target.CHAPTER, ["6"]),
        ("третья глава", Target.CHAPTER, ["3"]),
        ("главы III–V", Target.CHAPTER, ["3", "4", "5"]),
        ("үшінші тарау", Target.CHAPTER, ["3"]),
        ("табл. 6 и 7", Target.TABLE, ["6", "7"]),
        ("6, 8-10 кестелер", Target.TABLE, ["6", "8", "9", "10"]),
        ("2019 жылғы 6-кесте", Target.TABLE, ["6"]),
    ],
)
def test_a_table_or_chapter_is_read(text: str, target: Target, numbers: list[str]) -> None:
    reference = read_reference(text)
    assert reference
    assert (reference.target, list(reference.numbers)) == (target, numbers)


def test_a_passage_is_read_by_its_id_its_address_or_the_mark_of_a_citation() -> None:
    printed = ("P2100000942.kk.92", " P2100000942.kk.92@0123456789ab ", "[P2100000942.kk.92@0123456789ab]")
    for text in (*printed, "https://example.org/p/P2100000942.kk.92"):
        reference = read_reference(text)
        assert reference
        assert reference.passage == "P2100000942.kk.92"


@pytest.mark.parametrize(
    "text",
    [
        "ст. 24 Конвенции о правах инвалидов",
        "статья 3 Факультативного протокола",
        "ст. 47 Закона об образовании",
    ],
)
def test_an_article_of_something_else_is_not_taken_for_the_conventions(text: str) -> None:
    reference = read_reference(text)
    assert reference
    assert reference.target is not Target.ARTICLE


@pytest.mark.parametrize(
    "text",
    [
        "дети с инвалидностью",
        "hello",
        "№",
        "ст.",
        "закон",
        "",
        "...",
        "2020 год",
        "кесте",
        "глава",
        "Конвенция",
    ],
)
def test_what_is_no_reference_is_not_taken_for_one(text: str) -> None:
    assert read_reference(text) is None


@given(st.text(max_size=60) | st.lists(st.sampled_from(WORDS), max_size=12).map(" ".join))
def test_no_text_breaks_the_reader(text: str) -> None:
    read_reference(text)


@pytest.mark.parametrize(
    "piece", ["1,", "1, ", "1 и ", "a) ", "ст. ", "№ аб ", "«о ", "туралы ", "п. 1 ", "(1)"]
)
def test_a_long_text_is_read_in_no_time(piece: str) -> None:
    started = time.perf_counter()
    read_reference((piece * 2_000)[:2_000])
    assert time.perf_counter() - started < 1
