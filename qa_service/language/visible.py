"""What people see of a text that anybody may have written."""

import unicodedata


def visible(text: str) -> str:
    """The text in one line, without control characters, halves of characters and marks that hide or turn
    the direction of writing.

    >>> visible(" one\\u200b\\n\\ttwo\\x00 ")
    'one two'
    """
    kept = (each for each in text if each.isspace() or not is_hidden(each))
    return " ".join("".join(kept).split())


def is_hidden(character: str) -> bool:
    """Whether it is a control character, half of one, or a mark that hides or turns other text."""
    return unicodedata.category(character).startswith("C")
