"""How a language writes headings, references to articles and captions; the words are in grammar.toml."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

Patterns = tuple[re.Pattern[str], ...]

RANGE = re.compile(r"(\d+)\s*[–-]\s*(\d+)")
PARAGRAPH_OF_ARTICLE = re.compile(r"\(\d+\)")
CYRILLIC_LETTERS = str.maketrans("абвгдеһс", "abcdefhc")


@dataclass(frozen=True, slots=True)
class Grammar:
    """Patterns of one language. Each list holds alternatives; the first that fits counts."""

    chapter: Patterns
    reference: Patterns
    article: Patterns
    observations: Patterns
    table: Patterns
    figure: Patterns
    clause: Patterns
    annex: Patterns

    def is_chapter(self, text: str) -> bool:
        return _first(self.chapter, text) is not None

    def is_clause(self, text: str) -> bool:
        """Whether this is an article of the document itself, as a law is divided."""
        return _first(self.clause, text) is not None

    def is_annex(self, text: str) -> bool:
        return _first(self.annex, text) is not None

    def is_figure(self, text: str) -> bool:
        return _first(self.figure, text) is not None

    def table_number(self, text: str) -> int | None:
        """The number of the table that this caption opens."""
        caption = _first(self.table, text)
        return int(caption["number"]) if caption else None

    def observations_in(self, text: str) -> tuple[str, ...]:
        """The paragraph numbers of a line that names the concluding observations; else none."""
        line = _first(self.observations, text)
        return tuple(_numbers(line["numbers"])) if line else ()

    def articles_in(self, heading: str) -> tuple[str, ...]:
        """The articles that a heading refers to, as in "(7, 8-баптар)": ("7", "8"); a lettered paragraph
        gives "37b"; a numbered one counts as its article."""
        reference = _first(self.reference, heading)
        if reference is None:
            return ()
        return tuple(dict.fromkeys(self.articles_named(reference["reference"])))

    def articles_named(self, text: str) -> Iterator[str]:
        """Every article that a text names, of whatever act, as often as it does."""
        for pattern in self.article:
            for match in pattern.finditer(text):
                yield from _articles(match)

    def opens_block(self, line: str) -> bool:
        """Whether a line of these words always begins something new, wherever it stands."""
        structural = (self.chapter, self.observations, self.table, self.figure, self.clause)
        return any(_first(patterns, line) for patterns in structural)


@cache
def grammar_of(language: str) -> Grammar:
    """The grammar of a language, or one that only knows numbered chapters."""
    text = resources.files(__package__).joinpath("grammar.toml").read_text(encoding="utf-8")
    languages = tomllib.loads(text)
    lists = languages.get(language, languages["other"])
    return Grammar(**{name: tuple(re.compile(item) for item in items) for name, items in lists.items()})


def _first(patterns: Patterns, text: str) -> re.Match[str] | None:
    return next((match for pattern in patterns if (match := pattern.search(text))), None)


def _articles(match: re.Match[str]) -> Iterator[str]:
    groups = match.groupdict()
    letters = re.findall(
        r"(?<!\w)[a-hа-д](?!\w)", groups.get("letters") or groups.get("letters_before") or ""
    )
    numbers = list(_numbers(PARAGRAPH_OF_ARTICLE.sub("", groups["numbers"])))
    if not letters:
        return iter(numbers)
    plain, lettered = numbers[:-1], numbers[-1]
    return iter(plain + [lettered + letter.translate(CYRILLIC_LETTERS) for letter in letters])


def _numbers(text: str) -> Iterator[str]:
    """Every number of a list such as "8, 9" or "28–31", ranges spelled out."""
    spelled = RANGE.sub(lambda m: " ".join(map(str, range(int(m[1]), int(m[2]) + 1))), text)
    return iter(re.findall(r"\d+", spelled))
