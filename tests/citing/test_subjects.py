from qa_service.citing.subjects import Name, named

NAMES = (
    Name("1", "Численность населения Казахстана", "ru"),
    Name("5", "Материнская смертность в 2016 – 2020 годах", "ru"),
    Name("6", "Младенческая смертность в 2016 – 2020 годах", "ru"),
    Name("6", "2016 – 2020 жылдардағы нәресте өлімі", "kk"),
)


def test_a_name_is_found_by_its_words_in_any_form_and_language() -> None:
    assert named("о младенческой смертности", NAMES) == ("6",)
    assert named("нәрестелердің өлімі", NAMES) == ("6",)


def test_equally_good_names_are_all_given() -> None:
    assert named("смертность", NAMES) == ("5", "6")


def test_words_that_no_name_holds_name_nothing() -> None:
    assert named("смертность на дорогах от несчастных случаев", NAMES) == ()
    assert named("", NAMES) == ()
    assert named("2016 2020", NAMES) == ()
