"""An index over many short texts: by whole text, by the start of a word, by initials, by keys, and inside.

Lookups answer with ranking keys that were worked out when the index was built, taken as slices of sorted arrays: next
to nothing is computed per hit in Python, so that a query that hits ten thousand entries stays within a frame. Texts are
stored once, joined by entry; what is sorted are references to the beginnings of words in them.
"""

from array import array
from collections.abc import Iterable, Iterator, Sequence

from statusref.search.folding import words_of
from statusref.search.hangul import CONSONANTS, block_of, initials_of, keys_of
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.rules import BY_INITIALS, BY_KEYS, CASES, INSIDE, PLAIN, START, WHOLE, WORD
from statusref.search.text_form import TextForm


class TextIndex:
    """Finds entries by their texts. Add them all, then exhaust ``sort``."""

    __slots__ = ("_group_keys", "_groups_of_hangul", "_initials", "_keys", "_plain", "_syllables")

    def __init__(self) -> None:
        self._group_keys = array("I")
        self._plain = TextForm()
        # The texts with Hangul once more. Their groups are numbered apart.
        self._groups_of_hangul = array("I")
        self._initials = TextForm()
        self._keys = TextForm()
        self._syllables = TextForm()

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

    def _inside(self, form: TextForm, part: str, case: int) -> list[int]:
        return self._keys_inside(form.having(part), form, case)

    def _inside_mixed(self, plain: str) -> list[int]:
        # Every character of the query stands for a syllable with its initial: a quick look before the pattern.
        likely = self._initials.having(initials_of(plain))
        return self._keys_inside(self._syllables.searched(mixed_pattern(plain), likely), self._syllables, BY_KEYS)

    def _keys_inside(self, groups: Iterable[int], form: TextForm, case: int) -> list[int]:
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
