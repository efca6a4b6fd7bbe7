"""Text that is nobody's Markdown: as it stands when rendered, and still readable where it is not."""

import re

# What could format, link, quote mathematics or begin HTML anywhere; a reference such as &lt; begins with &.
# Of brackets those that a link or its address needs, and numbers in them, which would pass for citations:
# the mark at the end of a citation stays as it is, so that it can be verified.
_ANYWHERE = re.compile(
    r"[\\`*_<>|~$^]|\[(?=\d+\])|\](?=\s*[(\[:])|&(?=#|\w+;)"
    r"|(?<=[^\W\d_]):(?=//)|(?<=www)\.|@(?=[\w-]+\.)",
    re.IGNORECASE,
)
# What makes a heading, a list, a quotation or a rule at the beginning of a line.
_LINE_START = re.compile(r"^(\s*)(?:([#+=-])|(\d{1,9})([.)]))", re.MULTILINE)
_INDENT = re.compile(r"[ \t]*\n\s*")


def escaped(text: str) -> str:
    """Markdown that a reader sees as `text`, with its lines joined where blank lines part them."""
    joined = _INDENT.sub("\n", text.strip())
    return _LINE_START.sub(_as_text, _ANYWHERE.sub(r"\\\g<0>", joined))


def _as_text(start: re.Match[str]) -> str:
    space, sign, number, dot = start.groups()
    return f"{space}\\{sign}" if sign else f"{space}{number}\\{dot}"
