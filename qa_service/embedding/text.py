"""Makes any text safe for any model's tokenizer."""

import unicodedata

MAX_CHARACTERS = 20_000

_CONTROLS = (*range(0x20), *range(0x7F, 0xA0))
_SURROGATES = range(0xD800, 0xE000)
_BLANKED = dict.fromkeys((*_CONTROLS, *_SURROGATES), " ")


def clean(text: str) -> str:
    """Control characters and lone surrogates become spaces, runs of white space one space.

    At most MAX_CHARACTERS come out, also after a tokenizer's normalisation: single characters such
    as U+FDFA grow to 18 under NFKC. Cleaning clean text changes nothing.
    """
    blanked = " ".join(text[:MAX_CHARACTERS].translate(_BLANKED).split())
    grown = unicodedata.normalize("NFKC", blanked)
    return blanked if len(grown) <= MAX_CHARACTERS else grown[:MAX_CHARACTERS].rstrip()
