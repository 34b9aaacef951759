"""Finds notes by the words of their titles and keywords."""

from collections.abc import Iterable, Sequence

from statusref.domain.notes import Note
from statusref.search.folding import squash, words_of

MOST = 2
"""Notes that one query gives at most."""
_FEWEST = 2
"""Letters that the longest word of a query must have; one more where they are Latin."""
_MOST_WORDS = 6
_DIGITS_OF_A_CODE = 3


class NoteIndex:
    """The words of all titles and keywords, in both languages, by everything that they begin with.

    Notes with a word in their title come before those that have it as a keyword.
    """

    def __init__(self, notes: Sequence[Note]) -> None:
        self._notes = notes
        self._starting: dict[str, dict[int, None]] = {}  # the places in ``notes``
        for place, note in enumerate(notes):
            self._add(place, (note.title.ko, note.title.en))
        for place, note in enumerate(notes):
            self._add(place, note.keywords)

    def _add(self, place: int, texts: Iterable[str]) -> None:
        for word in {word for text in texts for word in (squash(text), *words_of(text))}:
            for size in range(1, len(word) + 1):
                self._starting.setdefault(word[:size], {})[place] = None

    def find(self, words: Sequence[str]) -> list[Note]:
        """Return at most ``MOST`` notes in whose title and keywords every one of ``words`` begins a word."""
        if not 0 < len(words) <= _MOST_WORDS:
            return []
        plains = sorted(map(squash, words), key=len, reverse=True)
        if len(plains[0]) < _FEWEST + plains[0].isascii() or any(map(_is_a_code, plains)):
            return []
        first, *others = (self._starting.get(plain, {}) for plain in plains)
        return [self._notes[place] for place in first if all(place in other for other in others)][:MOST]


def _is_a_code(word: str) -> bool:
    """Whether a word looks like a code or its beginning; the number of an RFC has more digits."""
    return word.isdecimal() and len(word) <= _DIGITS_OF_A_CODE
