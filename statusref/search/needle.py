"""One thing to look for, in every form in which it is looked for."""

import re
import unicodedata

from statusref.search.folding import squash
from statusref.search.hangul import CONSONANTS, INITIALS, VOWELS, initials_of, is_jamo, is_syllable, keys_of

_CLASS = re.compile(r"([0-9])(?:([0-9])x|xx)")


class Needle:
    """A folded word or query.

    ``plain`` is compared with names as written, ``initials`` (``ㅊㅇ``) with their first consonants, ``keys`` with
    their keystrokes, which finds what is half typed (``찾ㅇ``, ``영궁``); ``mixed`` says that lone consonants stand
    for syllables beside whole ones (``ㅈ렬화``). A form that makes no sense for this needle is None. ``digits`` is
    the number it is or begins, ``4xx`` included.
    """

    __slots__ = ("digits", "initials", "keys", "mixed", "plain")

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.initials: str | None = None
        self.keys: str | None = None
        self.mixed = False
        self.digits = _digits(plain)
        if plain.isascii():
            return
        syllables = any(map(is_syllable, plain))
        vowels = not VOWELS.isdisjoint(plain)
        consonants = not CONSONANTS.isdisjoint(plain)
        if consonants and not syllables and not vowels:
            self.initials = initials_of(plain)
        elif syllables and not is_jamo(plain[0]):
            self.keys = keys_of(plain)
        self.mixed = syllables and consonants and not vowels

    @property
    def tiny(self) -> bool:
        """Whether this is a single letter, digit or consonant, which would be inside nearly everything."""
        return len(self.plain) == 1 and (self.plain.isascii() or self.plain in INITIALS)


def fold_query(text: str) -> str:
    """Fold typed text. Lone consonants with a vowel behind them become the syllable that they are (ㅊㅏ: 차)."""
    plain = squash(text)
    if VOWELS.isdisjoint(plain) or CONSONANTS.isdisjoint(plain):
        return plain
    return squash(unicodedata.normalize("NFKC", plain))


def _digits(plain: str) -> str | None:
    """Return the digits with which the wanted codes begin: those of ``404``, ``40``, ``40x``, ``4`` and ``4xx``."""
    if plain.isascii() and plain.isdigit() and len(plain) <= 3:
        return plain
    match = _CLASS.fullmatch(plain)
    return None if match is None else match[1] + (match[2] or "")
