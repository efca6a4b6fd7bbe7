"""Runs a command line and turns whatever goes wrong into one line and an exit status."""

import os
import sys
from collections.abc import Sequence

from typer import Exit
from typer.exceptions import TyperException

from qa_service.cli.commands import app
from qa_service.cli.locale import terminal_language
from qa_service.errors import ServiceError
from qa_service.replies.wording import told

FAILED = 1
INTERRUPTED = 130


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))


def run(arguments: Sequence[str]) -> int:
    """The exit status of one command line: 0 done, 1 failed, 2 wrongly called, 130 interrupted."""
    try:
        status = app(arguments, prog_name="qa-service", standalone_mode=False)
        sys.stdout.flush()
    except TyperException as wrong:
        return _say(wrong.format_message(), wrong.exit_code)
    except ServiceError as error:
        return _say(told(error, terminal_language()), FAILED)
    except (KeyboardInterrupt, Exit):
        return INTERRUPTED
    except OSError as error:
        return _storage_or_pipe(error)
    except SystemExit:  # rich's and typer's way to leave when nobody reads
        return FAILED
    return status if isinstance(status, int) else 0


def _storage_or_pipe(error: OSError) -> int:
    """A reader that went away is no failure worth a word; what is left in the buffer has no place to go."""
    _discard_output()
    if isinstance(error, BrokenPipeError):
        return FAILED
    return _say(": ".join(str(part) for part in (error.filename, error.strerror) if part), FAILED)


def _discard_output() -> None:
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())


def _say(line: str, status: int) -> int:
    if line:
        sys.stderr.write(" ".join(line.split()) + "\n")
    return status
