"""Finds what the user has written about codes. Only the beginning of each memo is looked through.

Every word of a query must stand in the memo, or be the number that the memo is about. As in names, Hangul is found by
its initials and half typed. Words of Latin letters or digits begin a word of the memo, unless they are long.
"""

import re
from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from statusref.domain.catalogue import Catalogue
from statusref.search.folding import Folded, squash, words_of
from statusref.search.hangul import initials_of, strokes_of
from statusref.search.marks import merged_spans
from statusref.search.matching import match_text
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.query import Query
from statusref.search.results import Field, Mark, Memo

BEGINNING = 4000
"""So many characters of a memo are searched: some two printed pages. So a hundred of any length hold up no key."""
MOST = 20
"""Memos that one query gives at most."""
_LONGEST_LINE = 120
"""Longer lines are parted at a space: a row of the list shows no more."""
_LONG_WORD = 5
"""Latin letters that may stand inside a word: ``limit`` in ``ratelimited``."""
_FEWEST = 3
"""Letters, digits or key strokes that one word of a query must have."""
_FEWEST_INITIALS = 2
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]")


class MemoIndex:
    """Finds nothing before memos were put in. Memos about what the catalogue does not know are left out."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._memos: dict[str, _Indexed] = {}

    def clear(self) -> None:
        self._memos.clear()

    def put(self, target_id: str, beginning: str) -> None:
        """Put in the beginning of the memo on an entry or a number, in place of the one before. Empty text: none.

        Takes some 3 ms where it is as long as ``BEGINNING``.
        """
        self._memos.pop(target_id, None)
        target = self._catalogue.target(target_id)
        lines = list(_lines(beginning))
        if target is not None and lines:
            self._memos[target_id] = _Indexed(Memo(target), lines)

    def find(self, query: Query) -> list[Memo]:
        """Return at most ``MOST`` memos: those that have the query as it stands first, each kind in order of codes."""
        if not self._memos or not any(map(_is_enough, (query.whole, *query.words))):
            return []
        looks = _looks(query)
        found = [
            (place, memo.memo.about.id, memo.memo) for memo in self._memos.values() if (place := memo.place(looks))
        ]
        return [memo for _, _, memo in sorted(found, key=lambda each: each[:2])][:MOST]

    def mark(self, memo: Memo, query: Query) -> Mark | None:
        """Return the line in which most of the query stands, and where; None where the memo has changed meanwhile."""
        indexed = self._memos.get(memo.about.id)
        return None if indexed is None else indexed.mark(_looks(query))


class _Form(IntEnum):
    """What a word is compared with: the folded lines, the Latin words in them, their initials, their strokes."""

    PLAIN = 0
    WORDS = 1
    INITIALS = 2
    STROKES = 3


class _Look(NamedTuple):
    """What is looked for to find one word. Where there is a ``pattern``, the part only says which memos may have it."""

    needle: Needle
    form: _Form
    part: str
    pattern: re.Pattern[str] | None = None


class _Looks(NamedTuple):
    """The query as it stands, None where it is too short for that, and its words where it has several."""

    whole: _Look | None
    words: list[_Look]


class _Indexed:
    """A memo, its lines, and these in every form: one line of the form for each."""

    __slots__ = ("_folded", "_forms", "_lines", "_number", "memo")

    def __init__(self, memo: Memo, lines: list[str]) -> None:
        self.memo = memo
        self._number = f"{memo.about.code:03}"
        self._lines = lines
        self._folded: tuple[str, Folded] | None = None
        plain = "\n".join(map(squash, lines))
        words = "\n".join(f" {' '.join(words_of(line))}" for line in lines)
        self._forms = (plain, words, initials_of(plain), strokes_of(plain))

    def place(self, looks: _Looks) -> int:
        """Return 1 where the memo has the query as it stands, 2 where it has all its words, 0 where it does not."""
        if looks.whole is not None and self._has(looks.whole):
            return 1
        others = 0
        for look in looks.words:
            if look.needle.plain != self._number:
                if not self._has(look):
                    return 0
                others += 1
        return 2 if others else 0

    def mark(self, looks: _Looks) -> Mark:
        as_it_stands = looks.whole is not None and self._has(looks.whole)
        chosen = [looks.whole] if as_it_stands else [look for look in looks.words if look.needle.plain != self._number]
        numbers = [number for look in chosen if look is not None and (number := self._line_of(look)) is not None]
        line = self._lines[max(numbers, key=numbers.count, default=0)]
        if self._folded is None or self._folded[0] != line:
            # The next keys of what is typed mark the same line again.
            self._folded = line, Folded(line)
        found = (match_text(look.needle, self._folded[1]) for look in chosen if look is not None)
        return Mark(Field.MEMO, line, merged_spans([match.span for match in found if match is not None]))

    def _has(self, look: _Look) -> bool:
        return look.part in self._forms[look.form] and (
            look.pattern is None or look.pattern.search(self._forms[_Form.PLAIN]) is not None
        )

    def _line_of(self, look: _Look) -> int | None:
        """Return the number of the first line with the word, or None."""
        if look.pattern is None:
            text = self._forms[look.form]
            place = text.find(look.part)
        else:
            text = self._forms[_Form.PLAIN]
            match = look.pattern.search(text)
            place = -1 if match is None else match.start()
        return None if place < 0 else text.count("\n", 0, place)


def _looks(query: Query) -> _Looks:
    whole = _look(query.whole) if _is_enough(query.whole) else None
    return _Looks(whole, list(map(_look, query.words)) if len(query.words) > 1 else [])


def _look(needle: Needle) -> _Look:
    plain = needle.plain
    if plain.isascii():
        begins = len(plain) < _LONG_WORD
        return _Look(needle, _Form.WORDS, f" {plain}") if begins else _Look(needle, _Form.PLAIN, plain)
    if needle.initials is not None:
        return _Look(needle, _Form.INITIALS, needle.initials)
    if needle.mixed:
        return _Look(needle, _Form.INITIALS, initials_of(plain), mixed_pattern(plain))
    if needle.strokes is not None:
        return _Look(needle, _Form.STROKES, needle.strokes)
    return _Look(needle, _Form.PLAIN, plain)


def _is_enough(needle: Needle) -> bool:
    """Whether a word is long enough to be looked for: nearly every memo has a shorter one somewhere."""
    if needle.initials is not None:
        return len(needle.initials) >= _FEWEST_INITIALS
    return len(needle.strokes or needle.plain) >= _FEWEST


def _lines(text: str) -> Iterator[str]:
    """Yield the lines that are not blank, with single spaces and nothing that cannot be seen."""
    for line in _INVISIBLE.sub("", text).splitlines():
        rest = " ".join(line.split())
        while len(rest) > _LONGEST_LINE:
            end = rest.rfind(" ", 1, _LONGEST_LINE)
            end = end if end > 0 else _LONGEST_LINE
            yield rest[:end]
            rest = rest[end:].lstrip()
        if rest:
            yield rest
