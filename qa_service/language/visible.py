"""What people see of a text that anybody may have written."""

import unicodedata


def visible(text: str) -> str:
    """The text in one line, without control characters, halves of characters and marks that hide or turn
    the direction of writing.

    >>> visible(" one\\u200b\\n\\ttwo\\x00 ")
    'one two'
    """
    kept = (each for each in text if each.isspace() or not unicodedata.category(each).startswith("C"))
    return " ".join("".join(kept).split())
