"""What a model is told: the task in the language of the question, and the numbered passages as data."""

import secrets
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from qa_service.writing.protocol import Prompt
from qa_service.writing.sources import Source

FILE = Path(__file__).with_name("prompts.toml")


def languages() -> frozenset[str]:
    """The languages that answers are written in: those that there is a prompt for."""
    return frozenset(_prompts())


def prompt(question: str, sources: Sequence[Source], language: str, figure: str = "") -> Prompt:
    """The prompt for a question. `figure` is what the service says of the cell that answers, if one does.

    The question and the passages stand between tags that nobody could foresee, so no text that they hold
    can end them. KeyError for a language without a prompt.
    """
    told, mark = _prompts()[language], f"data-{secrets.token_hex(6)}"
    passages = [told["passage"].format(mark=mark, number=each.number, text=each.shown) for each in sources]
    user = told["user"].format(
        mark=mark,
        question=question,
        passages="\n".join(each.strip() for each in passages),
        known=told["known"].format(mark=mark, text=figure).strip() if figure else "",
    )
    return Prompt(told["system"].format(mark=mark).strip(), user.strip())


@cache
def _prompts() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(FILE.read_text(encoding="utf-8"))
