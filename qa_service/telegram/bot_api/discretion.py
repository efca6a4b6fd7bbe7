"""Keeps the bot's token out of the log: it is part of every address of the Bot API."""

import logging

HIDDEN = "***"
TALKATIVE = ("httpx", "httpcore", "telegram")


class WithoutToken(logging.Filter):
    """Lets every record pass, with the token in its words and in its traceback hidden."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self._token = token

    def filter(self, record: logging.LogRecord) -> bool:
        """Changes the record; gives True."""
        shown = record.getMessage()
        if self._token in shown:
            record.msg, record.args = shown.replace(self._token, HIDDEN), ()
        told = logging.Formatter().formatException(record.exc_info) if record.exc_info else ""
        if self._token in told:
            # Formatters would make a traceback of their own from `exc_info`.
            record.exc_info, record.exc_text = None, told.replace(self._token, HIDDEN)
        return True


def hide(token: str) -> None:
    """From now on no handler of the root logger writes the token; libraries tell warnings only."""
    for handler in logging.getLogger().handlers:
        handler.addFilter(WithoutToken(token))
    for name in TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
