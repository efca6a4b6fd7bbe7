"""Passages as they are printed."""

from rich.text import Text

from qa_service.answering.records import Citation
from qa_service.cli.passages import places
from qa_service.replies.presentation import citation
from qa_service.replies.schemas import CiteReply
from tests.api.fakes import KAZAKH, RUSSIAN


def printed(language: str) -> str:
    shown = citation(Citation(KAZAKH, (), RUSSIAN), lambda _: {})
    reply = CiteReply(reference="", language=language, kind="article", hits=[shown], found=1, message=None)
    return "\n".join(part.plain if isinstance(part, Text) else str(part) for part in places(reply))


def test_a_reader_of_another_language_gets_the_translation_below_the_official_text() -> None:
    told = printed("ru")
    assert told.index(KAZAKH.text) < told.index("рабочий перевод") < told.index(RUSSIAN.text)


def test_a_reader_of_the_official_text_gets_nothing_else() -> None:
    assert RUSSIAN.text not in printed("kk")
