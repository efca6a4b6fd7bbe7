"""Whether a sentence turns round what the passages say: by a denial, a contrary, a claim without exception.

That much can be told from words alone; who does what to whom cannot.
"""

import re
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from qa_service.language.stems import stem_of, stems, words

FILE = Path(__file__).with_name("contrasts.toml")
REACH = 3
"""Words that a denial may stand before what it denies."""

Pattern = re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Contrasts:
    """The words of one language; each line of `contrasts` and `opposites` is a list of groups."""

    denying: frozenset[str]
    undenied: frozenset[str]
    contrary: str
    denied_form: Pattern
    not_denied: Pattern
    denied_after: Pattern
    reaches_back: int
    absolute: Sequence[Pattern]
    opposites: Sequence[Sequence[Pattern]]
    contrasts: Sequence[Sequence[Pattern]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word, whether it says something by itself, and whether it is denied; None where that is in doubt,
    because a denied word follows which may be its verb."""

    word: str
    stem: str
    telling: bool
    denied: bool | None


def turns_around(text: str, told: Sequence[str], language: str) -> bool:
    """Whether `text` says the contrary of what `told`, texts in the same language, say together."""
    rules = contrasts_of(language)
    said = _read(text, language)
    source = [word for each in told for word in _read(each, language)]
    telling = [word for word in said if word.telling]
    return (
        _denies_otherwise(telling, source, rules)
        or _is_contrary(telling, source, rules, language)
        or _adds(rules.absolute, text, told)
        or any(_crosses(line, said, source, flips=True) for line in rules.opposites)
        or any(_crosses(line, said, source, flips=False) for line in rules.contrasts)
    )


@cache
def contrasts_of(language: str) -> Contrasts:
    """The words of a language that is written in. KeyError for another."""
    noted = tomllib.loads(FILE.read_text(encoding="utf-8"))[language]
    return Contrasts(
        denying=frozenset(noted["denying"]),
        undenied=frozenset(noted["undenied"]),
        contrary=noted["contrary"],
        denied_form=re.compile(noted["denied_forms"]),
        not_denied=_any_of(noted["not_denied"]),
        denied_after=_any_of(noted["denied_after"]),
        reaches_back=noted["reaches_back"],
        absolute=tuple(map(_any_of, noted["absolute"])),
        opposites=tuple(tuple(map(_any_of, line)) for line in noted["opposites"]),
        contrasts=tuple(tuple(map(_any_of, line)) for line in noted["contrasts"]),
    )


def _any_of(listed: Iterable[str]) -> Pattern:
    """What fits one word of a list; "*" stands for any ending."""
    return re.compile("|".join(re.escape(word).replace(r"\*", r"\w*") for word in listed) or "(?!)")


def _read(text: str, language: str) -> list[_Word]:
    rules, spoken = contrasts_of(language), words(text)
    return [
        _Word(
            word, stem_of(word, language), _tells(word, language), _is_denied(spoken, place, rules, language)
        )
        for place, word in enumerate(spoken)
    ]


def _tells(word: str, language: str) -> bool:
    return word.isalpha() and bool(stems(word, language))


def _is_denied(spoken: Sequence[str], place: int, rules: Contrasts, language: str) -> bool | None:
    word, following = spoken[place], spoken[place + 1 : place + 1 + max(1, rules.reaches_back)]
    if _denies_itself(word, rules) or (following and rules.denied_after.fullmatch(following[0])):
        return True
    if any(_denies_itself(other, rules) for other in following[: rules.reaches_back]):
        return None
    for before in reversed(spoken[max(0, place - REACH) : place]):
        if before in rules.denying:
            return word not in rules.undenied
        if _tells(before, language):
            return False
    return False


def _denies_itself(word: str, rules: Contrasts) -> bool:
    return bool(rules.denied_form.fullmatch(word)) and not rules.not_denied.fullmatch(word)


def _denies_otherwise(said: Sequence[_Word], source: Sequence[_Word], rules: Contrasts) -> bool:
    """Whether a word is denied that the source only affirms, or the other way round."""
    poles: dict[str, set[bool]] = {}
    for word in source:
        poles.setdefault(word.stem, set()).add(word.denied is not False)
    sure = (word for word in said if word.denied is not None and word.stem in poles)
    if any(word.denied not in poles[word.stem] for word in sure):
        return True
    flippable = [group for line in rules.opposites for group in line]
    new = (word for word in said if word.denied and word.stem not in poles)
    denied = any(not any(group.fullmatch(word.word) for group in flippable) for word in new)
    return denied and not any(word.denied for word in source)


def _is_contrary(said: Sequence[_Word], source: Sequence[_Word], rules: Contrasts, language: str) -> bool:
    """Whether a word stands in one with the prefix that makes its contrary, and in the other without."""
    if not rules.contrary:
        return False
    mine, theirs = {word.stem for word in said}, {word.stem for word in source}
    return any(
        stem_of(rules.contrary + word.word, language) in others and word.stem not in others
        for words_, others in ((said, theirs), (source, mine))
        for word in words_
        if len(word.word) > REACH
    )


def _adds(claims: Iterable[Pattern], text: str, told: Iterable[str]) -> bool:
    """Whether a text claims something without exception that is not claimed so in the source."""
    spoken, source = words(text), [word for each in told for word in words(each)]
    return any(_has(claim, spoken) and not _has(claim, source) for claim in claims)


def _has(pattern: Pattern, spoken: Iterable[str]) -> bool:
    return any(pattern.fullmatch(word) for word in spoken)


def _crosses(line: Sequence[Pattern], said: Sequence[_Word], source: Sequence[_Word], flips: bool) -> bool:
    """Whether a sentence takes one side of a contrast where the source only takes others."""
    mine, theirs = _sides(line, said, flips), _sides(line, source, flips)
    return bool(theirs) and bool(mine - theirs)


def _sides(line: Sequence[Pattern], spoken: Iterable[_Word], flips: bool) -> set[int]:
    """The groups of a line that words belong to; a denied one to the other group where that `flips`."""
    found: set[int] = set()
    for word in spoken:
        for side, group in enumerate(line):
            if group.fullmatch(word.word):
                found.add(1 - side if flips and word.denied else side)
    return found
