"""Folds text so that it can be compared: one case, one normal form, no separators.

``Folded`` also remembers where in the original text each folded character stands.
"""

import re
from functools import cache

from statusref.domain.normal_form import nfc
from statusref.search.hangul import CONJOINING, FIRST_SYLLABLE, LAST_SYLLABLE, initials_of, strokes_of

SEPARATORS = "-_.:/'’‘`\",()·…‐‑–—″“”§"
_IGNORED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Mn", "Me", "Zs", "Zl", "Zp"})
_JAMO = range(0x1100, 0x1200)
_COMPATIBILITY_JAMO = range(0x3131, 0x3164)
_KEPT_BELOW = 0x3400


def _fold(code: int) -> str:
    import unicodedata  # noqa: PLC0415 - a quarter of a megabyte, which a window in which nobody types does without

    char = chr(code)
    if char in SEPARATORS or unicodedata.category(char) in _IGNORED:
        return ""
    if code in CONJOINING:
        return CONJOINING[code]
    folded = unicodedata.normalize("NFKC", char).casefold()
    if len(folded) == 1 and ord(folded) in _JAMO:
        return CONJOINING.get(ord(folded), folded)
    bare = (c for c in unicodedata.normalize("NFKD", folded) if unicodedata.category(c) not in _IGNORED)
    return unicodedata.normalize("NFC", "".join(c for c in bare if c not in SEPARATORS))


class _Folding(dict[int, str]):
    """A table for ``str.translate`` that fills itself.

    It keeps only Hangul and the characters below U+3400, so that no input can make it grow without limit.
    """

    def __missing__(self, code: int) -> str:
        # Syllables need no folding. Compatibility jamo must not be normalized: NFKC makes conjoining jamo of them.
        stays = FIRST_SYLLABLE <= code <= LAST_SYLLABLE or code in _COMPATIBILITY_JAMO
        folded = chr(code) if stays else _fold(code)
        if stays or code < _KEPT_BELOW:
            self[code] = folded
        return folded


_FOLDING = _Folding()
# Most texts are ASCII, or Hangul and spaces. Folded in these ways they take a third of the time.
_ASCII = bytes(range(128)).lower() + bytes(128)
_ASCII_DROPPED = bytes((*range(0x21), 0x7F)) + "".join(filter(str.isascii, SEPARATORS)).encode()


@cache
def _hangul_pattern() -> re.Pattern[str]:
    return re.compile("[가-힣 ]+")


def squash(text: str) -> str:
    """Fold ``text``: NFC, one case, no separators, spaces, control characters or combining marks."""
    if text.isascii():
        return text.encode().translate(_ASCII, _ASCII_DROPPED).decode()
    if _hangul_pattern().fullmatch(text):
        return text.replace(" ", "")
    return nfc(text).translate(_FOLDING)


@cache
def _word_pattern() -> re.Pattern[str]:
    # A word begins after a separator, at a change of case (StatusIMUsed), and between letters and digits.
    separators = re.escape(SEPARATORS)
    return re.compile(rf"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[0-9]+|[^\s{separators}A-Za-z0-9]+")


def words_of(text: str) -> list[str]:
    """Split a name into folded words, also at changes of case (``StatusNotFound``)."""
    pieces = _word_pattern().findall(text)
    if text.isascii():
        return [piece.lower() for piece in pieces]
    return [word for word in map(squash, pieces) if word]


class Folded:
    """A text, its folded form, and for each folded character its place in the text."""

    __slots__ = ("_ends", "_initials", "_starts", "_strokes", "plain", "text", "word_starts")

    def __init__(self, text: str) -> None:
        self.text = text
        self._initials: str | None = None
        self._strokes: str | None = None
        plain: list[str] = []
        self._starts: list[int] = []
        self._ends: list[int] = []
        word_places = {match.start() for match in _word_pattern().finditer(text)}
        word_starts = {0}
        for start, end in _clusters(text):
            folded = squash(text[start:end])
            if start in word_places:
                word_starts.add(len(self._starts))
            plain.append(folded)
            self._starts += [start] * len(folded)
            self._ends += [end] * len(folded)
        self.plain = "".join(plain)
        self.word_starts = frozenset(word_starts)

    @property
    def initials(self) -> str:
        """The folded text with each Hangul syllable replaced by its first consonant."""
        if self._initials is None:
            self._initials = "".join(initials_of(char)[0] for char in self.plain)
        return self._initials

    @property
    def strokes(self) -> str:
        """The folded text with each Hangul syllable replaced by its key strokes."""
        if self._strokes is None:
            self._strokes = strokes_of(self.plain)
        return self._strokes

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the half-open span in ``text`` of the folded characters ``first`` to ``last`` (inclusive)."""
        return self._starts[first], self._ends[last]


def _clusters(text: str) -> list[tuple[int, int]]:
    """Return the spans of the characters of ``text``. Combining marks, vowel and final jamo belong to their base."""
    if nfc(text) == text:
        return [(i, i + 1) for i in range(len(text))]
    from unicodedata import combining  # noqa: PLC0415 - see ``_fold``

    places = [i for i, c in enumerate(text) if not (combining(c) or "\u1160" <= c <= "\u11ff")]
    if not places or places[0]:
        places.insert(0, 0)
    return list(zip(places, [*places[1:], len(text)], strict=True))
