"""Whether and where one text matches one needle. The index answers the same for all texts at once, without the place.

ㅎㅇ     신규 회원 탈퇴   [3,5)    initials at a word
ㅅㅈ     주문서 작성      [2,5)    initials across a space
장바ㄱ   장바구니         [0,3)    half typed
장박     장바구니         [0,3)    the final consonant turns out to be the next syllable's first
고       결과 보기        [1,2)    ㅗ may become ㅘ
ㅈ렬화   직렬화           [0,3)    an initial beside whole syllables
"""

from itertools import accumulate
from typing import NamedTuple

from statusref.search.folding import Folded
from statusref.search.hangul import initials_of, keys_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.rules import BY_INITIALS, BY_KEYS, INSIDE, PLAIN, START, WHOLE, WORD, name_rank


class TextMatch(NamedTuple):
    """In which form and at which place a text matched (see ``rules``), and the span in code points of the text."""

    form: int
    place: int
    span: tuple[int, int]


def match_text(needle: Needle, text: Folded) -> TextMatch | None:
    """Return the best match of ``needle`` in ``text``, or None."""
    if not needle.plain:
        return None
    literal = _literal(needle, text)
    if literal is not None and literal.place < INSIDE:
        return literal
    found = (literal, _by_initials(needle, text), _by_keys(needle, text), _mixed(needle, text))
    matches = [match for match in found if match is not None]
    return min(matches, key=lambda match: name_rank(match.form, match.place, is_alias=False), default=None)


def _literal(needle: Needle, text: Folded) -> TextMatch | None:
    size = len(needle.plain)
    begun = _best(_places(needle.plain, text.plain), text, is_whole=size == len(text.plain))
    if begun is None or (begun[1] == INSIDE and needle.tiny):
        return None
    first, place = begun
    return TextMatch(PLAIN, place, text.span(first, first + size - 1))


def _by_initials(needle: Needle, text: Folded) -> TextMatch | None:
    if needle.initials is None:
        return None
    size = len(needle.initials)
    begun = _best(_places(needle.initials, text.initials), text, is_whole=size == len(text.initials))
    if begun is None or (begun[1] == INSIDE and needle.tiny):
        return None
    first, place = begun
    return TextMatch(BY_INITIALS, place, text.span(first, first + size - 1))


def _by_keys(needle: Needle, text: Folded) -> TextMatch | None:
    if needle.keys is None or needle.keys not in text.keys:
        return None
    typed = [keys_of(char) for char in text.plain]
    offsets = [0, *accumulate(map(len, typed))]
    begins = {offset: i for i, offset in enumerate(offsets[:-1])}
    where = [begins[place] for place in _places(needle.keys, text.keys) if place in begins]
    begun = _best(where, text, is_whole=False)
    if begun is None:
        return None
    first, place = begun
    end = offsets[first] + len(needle.keys)
    last = next(i for i in range(first, len(typed)) if offsets[i + 1] >= end)
    return TextMatch(BY_KEYS, place, text.span(first, last))


def _mixed(needle: Needle, text: Folded) -> TextMatch | None:
    if not needle.mixed or initials_of(needle.plain) not in text.initials:
        return None
    pattern = mixed_pattern(needle.plain)
    matches = (pattern.match(text.plain, first) for first in range(len(text.plain)))
    ends = {match.start(): match.end() for match in matches if match}
    begun = _best(list(ends), text, is_whole=False)
    if begun is None:
        return None
    first, place = begun
    return TextMatch(BY_KEYS, place, text.span(first, ends[first] - 1))


def _places(needle: str, text: str) -> list[int]:
    places = []
    place = text.find(needle)
    while place >= 0:
        places.append(place)
        place = text.find(needle, place + 1)
    return places


def _best(where: list[int], text: Folded, *, is_whole: bool) -> tuple[int, int] | None:
    """Choose among the places where a match begins: the start, else the first word start, else the first."""
    if not where:
        return None
    if where[0] == 0:
        return 0, WHOLE if is_whole else START
    for first in where:
        if first in text.word_starts:
            return first, WORD
    return where[0], INSIDE
