"""Words that tables print apart or with a misprint, in their usual spelling."""

from collections.abc import Sequence

from qa_service.answering.figures.lexicon import read_lexicon


def respell(tokens: Sequence[str], language: str) -> tuple[str, ...]:
    """The tokens with the words of `data/spellings.tsv` as people write them."""
    spelled = list(tokens)
    for match in reversed(read_lexicon("spellings").find(tokens, language)):
        spelled[match.start : match.end] = match.meanings[:1]
    return tuple(spelled)
