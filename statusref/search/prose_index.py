"""The words of the entries' pages, in both languages, found by how they begin."""

import re
from array import array
from collections.abc import Iterable, Iterator
from functools import cache

from statusref.domain.prose import ProseStore, Section
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.search.hangul import keys_of
from statusref.search.keys import Ranks
from statusref.search.mixed import mixed_pattern
from statusref.search.needle import Needle
from statusref.search.results import Field, Mark

_SHORTEST = 3
"""Fewer keys than these begin too many words to mean one."""
_SEARCHED = tuple(section for section in Section if section is not Section.EXAMPLE)
"""Examples are HTTP messages: nearly every one has the same words."""


@cache
def _word_pattern() -> re.Pattern[str]:
    return re.compile(r"[0-9a-z]+|[가-힣]+", re.IGNORECASE)


class ProseIndex:
    """Which words stand on which entry's page. Complete when ``build`` is exhausted, and of use before."""

    def __init__(self, ranks: Ranks, prose: ProseStore) -> None:
        self._ranks = ranks
        self._prose = prose
        # By the first keys of words: the words, each with the positions of its entries, ascending.
        self._buckets: dict[str, dict[str, array[int] | int]] = {}
        self._all: dict[str, array[int]] = {}
        self._is_ready = False

    def build(self) -> Iterator[None]:
        """Read and index one page at a time, once. Raises ResourceError for a page that cannot be read."""
        if self._is_ready:
            return
        for position, entry in enumerate(self._ranks.entries):
            words: set[str] = set()
            for language in Language:
                words.update(_word_pattern().findall(self._text(entry, language).lower()))
                yield
            keys = [typed for typed in map(keys_of, words) if len(typed) >= _SHORTEST]
            for typed in keys:
                self._add(typed, position)
            for start in {typed[:_SHORTEST] for typed in keys}:
                self._all.setdefault(start, array("I")).append(position)
            yield
        self._is_ready = True

    def _text(self, entry: Entry, language: Language) -> str:
        page = self._prose.page(entry.id, language)
        return "\n".join(page.sections[part] for part in _SEARCHED if part in page.sections)

    def _add(self, keys: str, position: int) -> None:
        bucket = self._buckets.setdefault(keys[:_SHORTEST], {})
        known = bucket.get(keys)
        if known is None:
            # Most words stand on one page: a number costs a tenth of an array.
            bucket[keys] = position
        elif isinstance(known, int):
            bucket[keys] = array("I", (known, position))
        else:
            known.append(position)

    def positions(self, needle: Needle) -> tuple[set[int], set[int]]:
        """Return the positions of the entries on whose pages this is a word, and where it begins a longer one."""
        keys = needle.keys or needle.plain
        bucket = self._buckets.get(keys[:_SHORTEST])
        if bucket is None or len(keys) < _SHORTEST:
            return set(), set()
        whole = _as_set(bucket.get(keys, ()))
        if len(keys) == _SHORTEST:
            return whole, set(self._all[keys]) - whole
        begun: set[int] = set()
        for word, known in bucket.items():
            if word.startswith(keys):
                begun |= _as_set(known)
        return whole, begun - whole

    def has_word(self, needle: Needle) -> bool:
        """Whether this is a whole word of some page."""
        keys = needle.keys or needle.plain
        return keys in self._buckets.get(keys[:_SHORTEST], ())

    def mark(self, entry: Entry, needle: Needle) -> Mark | None:
        """Return the first sentence of an entry's page with a word that begins so, or None."""
        if len(needle.keys or needle.plain) < _SHORTEST:
            return None
        script = "가-힣" if needle.keys is not None else "0-9a-z"
        pattern = re.compile(rf"(?<![{script}])(?:{mixed_pattern(needle.plain).pattern})", re.IGNORECASE)
        for language in Language:
            text = self._text(entry, language)
            if match := pattern.search(text):
                return _sentence_around(text, match, pattern)
        return None


def _as_set(positions: "Iterable[int] | int") -> set[int]:
    return {positions} if isinstance(positions, int) else set(positions)


def _sentence_around(text: str, match: re.Match[str], pattern: re.Pattern[str]) -> Mark:
    start = text.rfind("\n", 0, match.start()) + 1
    line = text[start : text.find("\n", start) if "\n" in text[start:] else len(text)]
    for sentence in re.split(r"(?<=[.!?])\s+", line):
        bare = re.sub(r"\*\*|`|^\s*(?:[-*]|\d+\.)\s+|\[|\]\([^)]*\)", "", sentence)
        if found := pattern.search(bare):
            return Mark(Field.PROSE, bare, (found.span(),))
    return Mark(Field.PROSE, line, ((match.start() - start, match.end() - start),))
