"""What a refusal says: what was looked for, and what the nearest passages do have."""

from collections.abc import Sequence
from textwrap import shorten

from qa_service.answering.figures.facets import read_facets
from qa_service.answering.support import years_of
from qa_service.language.phrases import phrase
from qa_service.search.query import Query
from qa_service.search.search import Hit

LONGEST_OPENING = 80
"""Characters of a passage that stands under no heading, by which it is named."""


def refusal(query: Query, hits: Sequence[Hit], language: str) -> str:
    """One or two sentences in `language`; names the years that are missing where that is the reason."""
    if not hits or not query.concepts:
        return phrase("refusal.nothing", language)
    nearest = hits[0].passage
    if not nearest.path:
        words = shorten(nearest.text, LONGEST_OPENING, placeholder=" …")
        return phrase("refusal.nearest-words", language, words=words)
    where = nearest.path[-1]
    asked = years_of(read_facets(query.searched, query.searched_language))
    found = years_of(read_facets(nearest.text, nearest.language))
    if asked and found and not asked & found:
        return phrase("refusal.years", language, asked=_listed(asked), found=_listed(found), where=where)
    return phrase("refusal.nearest", language, where=where)


def _listed(years: frozenset[int]) -> str:
    """ "2016-2018, 2020" for years in any order."""
    ordered = sorted(years)
    starts = [year for year in ordered if year - 1 not in years]
    ends = [year for year in ordered if year + 1 not in years]
    spans = zip(starts, ends, strict=True)
    return ", ".join(str(first) if first == last else f"{first}–{last}" for first, last in spans)
