"""Breaks text into lines of a given width."""

import unicodedata
from collections.abc import Callable, Iterator
from functools import cache

Measure = Callable[[str, bool], float]
"""Returns how wide a text is at a size of 1; the second argument says whether it is in strong type."""

NO_BREAK = "\N{NO-BREAK SPACE}"
"""Holds two words together."""

_WIDE = 0.92
_NARROW_LETTERS, _NARROW = frozenset("ijltfrI.,:;'!|()[]/ -" + NO_BREAK), 0.32
_BROAD_LETTERS, _BROAD = frozenset("mwMWQO@%→"), 0.9
_CAPITAL, _OTHER = 0.7, 0.57
_STRONG = 1.05


@cache
def estimated(text: str, strong: bool) -> float:
    """Return about how wide a text is in whatever font a picture is opened with, rather more than less."""
    return sum(map(_width, text)) * (_STRONG if strong else 1.0)


def wrap(text: str, width: float, size: float, measure: Measure, *, strong: bool = False) -> Iterator[str]:
    """Yield the lines of ``text``; only a word that is longer than a line is broken."""
    line = ""
    for word in text.split(" ") if text else ():
        for piece in _pieces(word, width, size, measure, strong=strong):
            longer = f"{line} {piece}" if line else piece
            if line and measure(longer, strong) * size > width:
                yield line
                line = piece
            else:
                line = longer
    if line:
        yield line


def _pieces(word: str, width: float, size: float, measure: Measure, *, strong: bool) -> Iterator[str]:
    if measure(word, strong) * size <= width:
        yield word
        return
    piece = ""
    for letter in word:
        if piece and measure(piece + letter, strong) * size > width:
            yield piece
            piece = ""
        piece += letter
    yield piece


@cache
def _width(letter: str) -> float:
    if unicodedata.east_asian_width(letter) in "WF":
        return _WIDE
    if letter in _NARROW_LETTERS:
        return _NARROW
    if letter in _BROAD_LETTERS:
        return _BROAD
    return _CAPITAL if letter.isupper() else _OTHER
