"""Letters: one spelling for search out of the many that people and damaged texts use.

Folding is for search only; text shown to a person stays verbatim. A folded text has one letter case,
one kind of quote, dash and apostrophe, no soft hyphens or control characters, and no Latin letter
standing for its Cyrillic twin.
"""

import re
import unicodedata
from functools import lru_cache

KAZAKH_LETTERS = frozenset("әғқңөұүһі")
"""Lower-case Cyrillic letters that Kazakh has and Russian has not."""

_RUSSIFIED = str.maketrans("әғқңөұүһіӘҒҚҢӨҰҮҺІ", "агкноуухиАГКНОУУХИ")

_TO_CYRILLIC = str.maketrans("aceiopxykmthəɵABCEHIKMOPTXYƏƟ", "асеіорхукмтһәөАВСЕНІКМОРТХҮӘӨ")
_TO_LATIN = str.maketrans("асеіорхукмтһАВСЕНІКМОРТХУҮ", "aceiopxykmthABCEHIKMOPTXYY")
_ROMAN = str.maketrans("іхІХ", "ixIX")

_CLUSTER = re.compile(r".[\u0300-\u036f]*", re.DOTALL)
_WORD = re.compile(r"[^\W_]+")
_LETTERS = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z\u0186-\u0275]")
_SURE_CYRILLIC = re.compile(r"[бвгдёжзийлнпфцчшщъыьэюяәғқңөұүБГДЁЖЗИЙЛПФЦЧШЩЪЫЬЭЮЯӘҒҚҢӨҰ]")
_SURE_LATIN = re.compile(r"[bdfgjlnqrsuvwzDFGJLNQRSUVWZ]")
_BORROWED = re.compile(r"[A-Za-z]{3,}[\u0400-\u04ff]+")
_ROMAN_NUMERAL = re.compile(r"(?=[ivx]{2}|i)x{0,3}(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_THREE_FOR_ZE = re.compile(r"(?<!\d)3(?!\d)")

_QUOTES = dict.fromkeys("«»„“”‟″〝〞", '"')
_APOSTROPHES = dict.fromkeys("‘’‚‛′`´ʹʻʼʽˈ", "'")
_DASHES = dict.fromkeys("‐‑‒–—―−﹘﹣－", "-")
_MARKS = {**_QUOTES, **_APOSTROPHES, **_DASHES, "ё": "е", "Ё": "Е", "№": "№"}


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """The spelling under which `text` is searched; folding twice changes nothing more."""
    return _each_in_one_script("".join(map(_plain, _CLUSTER.findall(text))))


def fold_with_offsets(text: str) -> tuple[str, list[int]]:
    """The folded text and, for each of its characters, the index in `text` it came from."""
    letters: list[str] = []
    offsets: list[int] = []
    for cluster in _CLUSTER.finditer(text):
        plain = _plain(cluster.group())
        letters.append(plain)
        offsets.extend([cluster.start()] * len(plain))
    return _each_in_one_script("".join(letters)), offsets


def letter_words(text: str) -> list[str]:
    """Folded words without digits; an apostrophe inside a word belongs to it."""
    return _LETTERS.findall(fold(text))


def russify(text: str) -> str:
    """`text` as it is typed on a keyboard without Kazakh letters (ә as а, ң as н, і as и ...)."""
    return text.translate(_RUSSIFIED)


@lru_cache(maxsize=4096)
def _plain(cluster: str) -> str:
    if cluster in _MARKS:
        return _MARKS[cluster]
    composed = unicodedata.normalize("NFKC", cluster)
    return "".join(_kept(letter) for letter in composed)


def _kept(letter: str) -> str:
    if letter.isspace():
        return " "
    if unicodedata.category(letter).startswith("C") or "\u0300" <= letter <= "\u036f":
        return ""
    marked = _MARKS.get(letter, letter)
    # A few capitals have lower-case forms of two letters, which would break the offsets.
    return marked if len(marked.lower()) == 1 else marked.lower()[0]


def _each_in_one_script(text: str) -> str:
    return _WORD.sub(_one_script, text).lower()


def _one_script(match: re.Match[str]) -> str:
    word = match.group()
    if word.isascii():
        return word
    roman = word.translate(_ROMAN)
    if _ROMAN_NUMERAL.fullmatch(roman):
        return roman
    settled = _settled(word)
    if "3" in settled and len(_CYRILLIC.findall(settled)) > 1:
        return _THREE_FOR_ZE.sub("з", settled)
    return settled


def _settled(word: str) -> str:
    if not (_LATIN.search(word) and _CYRILLIC.search(word)) or _is_borrowed(word):
        return word
    sure = len(_SURE_CYRILLIC.findall(word)) - len(_SURE_LATIN.findall(word))
    surplus = sure or len(_CYRILLIC.findall(word)) - len(_LATIN.findall(word))
    return word.translate(_TO_CYRILLIC if surplus >= 0 else _TO_LATIN)


def _is_borrowed(word: str) -> bool:
    """A foreign word with a native ending ("onlineда") keeps both scripts."""
    if not _BORROWED.fullmatch(word):
        return False
    return _SURE_LATIN.search(word) is not None
