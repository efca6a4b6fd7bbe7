import pytest

from qa_service.telegram.action_codes import LONGEST_DATA, decode, encode, kept_actions
from qa_service.telegram.actions import (
    Action,
    SendFile,
    ShowChapter,
    ShowHits,
    ShowPassage,
    ShowPicture,
    ShowPlaces,
    ShowTable,
    ShowTables,
)

SHORT: list[Action] = [
    ShowPassage("P2100000942.kk.333", "gost", ((0, 79), (80, 120)), moves=True),
    ShowPassage("P2100000942.ru.t21.r18.c4"),
    ShowPlaces("ст. 24 Конвенции", 3),
    ShowHits("асырап алу", 0),
    ShowTables(5),
    ShowTable(21, "ru"),
    ShowPicture(21, "ru", "P2100000942.kk.t21.r18.c4"),
    ShowPicture(4, "kk"),
    SendFile(4, "kk"),
    ShowChapter(0, 9),
]
LONG: list[Action] = [
    ShowPlaces("Закон «О правах ребенка в Республике Казахстан» от 8 августа 2002 года", 1),
    ShowPassage("a-very-long-name-of-a-document-that-somebody-chose-for-it.kk.1234"),
    ShowHits("а|б", 0),
]


@pytest.mark.parametrize("action", SHORT, ids=repr)
def test_what_fits_survives_a_restart(action: Action) -> None:
    assert decode(encode(action, kept_actions()), kept_actions()) == action


@pytest.mark.parametrize("action", LONG, ids=repr)
def test_what_does_not_fit_is_remembered(action: Action) -> None:
    kept = kept_actions()
    data = encode(action, kept)
    assert len(data.encode()) <= LONGEST_DATA
    assert decode(data, kept) == action
    assert decode(data, kept_actions()) is None


@pytest.mark.parametrize(
    "data",
    [
        *("", "|", "p", "p|0|", "p|99|0-1|x", "p|-1||x", "p|0|1-x|y", "p|0|1|y", "z|1", "t|1", "t|x|ru"),
        *(
            "t|99999|ru",
            "t|¹|ru",
            "t|٣|ru",
            "r||x",
            "l|",
            "l|1|2",
            "~",
            "~forged",
            "c|0",
            "i|1|ru",
            "\x00" * 64,
        ),
    ],
)
def test_what_no_button_holds_is_no_action(data: str) -> None:
    assert decode(data, kept_actions()) is None
