"""Finds notes by the words of their titles."""

from collections.abc import Sequence

from statusref.domain.notes import Note
from statusref.search.folding import squash, words_of

MOST = 2
"""Notes that one query gives at most."""
_FEWEST = 2
_MOST_WORDS = 6


class NoteIndex:
    """The words of all titles, in both languages, by everything that they begin with."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._starting: dict[str, dict[Note, None]] = {}
        for note in notes:
            for word in {*words_of(note.title.ko), *words_of(note.title.en)}:
                for size in range(_FEWEST, len(word) + 1):
                    self._starting.setdefault(word[:size], {})[note] = None

    def find(self, words: Sequence[str]) -> list[Note]:
        """Return at most ``MOST`` notes with a title in which every one of ``words`` begins a word."""
        if not 0 < len(words) <= _MOST_WORDS:
            return []
        plains = list(map(squash, words))
        if any(len(plain) < _FEWEST + plain.isascii() or plain.isdecimal() for plain in plains):
            return []
        first, *others = (self._starting.get(plain, {}) for plain in plains)
        return [note for note in first if all(note in other for other in others)][:MOST]
