import io
import logging
from collections.abc import Iterator

import pytest

from qa_service.telegram.bot_api.discretion import HIDDEN, TALKATIVE, hide

TOKEN = "123456:very-secret"


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """What the handlers of the root logger write."""
    written, root = io.StringIO(), logging.getLogger()
    before, handler = root.handlers[:], logging.StreamHandler(written)
    levels = {name: logging.getLogger(name).level for name in TALKATIVE}
    root.handlers[:] = [handler]
    yield written
    root.handlers[:] = before
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)


def test_the_token_is_hidden_in_words_values_and_tracebacks(log: io.StringIO) -> None:
    hide(TOKEN)
    logging.getLogger("any").warning("POST %s", f"https://api.telegram.org/bot{TOKEN}/getMe")
    try:
        raise ValueError(f"bot{TOKEN}")
    except ValueError:
        logging.getLogger("any").exception("refused")
    assert TOKEN not in log.getvalue()
    assert log.getvalue().count(HIDDEN) == 2
    assert "ValueError" in log.getvalue()


def test_libraries_do_not_tell_of_every_request(log: io.StringIO) -> None:
    hide(TOKEN)
    logging.getLogger("httpx").info("POST")
    logging.getLogger("any").warning("%d%%", 5)
    assert log.getvalue() == "5%\n"
