"""Finds notes by the words of their titles and keywords."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from statusref.domain.notes import Note
from statusref.search.folding import squash, words_of
from statusref.search.sorted_texts import SortedTexts

MOST = 2
"""Notes that one query gives at most."""
_FEWEST = 2
"""Letters that the longest word of a query must have; one more where they are Latin."""
_MOST_WORDS = 6
_DIGITS_OF_A_CODE = 3


class NoteIndex:
    """The words of all titles and keywords, in both languages, to be found by their starts.

    Notes with a word in their title come before those that have it as a keyword.
    """

    def __init__(self) -> None:
        self._notes: Sequence[Note] = ()
        # Ranked by the place in ``notes``: first all titles, then all keywords.
        self._words = SortedTexts()

    def build(self, notes: Sequence[Note]) -> None:
        """Index the notes."""
        self._notes, self._words = notes, SortedTexts()
        for place, note in enumerate(notes):
            self._add((note.title.ko, note.title.en), place)
        for place, note in enumerate(notes):
            self._add(note.keywords, len(notes) + place)
        for _ in self._words.sort():
            pass

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes."""
        return self._words.state()

    def restore(self, notes: Sequence[Note], pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of indexing the notes, in slices."""
        words = SortedTexts()
        yield from words.restore(pieces)
        self._notes, self._words = notes, words

    def _add(self, texts: Iterable[str], rank: int) -> None:
        words = sorted({word for text in texts for word in (squash(text), *words_of(text))})
        self._words.add(words, [[] for _ in words], rank, rank)

    def find(self, words: Sequence[str]) -> list[Note]:
        """Return at most ``MOST`` notes in whose title and keywords every one of ``words`` begins a word."""
        if not 0 < len(words) <= _MOST_WORDS:
            return []
        plains = sorted(map(squash, words), key=len, reverse=True)
        if len(plains[0]) < _FEWEST + plains[0].isascii() or any(map(_is_a_code, plains)):
            return []
        first, *others = map(self._starting, plains)
        return [self._notes[place] for place in first if all(place in other for other in others)][:MOST]

    def _starting(self, plain: str) -> dict[int, None]:
        """Return the places of the notes that have a word with this start, those with one in the title first."""
        ranks = sorted(self._words.ranks_with_prefix(plain)) if plain else ()
        return dict.fromkeys(rank % len(self._notes) for rank in ranks)


def _is_a_code(word: str) -> bool:
    """Whether a word looks like a code or its beginning; the number of an RFC has more digits."""
    return word.isdecimal() and len(word) <= _DIGITS_OF_A_CODE
