"""When two texts count as the same: cleaning and chunking must not decide what a measurement finds."""

from collections.abc import Iterable
from functools import lru_cache

from qa_service.language.alphabet import fold_with_offsets

_TWINS = str.maketrans("aceiopxykmthb", "асеіорхукмтһв")


def loosen(text: str) -> str:
    """Letters and digits alone, in one case, with every Latin look-alike as its Cyrillic twin."""
    return _loosened(text)[0]


def holds_quote(text: str, quotes: Iterable[str]) -> bool:
    """Whether any of `quotes` stands in `text` under the loose comparison."""
    loose = loosen(text)
    return any(quote and quote in loose for quote in map(loosen, quotes))


def holds_answer(text: str, answers: Iterable[str]) -> bool:
    """Like `holds_quote`, but a number is found only where the printed number neither begins before
    it nor goes on after it: "20" does not stand in "2020" nor in "20,5"."""
    return any(_stands_whole(text, loosen(answer)) for answer in answers)


def same_value(one: str, other: str) -> bool:
    """Whether two printed cells are the same but for spaces and case; the decimal comma counts."""
    return "".join(one.split()).casefold() == "".join(other.split()).casefold()


@lru_cache(maxsize=16_384)
def _loosened(text: str) -> tuple[str, tuple[int, ...]]:
    folded, offsets = fold_with_offsets(text)
    kept = [place for place, letter in enumerate(folded) if letter.isalnum()]
    loose = "".join(folded[place] for place in kept).translate(_TWINS)
    return loose, tuple(offsets[place] for place in kept)


def _stands_whole(text: str, answer: str) -> bool:
    loose, offsets = _loosened(text)
    start = loose.find(answer) if answer else -1
    while start >= 0:
        end = start + len(answer) - 1
        if not _number_goes_on(text, offsets[start], offsets[end]):
            return True
        start = loose.find(answer, start + 1)
    return False


def _number_goes_on(text: str, first: int, last: int) -> bool:
    before, after = text[max(0, first - 2) : first][::-1], text[last + 1 : last + 3]
    return (text[first].isdigit() and _is_tail(before)) or (text[last].isdigit() and _is_tail(after))


def _is_tail(neighbours: str) -> bool:
    return neighbours[:1].isdigit() or (neighbours[:1] in {",", "."} and neighbours[1:].isdigit())
