"""The names of the codes, to be found in the middle of a query."""

import re
from collections import deque
from collections.abc import Iterator, Sequence
from typing import Any

from statusref.domain.catalogue import Catalogue
from statusref.search.entry_texts import SHOWN, keywords, names
from statusref.search.folding import squash
from statusref.search.pieces import cut_items, items_of
from statusref.search.slices import Slices
from statusref.search.understanding.framing import Framing

_FEWEST = 3
"""Letters of the shortest word that says something when it is glued to a number."""
_MOST_WORDS = 7
"""Words of the longest name that is looked for."""
_SLICE = 16
_ALIASES_SLICE = 1000


_PROGRAM_NAME = re.compile(r"(?<![A-Za-z])(?:[A-Z][a-z]+(?:[A-Z][a-z]+)+|[A-Z]{2,}(?:_[A-Z]+)+)(?![A-Za-z])")
EXCEPTION_ENDINGS = ("Exception", "Error", "HttpException", "ErrorException")


class CodeNames:
    """Folded names of all entries, and for each number the texts with which words glued to it may go on.

    Ready when ``slices`` are finished.
    """

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._ids: dict[str, list[str]] = {}
        # The texts of a number in one string, a line each: as strings of their own they take four times the memory.
        self._texts: dict[int, str] = {}
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        if self._texts:
            return
        aliases: deque[tuple[str, str]] = deque()
        for count, entry in enumerate(self._catalogue.entries):
            own: set[str] = set()
            for field, text, _ in names(entry):
                plain = squash(text)
                own.add(plain)
                if field in SHOWN:
                    self._add(plain, entry.id)
                else:
                    aliases.append((plain, entry.id))
            own.update(squash(text.text) for text in keywords(entry))
            self._texts[entry.code] = self._texts.get(entry.code, "") + "\n".join(own) + "\n"
            if count % _SLICE == _SLICE - 1:
                yield
        while aliases:
            # What was added is let go at once: to free it all in the end would be a long slice.
            self._add(*aliases.popleft())
            if len(aliases) % _ALIASES_SLICE == 0:
                yield

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts."""
        yield from cut_items(self._ids)
        yield from cut_items(self._texts)

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of folding all names, in slices."""
        ids = yield from items_of(pieces)
        texts = yield from items_of(pieces)
        self._ids, self._texts = ids, texts

    def _add(self, plain: str, entry_id: str) -> None:
        ids = self._ids.setdefault(plain, [])
        if entry_id not in ids:
            ids.append(entry_id)

    def in_programs(self, text: str) -> list[int]:
        """Return the codes whose names ``text`` has as programs spell them: ``NotFoundException``, ``NOT_FOUND``."""
        codes: dict[int, None] = {}
        for word in _PROGRAM_NAME.findall(text):
            for ending in ("", *EXCEPTION_ENDINGS):
                ids = self._ids.get(squash(word.removesuffix(ending)))
                if ids:
                    codes[int(ids[0][:3])] = None
                    break
        return list(codes)

    def ordinary(self) -> Iterator[list[str]]:
        """Yield the folded names and keywords of each number."""
        return map(str.split, self._texts.values())

    def is_called(self, code: int, word: str) -> bool:
        """Whether ``word``, perhaps in the plural, stands in a name or keyword of ``code``."""
        singular = word.removesuffix("s")
        return len(singular) >= _FEWEST and singular in self._texts.get(code, "")

    def starting_at(self, words: Sequence[str], first: int, framing: Framing) -> tuple[int, list[str]]:
        """Return how many of ``words`` from ``first`` on are the longest name, and the ids that have it; 0 if none.

        Ids that show the name come before those that have it as another name.
        """
        for size in range(min(_MOST_WORDS, len(words) - first), 0, -1):
            *head, last = words[first : first + size]
            for ending in dict.fromkeys((last, framing.without_ending(last))):
                ids = self._ids.get(squash("".join((*head, ending))))
                if ids:
                    return size, ids
        return 0, []
