"""An index of many short texts: by whole text, by word start, by initials, by key strokes, and by any part.

A look-up returns ranks. They were computed when the index was built and are read as slices of sorted arrays, with
almost no Python code for each hit: a query that hits ten thousand entries still takes less than a frame.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from statusref.search.folding import words_of
from statusref.search.hangul import CONSONANTS, block_of, initials_of, strokes_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.pieces import cut, numbers_of
from statusref.search.rules import BY_INITIALS, BY_STROKES, CASES, INSIDE, PLAIN, START, WHOLE, WORD
from statusref.search.sorted_texts import SortedTexts


class TextIndex:
    """Finds entries by their texts. Add all texts, then run ``sort`` to its end."""

    __slots__ = ("_group_ranks", "_hangul_groups", "_initials", "_plain", "_strokes", "_syllables")

    def __init__(self) -> None:
        self._group_ranks = array("I")
        self._plain = SortedTexts()
        # The texts with Hangul, in three more forms. These have groups of their own; _hangul_groups maps them to the
        # groups of all texts.
        self._hangul_groups = array("I")
        self._initials = SortedTexts()
        self._strokes = SortedTexts()
        self._syllables = SortedTexts()

    def add(self, texts: Iterable[str], ranks: Sequence[int]) -> None:
        """Add texts of one entry that share their twelve ``ranks``, in the order of ``CASES``."""
        folded: dict[str, list[int]] = {}
        for text in texts:
            words = words_of(text)
            plain = "".join(words)
            if plain and plain not in folded:
                folded[plain] = _word_starts(words)
        if not folded:
            return
        group = len(self._group_ranks) // len(CASES)
        self._group_ranks.extend(ranks)
        self._plain.add(list(folded), list(folded.values()), ranks[PLAIN + START], ranks[PLAIN + WORD])
        hangul = [plain for plain in folded if not plain.isascii()]
        if hangul:
            self._hangul_groups.append(group)
            self._add_hangul(hangul, [folded[plain] for plain in hangul], ranks)

    def _add_hangul(self, texts: list[str], word_starts: list[list[int]], ranks: Sequence[int]) -> None:
        at_start, at_word = ranks[BY_STROKES + START], ranks[BY_STROKES + WORD]
        self._syllables.add(texts, word_starts, at_start, at_word)
        initials = list(map(initials_of, texts))
        self._initials.add(initials, word_starts, ranks[BY_INITIALS + START], ranks[BY_INITIALS + WORD])
        pairs = zip(texts, word_starts, strict=True)
        in_strokes = [[len(strokes_of(text[:start])) for start in starts] for text, starts in pairs]
        self._strokes.add(list(map(strokes_of, texts)), in_strokes, at_start, at_word)

    def sort(self) -> Iterator[None]:
        """Make all added texts ready to be searched, in slices."""
        for form in self._forms:
            yield from form.sort()
            yield

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes."""
        yield from cut(self._group_ranks)
        yield from cut(self._hangul_groups)
        for form in self._forms:
            yield from form.state()

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of adding and sorting, in slices."""
        self._group_ranks = yield from numbers_of(pieces)
        self._hangul_groups = yield from numbers_of(pieces)
        for form in self._forms:
            yield from form.restore(pieces)

    @property
    def _forms(self) -> tuple[SortedTexts, ...]:
        return self._plain, self._initials, self._strokes, self._syllables

    def find(self, needle: Needle) -> list[int]:
        """Return the ranks of all matches at the start of a word. An entry may have several."""
        count = len(CASES)
        groups = self._plain.groups_with_text(needle.plain)
        ranks = [self._group_ranks[group * count + PLAIN + WHOLE] for group in groups]
        ranks += self._plain.ranks_with_prefix(needle.plain)
        if needle.initials is not None:
            groups = (self._hangul_groups[group] for group in self._initials.groups_with_text(needle.initials))
            ranks += [self._group_ranks[group * count + BY_INITIALS + WHOLE] for group in groups]
            ranks += self._initials.ranks_with_prefix(needle.initials)
        if needle.strokes is not None:
            ranks += self._strokes.ranks_with_prefix(needle.strokes)
        if needle.mixed:
            first = last = needle.plain[0]
            if first in CONSONANTS:
                first, last = block_of(initials_of(first)[0])
            ranks += self._syllables.ranks_matching(mixed_pattern(needle.plain), first, last)
        return ranks

    def find_inside(self, needle: Needle) -> list[int]:
        """Return the ranks of all texts that have ``needle`` anywhere."""
        if needle.tiny:
            return []
        ranks = self._inside(self._plain, needle.plain, PLAIN)
        if needle.initials is not None:
            ranks += self._inside(self._initials, needle.initials, BY_INITIALS)
        if needle.strokes is not None:
            ranks += self._inside(self._strokes, needle.strokes, BY_STROKES)
        if needle.mixed:
            ranks += self._inside_mixed(needle.plain)
        return ranks

    def _inside(self, form: SortedTexts, part: str, case: int) -> list[int]:
        return self._inside_ranks(form.groups_containing(part), form, case)

    def _inside_mixed(self, plain: str) -> list[int]:
        # The initials are compared first, because that is much faster than the pattern.
        likely = self._initials.groups_containing(initials_of(plain))
        groups = self._syllables.groups_matching(mixed_pattern(plain), likely)
        return self._inside_ranks(groups, self._syllables, BY_STROKES)

    def _inside_ranks(self, groups: Iterable[int], form: SortedTexts, case: int) -> list[int]:
        ranks, count, at = self._group_ranks, len(CASES), case + INSIDE
        if form is self._plain:
            return [ranks[group * count + at] for group in groups]
        all_groups = self._hangul_groups
        return [ranks[all_groups[group] * count + at] for group in groups]


def _word_starts(words: list[str]) -> list[int]:
    """Return where the second and every further word begins in the joined words."""
    starts = []
    offset = 0
    for word in words[:-1]:
        offset += len(word)
        starts.append(offset)
    return starts
