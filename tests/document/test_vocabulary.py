from qa_service.document.records import Kind, Passage, Status
from qa_service.document.vocabulary import word_forms


def passage(language: str, text: str) -> Passage:
    return Passage(f"d.{language}.1", "d", language, Status.OFFICIAL, Kind.PARAGRAPH, text, (1, 1))


def test_word_forms_are_counted_by_language() -> None:
    forms = word_forms([passage("ru", "Дети и дети"), passage("kk", "Балалар"), passage("en", "Children")])
    assert {language: dict(counts) for language, counts in forms.items()} == {
        "kk": {"балалар": 1},
        "ru": {"дети": 2, "и": 1},
    }
