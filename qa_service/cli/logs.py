"""The log of a process that stays: our own lines and the libraries' warnings, as text or as JSON."""

import logging
import sys
from typing import Literal

from pythonjsonlogger.json import JsonFormatter

FORM = "%(asctime)s %(levelname)s %(message)s"
FIELDS = {"levelname": "level", "name": "logger"}


class OneLine(logging.Formatter):
    """A record on lines that only it can have begun: what could break a line or steer a terminal is
    escaped, and the lines of a traceback are indented."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        return _escaped(super().formatMessage(record))

    def formatException(self, ei: object) -> str:  # noqa: N802 - the name is logging's
        told = super().formatException(ei)  # type: ignore[arg-type]
        return "\n".join("    " + _escaped(line) for line in told.split("\n"))


def log_to_stderr(form: Literal["auto", "text", "json"] = "auto") -> None:
    """Sends every logger of this process to stderr; `auto` is text on a terminal and JSON elsewhere.

    JSON lines are ASCII, one object each, with the fields time, level, logger, message and those of a
    request.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_formatter(form))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("qa_service").setLevel(logging.INFO)


def _formatter(form: str) -> logging.Formatter:
    if form == "text" or (form == "auto" and sys.stderr.isatty()):
        return OneLine(FORM)
    return JsonFormatter([*FIELDS, "message"], rename_fields=FIELDS, timestamp="time")


def _escaped(text: str) -> str:
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
