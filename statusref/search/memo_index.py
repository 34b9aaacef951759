"""Finds what the user has written about codes. Only the beginning of each memo is looked through.

Every word of a query must stand in the memo, or be the number that the memo is about. As in names, Hangul is found by
its initials and half typed. Words of Latin letters or digits begin a word of the memo, unless they are long.
"""

import re
from collections.abc import Iterator

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
        found = [(place, memo.number, memo.memo) for memo in self._memos.values() if (place := memo.place(query))]
        return [memo for _, _, memo in sorted(found, key=lambda each: each[:2])][:MOST]

    def mark(self, memo: Memo, query: Query) -> Mark | None:
        """Return the line in which most of the query stands, and where; None where the memo has changed meanwhile."""
        indexed = self._memos.get(memo.about.id)
        return None if indexed is None else indexed.mark(query)


class _Indexed:
    """A memo, its lines, and these in all forms that a word is compared with: one line of the form for each."""

    __slots__ = ("_initials", "_lines", "_plain", "_strokes", "_words", "memo", "number")

    def __init__(self, memo: Memo, lines: list[str]) -> None:
        self.memo = memo
        self.number = memo.about.id
        self._lines = lines
        self._plain = "\n".join(map(squash, lines))
        self._words = "\n".join(f" {' '.join(words_of(line))}" for line in lines)
        self._initials = initials_of(self._plain)
        self._strokes = strokes_of(self._plain)

    def place(self, query: Query) -> int:
        """Return 1 where the memo has the query as it stands, 2 where it has all its words, 0 where it does not."""
        if _is_enough(query.whole) and self._line_of(query.whole) is not None:
            return 1
        words = self._words_of(query) if len(query.words) > 1 else []
        return 2 if words and all(self._line_of(word) is not None for word in words) else 0

    def _words_of(self, query: Query) -> list[Needle]:
        """Return the words of a query but for the number that the memo is about."""
        number = f"{self.memo.about.code:03}"
        return [word for word in query.words if word.plain != number]

    def mark(self, query: Query) -> Mark:
        whole = self._line_of(query.whole) if _is_enough(query.whole) else None
        words = [query.whole] if whole is not None else self._words_of(query)
        numbers = [number for word in words if (number := self._line_of(word)) is not None]
        line = self._lines[max(numbers, key=numbers.count, default=0)]
        folded = Folded(line)
        matches = [match for word in words if (match := match_text(word, folded)) is not None]
        return Mark(Field.MEMO, line, merged_spans([match.span for match in matches]))

    def _line_of(self, needle: Needle) -> int | None:
        """Return the number of the first line with the word, or None."""
        if needle.plain.isascii():
            begins = len(needle.plain) < _LONG_WORD
            return _line_in(self._words, f" {needle.plain}") if begins else _line_in(self._plain, needle.plain)
        line = None
        if needle.initials is not None:
            line = _line_in(self._initials, needle.initials)
        elif needle.strokes is not None:
            line = _line_in(self._strokes, needle.strokes)
        if line is None and needle.mixed and initials_of(needle.plain) in self._initials:
            match = mixed_pattern(needle.plain).search(self._plain)
            line = None if match is None else self._plain.count("\n", 0, match.start())
        return line


def _line_in(text: str, part: str) -> int | None:
    place = text.find(part)
    return None if place < 0 else text.count("\n", 0, place)


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
