"""Finds notes by the words of their titles."""

from collections.abc import Sequence

from statusref.domain.notes import Note
from statusref.search.folding import squash, words_of

MOST = 2
"""Notes that one query gives at most."""
_FEWEST = 2
_MOST_WORDS = 6


class NoteIndex:
    """The words of all titles, in both languages."""

    def __init__(self, notes: Sequence[Note]) -> None:
        self._titles = [(note, set(words_of(note.title.ko)) | set(words_of(note.title.en))) for note in notes]

    def find(self, words: Sequence[str]) -> list[Note]:
        """Return at most ``MOST`` notes with a title in which every one of ``words`` begins a word."""
        plains = [plain for plain in map(squash, words) if plain]
        if not plains or len(plains) > _MOST_WORDS:
            return []
        if any(len(plain) < _FEWEST + plain.isascii() or plain.isdecimal() for plain in plains):
            return []
        found = [
            note
            for note, title in self._titles
            if all(any(word.startswith(plain) for word in title) for plain in plains)
        ]
        return found[:MOST]
