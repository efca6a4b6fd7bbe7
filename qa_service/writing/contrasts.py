"""Whether a sentence turns round what the passages say: by a denial, a contrary, a claim without exception.

That much can be told from words alone; who does what to whom cannot.
"""

from collections.abc import Iterable, Sequence

from qa_service.language.sentences import sentence_spans
from qa_service.language.stems import stem_of, words
from qa_service.writing.contrast_rules import Contrasts, Pattern, contrasts_of
from qa_service.writing.denials import Word, read_words

SHORTEST = 4
"""Letters of a word that is known by its beginning."""


def turns_around(text: str, told: Sequence[str], language: str) -> bool:
    """Whether `text` says the contrary of what `told`, texts in the same language, say together."""
    rules = contrasts_of(language)
    said = read_words(text, language)
    # Sentence by sentence, or a denial would reach into the one before.
    sentences = (each[start:end] for each in told for start, end in sentence_spans(each))
    source = [word for each in sentences for word in read_words(each, language)]
    telling = [word for word in said if word.telling]
    return (
        _denies_otherwise(telling, source, rules)
        or _is_contrary(telling, [word for word in source if word.telling], rules, language)
        or _adds(rules.absolute, text, told)
        or any(_crosses(line, said, source, flips=True) for line in rules.opposites)
        or any(_crosses(line, said, source, flips=False) for line in rules.contrasts)
    )


def _denies_otherwise(said: Sequence[Word], source: Sequence[Word], rules: Contrasts) -> bool:
    """Whether a word is denied that the source only affirms, or the other way round; or whether more is
    denied in other words than the source denies."""
    flippable = [group for line in rules.opposites for group in line]
    new = 0
    for word in said:
        poles = {other.denied is not False for other in source if _is_same(word, other)}
        if poles and word.denied is not None and word.denied not in poles:
            return True
        new += not poles and word.denied is True and not any(each.fullmatch(word.word) for each in flippable)
    left = (other for other in source if other.denied and not any(_is_same(other, word) for word in said))
    return new > sum(1 for _ in left)


def _is_same(one: Word, other: Word) -> bool:
    """Whether two words are forms of one; a verb that is denied in its ending has other endings."""
    if one.stem == other.stem:
        return True
    return any(
        denied.base != denied.word and len(denied.base) >= SHORTEST and affirmed.word.startswith(denied.base)
        for denied, affirmed in ((one, other), (other, one))
    )


def _is_contrary(said: Sequence[Word], source: Sequence[Word], rules: Contrasts, language: str) -> bool:
    """Whether a word stands in one with the prefix that makes its contrary, and in the other without."""
    if not rules.contrary:
        return False
    mine, theirs = {word.stem for word in said}, {word.stem for word in source}
    return any(
        stem_of(rules.contrary + word.word, language) in others and word.stem not in others
        for words_, others in ((said, theirs), (source, mine))
        for word in words_
        if len(word.word) >= SHORTEST
    )


def _adds(claims: Iterable[Pattern], text: str, told: Iterable[str]) -> bool:
    """Whether a text claims something without exception that is not claimed so in the source."""
    spoken, source = words(text), [word for each in told for word in words(each)]
    return any(_has(claim, spoken) and not _has(claim, source) for claim in claims)


def _has(pattern: Pattern, spoken: Iterable[str]) -> bool:
    return any(pattern.fullmatch(word) for word in spoken)


def _crosses(line: Sequence[Pattern], said: Sequence[Word], source: Sequence[Word], flips: bool) -> bool:
    """Whether a sentence takes one side of a contrast where the source only takes others."""
    mine, theirs = _sides(line, said, flips), _sides(line, source, flips)
    return bool(theirs) and bool(mine - theirs)


def _sides(line: Sequence[Pattern], spoken: Iterable[Word], flips: bool) -> set[int]:
    """The groups of a line that words belong to; a denied one to the other group where that `flips`."""
    found: set[int] = set()
    for word in spoken:
        for side, group in enumerate(line):
            if group.fullmatch(word.word):
                found.add(1 - side if flips and word.denied else side)
    return found
