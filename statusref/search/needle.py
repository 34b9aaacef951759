"""A word or query to look for, in all forms that are compared with the texts."""

import re

from statusref.domain.normal_form import nfkc
from statusref.search.folding import squash
from statusref.search.hangul import CONSONANTS, INITIALS, VOWELS, initials_of, is_jamo, is_syllable, strokes_of

_CLASS = re.compile(r"([0-9])(?:([0-9])x|xx)")


class Needle:
    """A folded word or query.

    ``plain`` is compared with the texts as written, ``initials`` (``ㅊㅇ``) with their initials, ``strokes`` with their
    key strokes, which finds half-typed words (``찾ㅇ``, ``영궁``). Initials and strokes are None where this form makes
    no sense. ``mixed`` says that lone consonants stand for syllables beside whole ones (``ㅈ렬화``). ``digits`` are
    the digits with which the wanted codes begin, if any.
    """

    __slots__ = ("digits", "initials", "mixed", "plain", "strokes")

    def __init__(self, plain: str) -> None:
        self.plain = plain
        self.initials: str | None = None
        self.strokes: str | None = None
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
            self.strokes = strokes_of(plain)
        self.mixed = syllables and consonants and not vowels

    @property
    def tiny(self) -> bool:
        """Whether this is a single letter, digit or consonant. Nearly every text has it somewhere inside."""
        return len(self.plain) == 1 and (self.plain.isascii() or self.plain in INITIALS)


def fold_query(text: str) -> str:
    """Fold a query. A lone consonant followed by a lone vowel becomes a syllable (ㅊㅏ: 차)."""
    plain = squash(text)
    if VOWELS.isdisjoint(plain) or CONSONANTS.isdisjoint(plain):
        return plain
    return squash(nfkc(plain))


def _digits(plain: str) -> str | None:
    """Return the digits of ``404``, ``40``, ``40x``, ``4`` and ``4xx``, None for anything else."""
    if plain.isascii() and plain.isdigit() and len(plain) <= 3:
        return plain
    match = _CLASS.fullmatch(plain)
    return None if match is None else match[1] + (match[2] or "")
