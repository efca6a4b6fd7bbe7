import pytest

from qa_service.citing.acts import Act
from qa_service.citing.articles import Article
from qa_service.citing.laws import Law
from qa_service.citing.mentions import CodeArticle, Mention, MentionReader
from qa_service.document.records import Passage
from tests.citing.texts import heading, passage


def read(one: Passage) -> tuple[Mention, ...]:
    return MentionReader().read(one)


def articles(text: str) -> list[tuple[str, str]]:
    """The articles of codes in a text, each with the characters that name it."""
    return [
        (f"{each.named.code} {each.named.article.number}", text[slice(*each.span)])
        for each in read(passage(text))
        if isinstance(each.named, CodeArticle) and each.named.article
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Мәселен, ҚР ҚК 145-бабына сәйкес", [("criminal 145", "ҚР ҚК 145-бабына")]),
        ("жауаптылық (ҚК-нің 122-бабы)", [("criminal 122", "ҚК-нің 122-бабы")]),
        (
            "регламенттелген (ҚР ҚК 109, 110-баптары).",
            [("criminal 109", "ҚР ҚК 109, 110-баптары"), ("criminal 110", "ҚР ҚК 109, 110-баптары")],
        ),
        ("Еңбек кодексінің 31-бабына сәйкес", [("labour 31", "Еңбек кодексінің 31-бабына")]),
        ("ҚР ҚПК-ке сәйкес жол берілмейді (20-бап).", [("criminal-procedure 20", "20-бап")]),
        ("ҚР НжОК-ға өзгерістер енгізілді. Кодекс 114-1-баппен", [("family 114-1", "Кодекс 114-1-баппен")]),
        ("Согласно статье 72 КоБС РК и статье 501 ГПК РК", [("family 72", "статье 72 КоБС РК"),
                                                           ("civil-procedure 501", "статье 501 ГПК РК")]),
    ],
)  # fmt: skip
def test_an_article_belongs_to_the_code_that_is_named_with_it(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert articles(text) == found


@pytest.mark.parametrize(
    "text",
    [
        'ҚР ҚК-ге. "Білім туралы" Заңның 47-бабына сәйкес',
        'Конвенцияның негізінде "Білім туралы" (8, 47-баптар) нормалар',
        "ҚР ҚК. Факультативтік хаттаманың 3-бабы",
        "Балаларды қорғау (78-бап).",
    ],
)
def test_an_article_of_something_else_belongs_to_no_code(text: str) -> None:
    assert articles(text) == []
    assert not any(isinstance(each.named, Article) for each in read(passage(text)))


def test_an_article_in_brackets_belongs_to_the_code_that_its_section_speaks_of() -> None:
    reader = MentionReader()
    reader.read(passage("ҚР НжОК сәйкес ата-аналар", 1, path=("I", "A")))
    same = reader.read(passage("Сот қалпына келтіруі мүмкін (78-бап).", 2, path=("I", "A")))
    other = reader.read(passage("Сот қалпына келтіруі мүмкін (78-бап).", 3, path=("I", "B")))
    assert [each.named for each in same] == [CodeArticle("family", Article("78"))]
    assert other == ()


def test_the_conventions_articles_are_named_in_headings_and_by_the_convention() -> None:
    title = heading("Өмір сүру деңгейі (27-баптың 1-3-тармақтары)", 1, articles=("27",))
    assert [each.named for each in read(title)] == [Article("27", frozenset("123"))]
    named = read(passage("Бала құқықтары туралы конвенцияның 44-бабына"))
    assert [each.named for each in named] == [Article("44")]
    assert read(passage("Мүгедектер құқықтары туралы конвенцияның 24-бабына")) == ()


def test_a_heading_of_a_law_does_not_name_the_convention() -> None:
    assert read(heading("5-бап. Мемлекеттік саясат", 1)) == ()


@pytest.mark.parametrize(
    ("text", "kind", "number", "series", "printed"),
    [
        ('2016 жылғы сәуірде "А туралы" Заңы (№ 501-V ҚРЗ) қабылданды.', "law", "501", "v", "№ 501-V"),
        ("ҚР БҒМ-ның бұйрығы (№ 235) қабылданды.", "order", "235", None, "№ 235"),
        ("Үкіметінің 2021 жылғы 24 ақпандағы № 94 қаулысымен", "resolution", "94", None,
         "2021 жылғы 24 ақпандағы № 94"),
        ("2019 жылғы 10 маусымдағы № 103-ө өкімімен", "directive", "103", None,
         "2019 жылғы 10 маусымдағы № 103-ө"),
        ("1994 жылғы 8 маусымдағы қаулысымен", "resolution", None, None,
         "1994 жылғы 8 маусымдағы қаулысымен"),
    ],
)  # fmt: skip
def test_an_act_is_found_with_the_kind_that_stands_nearest(
    text: str, kind: str, number: str | None, series: str | None, printed: str
) -> None:
    (mention,) = read(passage(text))
    assert isinstance(mention.named, Act)
    assert (mention.named.kind, mention.named.number, mention.named.series) == (kind, number, series)
    assert text[slice(*mention.span)] == printed


@pytest.mark.parametrize("text", ["№ Өңір 2017 ж. 2018 ж.", "2016 – 2020 жылдары", "№ 8, 9 тармақтары"])
def test_a_number_of_something_else_is_no_act(text: str) -> None:
    assert read(passage(text)) == ()


def test_spans_count_in_the_printed_text_where_folding_takes_letters_away() -> None:
    text = "Со\u00adгласно: №\u00ad 240-VІ ҚРЗ"
    (mention,) = read(passage(text))
    assert text[slice(*mention.span)] == "№\u00ad 240-VІ"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            '"Білім туралы" (8, 47-баптар), "Шетелдіктер туралы" (10-бап) заңдарына',
            {"білім туралы": {"8", "47"}, "шетелдіктер туралы": {"10"}},
        ),
        (
            "в статью 5 Закона Республики Казахстан «Об образовании» и статью 7 Закона «О связи»",
            {"об образовании": {"5"}, "о связи": {"7"}},
        ),
    ],
)
def test_an_article_belongs_to_the_law_whose_title_is_near(text: str, found: dict[str, set[str]]) -> None:
    laws = [each.named for each in read(passage(text)) if isinstance(each.named, Law)]
    assert {law.title: set(law.articles) for law in laws} == found
