"""The words of the entries' pages, in both languages, found by how they begin."""

import re
from array import array
from collections.abc import Iterator
from functools import cache

from statusref.domain.prose import ProseStore, Section
from statusref.domain.status import Entry
from statusref.domain.text import Language
from statusref.search.folding import Folded
from statusref.search.hangul import keys_of
from statusref.search.keys import Ranks
from statusref.search.matching import match_text
from statusref.search.needle import Needle
from statusref.search.results import Field, Mark, Tier
from statusref.search.rules import START, WHOLE

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
        # By a word's first keys: the words, each with the positions of its entries in order.
        self._buckets: dict[str, dict[str, array[int]]] = {}
        self._whole, self._begun = ranks.bases([(Tier.PROSE, WHOLE), (Tier.PROSE, START)], official=True)
        self._is_ready = False

    def build(self) -> Iterator[None]:
        """Read and index one page at a time, once. Raises ResourceError for a page that cannot be read."""
        if self._is_ready:
            return
        keys: dict[str, str] = {}
        for position, entry in enumerate(self._ranks.entries):
            words: set[str] = set()
            for language in Language:
                page = self._prose.page(entry.id, language)
                text = "\n".join(page.sections[part] for part in _SEARCHED if part in page.sections)
                words.update(_word_pattern().findall(text.lower()))
                yield
            self._add(words, position, keys)
            yield
        self._is_ready = True

    def _add(self, words: set[str], position: int, known: dict[str, str]) -> None:
        for word in words:
            keys = known.get(word)
            if keys is None:
                keys = known[word] = keys_of(word)
            if len(keys) < _SHORTEST:
                continue
            bucket = self._buckets.setdefault(keys[:_SHORTEST], {})
            if keys in bucket:
                bucket[keys].append(position)
            else:
                bucket[keys] = array("I", (position,))

    def find(self, needle: Needle) -> list[int]:
        """Return the ranking keys of the entries on whose pages a word begins so."""
        keys = needle.keys or needle.plain
        bucket = self._buckets.get(keys[:_SHORTEST])
        if bucket is None or len(keys) < _SHORTEST:
            return []
        begun = set().union(*[positions for word, positions in bucket.items() if word.startswith(keys)])
        found = [self._begun + position for position in begun]
        found += [self._whole + position for position in bucket.get(keys, ())]
        return found

    def has_word(self, needle: Needle) -> bool:
        """Whether this is a whole word of some page."""
        keys = needle.keys or needle.plain
        return keys in self._buckets.get(keys[:_SHORTEST], ())

    def mark(self, entry: Entry, needle: Needle) -> Mark | None:
        """Return the first sentence of an entry's page with a word that begins so, or None."""
        keys = needle.keys or needle.plain
        if len(keys) < _SHORTEST:
            return None
        for language in Language:
            page = self._prose.page(entry.id, language)
            for section in _SEARCHED:
                for line in page.sections.get(section, "").split("\n"):
                    if keys in keys_of(line.lower()) and (mark := _mark_in(line, needle)):
                        return mark
        return None


def _mark_in(line: str, needle: Needle) -> Mark | None:
    for sentence in re.split(r"(?<=[.!?])\s+", re.sub(r"\*\*|`|^\s*(?:[-*]|\d+\.)\s+|\[|\]\([^)]*\)", "", line)):
        for word in _word_pattern().finditer(sentence):
            match = match_text(needle, Folded(word[0]))
            if match is not None and match.place <= START:
                start, end = match.span
                return Mark(Field.PROSE, sentence, ((word.start() + start, word.start() + end),))
    return None
