"""The language in which the terminal is spoken to."""

import os
from collections.abc import Mapping

from qa_service.language.phrases import LANGUAGES

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def locale_language(environment: Mapping[str, str]) -> str:
    """kk, ru or en, from the first locale variable that is set (POSIX order); English for any other.

    >>> locale_language({"LANG": "kk_KZ.UTF-8"})
    'kk'
    """
    name = next((environment[variable] for variable in VARIABLES if environment.get(variable)), "")
    return name[:2] if name[:2] in LANGUAGES else "en"


def terminal_language() -> str:
    """The language in which this process speaks on the terminal."""
    return locale_language(os.environ)
