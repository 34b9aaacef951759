"""An index over many short texts: by whole text, by the start of a word, by initials, by keys, and inside.

Lookups answer with ranking keys that were worked out when the index was built, taken as slices of sorted arrays: next
to nothing is computed per hit in Python, so that a query that hits ten thousand entries stays within a frame. Texts are
stored once, joined by entry; what is sorted are references to the beginnings of words in them.
"""

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from statusref.search.folding import words_of
from statusref.search.hangul import CONSONANTS, block_of, initials_of, keys_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.rules import BY_INITIALS, BY_KEYS, CASES, INSIDE, PLAIN, START, WHOLE, WORD

_END = "\n"
"""Ends every text but the last of an entry. It sorts before everything that folded text can hold."""
_AFTER_END = "\x0b"
_LAST = "\U0010ffff"
_BITS = 16
_OFFSET = (1 << _BITS) - 1


class _Form:
    """All texts in one form (as written, by keys, by initials), joined in groups that share their ranking keys."""

    __slots__ = ("_keys", "_pending", "_refs", "strings")

    def __init__(self) -> None:
        self.strings: list[str] = []
        self._pending: list[tuple[str, int, int]] = []
        self._refs = array("Q")
        self._keys = array("I")

    def add(self, texts: list[str], starts: list[list[int]], at_start: int, at_word: int) -> None:
        """Add a group: its texts, where words begin in each, and its keys for a match there."""
        base = len(self.strings) << _BITS
        joined = _END.join(texts)
        self.strings.append(joined)
        pending = self._pending
        for text, words in zip(texts, starts, strict=True):
            pending.append((text, base, at_start))
            pending += [(text[word:], base + word, at_word) for word in words]
            base += len(text) + len(_END)

    def sort(self) -> None:
        self._pending.sort()
        self._refs = array("Q", [ref for _, ref, _ in self._pending])
        self._keys = array("I", [key for _, _, key in self._pending])
        self._pending = []

    def place(self, string: str) -> int:
        """Return the number of beginnings that sort before ``string``."""
        strings, size = self.strings, len(string) + 1

        def rest(ref: int) -> str:
            offset = ref & _OFFSET
            return strings[ref >> _BITS][offset : offset + size]

        return bisect_left(self._refs, string, key=rest)

    def under(self, prefix: str) -> "array[int]":
        """Return the keys of all beginnings that ``prefix`` begins."""
        return self._keys[self.place(prefix) : self.place(prefix + _LAST)]

    def whole(self, text: str) -> Iterator[int]:
        """Yield the groups that have exactly this text."""
        for ref in self._refs[self.place(text) : self.place(text + _AFTER_END)]:
            offset = ref & _OFFSET
            joined = self.strings[ref >> _BITS]
            if not offset or joined[offset - 1] == _END:
                yield ref >> _BITS

    def matching(self, pattern: re.Pattern[str], first: str, last: str) -> list[int]:
        """Return the keys of beginnings from ``first`` to those that ``last`` begins, where ``pattern`` matches."""
        low, high = self.place(first), self.place(last + _LAST)
        match, strings = pattern.match, self.strings
        found = zip(self._refs[low:high], self._keys[low:high], strict=True)
        return [key for ref, key in found if match(strings[ref >> _BITS], ref & _OFFSET)]


class TextIndex:
    """Finds entries by their texts. Add them all, then exhaust ``sort``."""

    __slots__ = ("_group_keys", "_groups_of_hangul", "_initials", "_keys", "_plain", "_syllables")

    def __init__(self) -> None:
        self._group_keys = array("I")
        self._plain = _Form()
        # The texts with Hangul once more. Their groups are numbered apart.
        self._groups_of_hangul = array("I")
        self._initials = _Form()
        self._keys = _Form()
        self._syllables = _Form()

    def add(self, texts: Iterable[str], keys: Sequence[int]) -> None:
        """Add texts of one entry that share their ranking ``keys``: twelve, by form and place."""
        folded: dict[str, list[int]] = {}
        for text in texts:
            words = words_of(text)
            plain = "".join(words)
            if plain and plain not in folded:
                folded[plain] = _starts(words)
        if not folded:
            return
        group = len(self._group_keys) // len(CASES)
        self._group_keys.extend(keys)
        self._plain.add(list(folded), list(folded.values()), keys[PLAIN + START], keys[PLAIN + WORD])
        hangul = [plain for plain in folded if not plain.isascii()]
        if hangul:
            self._groups_of_hangul.append(group)
            self._add_hangul(hangul, [folded[plain] for plain in hangul], keys)

    def _add_hangul(self, texts: list[str], starts: list[list[int]], keys: Sequence[int]) -> None:
        begun = keys[BY_KEYS + START], keys[BY_KEYS + WORD]
        self._syllables.add(texts, starts, *begun)
        self._initials.add(list(map(initials_of, texts)), starts, keys[BY_INITIALS + START], keys[BY_INITIALS + WORD])
        pairs = list(zip(texts, starts, strict=True))
        in_keys = [[len(keys_of(text[:start])) for start in words] for text, words in pairs]
        self._keys.add(list(map(keys_of, texts)), in_keys, *begun)

    def sort(self) -> Iterator[None]:
        """Make what was added ready to be searched, in slices."""
        for form in (self._plain, self._initials, self._keys, self._syllables):
            form.sort()
            yield

    def find(self, needle: Needle) -> list[int]:
        """Return the ranking keys of all matches from a word's start, perhaps several of an entry."""
        count = len(CASES)
        keys = [self._group_keys[group * count + PLAIN + WHOLE] for group in self._plain.whole(needle.plain)]
        keys += self._plain.under(needle.plain)
        if needle.initials is not None:
            groups = (self._groups_of_hangul[group] for group in self._initials.whole(needle.initials))
            keys += [self._group_keys[group * count + BY_INITIALS + WHOLE] for group in groups]
            keys += self._initials.under(needle.initials)
        if needle.keys is not None:
            keys += self._keys.under(needle.keys)
        if needle.mixed:
            first = last = needle.plain[0]
            if first in CONSONANTS:
                first, last = block_of(initials_of(first)[0])
            keys += self._syllables.matching(mixed_pattern(needle.plain), first, last)
        return keys

    def find_inside(self, needle: Needle) -> list[int]:
        """Return the ranking keys of all texts that have the needle anywhere."""
        if needle.tiny:
            return []
        keys = self._inside(self._plain, needle.plain, PLAIN)
        if needle.initials is not None:
            keys += self._inside(self._initials, needle.initials, BY_INITIALS)
        if needle.keys is not None:
            keys += self._inside(self._keys, needle.keys, BY_KEYS)
        if needle.mixed:
            keys += self._inside_mixed(needle.plain)
        return keys

    def _inside(self, form: _Form, part: str, case: int) -> list[int]:
        groups = [group for group, string in enumerate(form.strings) if part in string]
        return self._keys_inside(groups, form, case)

    def _inside_mixed(self, plain: str) -> list[int]:
        search = mixed_pattern(plain).search
        # Every character of the query stands for a syllable with its initial: a quick look before the pattern.
        initials = initials_of(plain)
        strings = zip(self._initials.strings, self._syllables.strings, strict=True)
        groups = [group for group, (first, string) in enumerate(strings) if initials in first and search(string)]
        return self._keys_inside(groups, self._syllables, BY_KEYS)

    def _keys_inside(self, groups: list[int], form: _Form, case: int) -> list[int]:
        keys, count, at = self._group_keys, len(CASES), case + INSIDE
        if form is self._plain:
            return [keys[group * count + at] for group in groups]
        own = self._groups_of_hangul
        return [keys[own[group] * count + at] for group in groups]


def _starts(words: list[str]) -> list[int]:
    """Return where the second and every further word begins in the joined words."""
    starts = []
    offset = 0
    for word in words[:-1]:
        offset += len(word)
        starts.append(offset)
    return starts
