"""Matches one needle against one text and finds the span. ``text_index`` finds the same matches in all texts at once.

query    text             span
ㅎㅇ     신규 회원 탈퇴   [3,5)    initials at the start of a word
ㅅㅈ     주문서 작성      [2,5)    initials across a space
장바ㄱ   장바구니         [0,3)    half typed
장박     장바구니         [0,3)    half typed: the final consonant belongs to the next syllable
고       결과 보기        [1,2)    half typed: ㅗ may become ㅘ
ㅈ렬화   직렬화           [0,3)    an initial beside whole syllables
"""

from itertools import accumulate
from typing import NamedTuple

from statusref.search.folding import Folded
from statusref.search.hangul import initials_of, strokes_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.rules import BY_INITIALS, BY_STROKES, INSIDE, PLAIN, START, WHOLE, WORD, name_order


class TextMatch(NamedTuple):
    """A match: its form and place (see ``rules``), and its half-open span in code points of the text."""

    form: int
    place: int
    span: tuple[int, int]


def match_text(needle: Needle, text: Folded) -> TextMatch | None:
    """Return the best match of ``needle`` in ``text``, or None."""
    if not needle.plain:
        return None
    literal = _literal(needle, text) if needle.plain in text.plain else None
    if literal is not None and literal.place < INSIDE:
        return literal
    if needle.initials is None and needle.strokes is None and not needle.mixed:
        return literal
    found = (literal, _by_initials(needle, text), _by_strokes(needle, text), _mixed(needle, text))
    matches = [match for match in found if match is not None]
    return min(matches, key=lambda match: name_order(match.form, match.place, is_alias=False), default=None)


def _literal(needle: Needle, text: Folded) -> TextMatch | None:
    size = len(needle.plain)
    best = _best(_places(needle.plain, text.plain), text, is_whole=size == len(text.plain))
    if best is None or (best[1] == INSIDE and needle.tiny):
        return None
    first, place = best
    return TextMatch(PLAIN, place, text.span(first, first + size - 1))


def _by_initials(needle: Needle, text: Folded) -> TextMatch | None:
    if needle.initials is None:
        return None
    size = len(needle.initials)
    best = _best(_places(needle.initials, text.initials), text, is_whole=size == len(text.initials))
    if best is None or (best[1] == INSIDE and needle.tiny):
        return None
    first, place = best
    return TextMatch(BY_INITIALS, place, text.span(first, first + size - 1))


def _by_strokes(needle: Needle, text: Folded) -> TextMatch | None:
    if needle.strokes is None or needle.strokes not in text.strokes:
        return None
    per_char = [strokes_of(char) for char in text.plain]
    offsets = [0, *accumulate(map(len, per_char))]
    char_at = {offset: i for i, offset in enumerate(offsets[:-1])}
    where = [char_at[place] for place in _places(needle.strokes, text.strokes) if place in char_at]
    best = _best(where, text, is_whole=False)
    if best is None:
        return None
    first, place = best
    end = offsets[first] + len(needle.strokes)
    last = next(i for i in range(first, len(per_char)) if offsets[i + 1] >= end)
    return TextMatch(BY_STROKES, place, text.span(first, last))


def _mixed(needle: Needle, text: Folded) -> TextMatch | None:
    if not needle.mixed or initials_of(needle.plain) not in text.initials:
        return None
    pattern = mixed_pattern(needle.plain)
    matches = (pattern.match(text.plain, first) for first in range(len(text.plain)))
    ends = {match.start(): match.end() for match in matches if match}
    best = _best(list(ends), text, is_whole=False)
    if best is None:
        return None
    first, place = best
    return TextMatch(BY_STROKES, place, text.span(first, ends[first] - 1))


def _places(needle: str, text: str) -> list[int]:
    places = []
    place = text.find(needle)
    while place >= 0:
        places.append(place)
        place = text.find(needle, place + 1)
    return places


def _best(where: list[int], text: Folded, *, is_whole: bool) -> tuple[int, int] | None:
    """Return the best character at which a match begins, and its place: text start, word start, else the first."""
    if not where:
        return None
    if where[0] == 0:
        return 0, WHOLE if is_whole else START
    for first in where:
        if first in text.word_starts:
            return first, WORD
    return where[0], INSIDE
