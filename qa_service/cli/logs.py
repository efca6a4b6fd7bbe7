"""The log of a process that stays: our own lines and the libraries' warnings, as text or as JSON."""

import logging
import sys
from collections.abc import Iterator
from traceback import format_tb
from typing import Any, Literal

from pythonjsonlogger.json import JsonFormatter

FORM = "%(asctime)s %(levelname)s %(message)s"
FIELDS = {"levelname": "level", "name": "logger"}


class OneLine(logging.Formatter):
    """A record on lines that only it can have begun: what could break a line or steer a terminal is
    escaped, and the lines of a traceback are indented."""

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name is logging's
        return _escaped(super().formatMessage(record))

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        return "\n".join("    " + _escaped(line) for line in self.told(ei).split("\n"))

    def told(self, ei: Any) -> str:
        """A traceback as it stands."""
        return super().formatException(ei)


class DiscreetLine(OneLine):
    """The same without the messages of faults: they may hold what was asked."""

    def told(self, ei: Any) -> str:
        return "\n".join(_places(ei[1]))


class DiscreetObject(JsonFormatter):
    """An object without the messages of faults."""

    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name is logging's
        return "\n".join(_places(ei[1]))


def _places(fault: BaseException | None) -> Iterator[str]:
    """Where a fault came up and of what kind it is, and the same of those that it came from."""
    while fault is not None:
        yield "".join(format_tb(fault.__traceback__)) + type(fault).__qualname__
        fault = fault.__cause__ or (None if fault.__suppress_context__ else fault.__context__)


def log_to_stderr(form: Literal["auto", "text", "json"] = "auto", tells_asked: bool = False) -> None:
    """Sends every logger of this process to stderr; `auto` is text on a terminal and JSON elsewhere.

    JSON lines are ASCII, one object each, with the fields time, level, logger, message and those of a
    request. Faults come with their messages where the log may tell what was asked.
    """
    handler = logging.StreamHandler()
    handler.setFormatter(_formatter(form, tells_asked))
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    logging.captureWarnings(True)
    logging.getLogger("qa_service").setLevel(logging.INFO)


def _formatter(form: str, tells_asked: bool) -> logging.Formatter:
    if form == "text" or (form == "auto" and sys.stderr.isatty()):
        return (OneLine if tells_asked else DiscreetLine)(FORM)
    made = JsonFormatter if tells_asked else DiscreetObject
    return made([*FIELDS, "message"], rename_fields=FIELDS, timestamp="time")


def _escaped(text: str) -> str:
    return "".join(sign if sign.isprintable() else ascii(sign)[1:-1] for sign in text)
