"""Everything that stands beside the codes and is a result of its own: notes, neighbours, messages."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from statusref.domain.library import Library
from statusref.domain.messages import Message
from statusref.domain.neighbours import Neighbour
from statusref.domain.notes import Note
from statusref.search.beside.message_index import MessageIndex
from statusref.search.beside.neighbour_index import NeighbourIndex
from statusref.search.beside.note_index import NoteIndex
from statusref.search.beside.phrasebook import Scanned
from statusref.search.beside.sentences import Sentences
from statusref.search.slices import Slices
from statusref.search.understanding.understander import Understander

BesideTarget = Note | Neighbour | Message
_ASKED = re.compile(r"[가-힣?]|\b(?:which|what|how|why|should)\b", re.IGNORECASE)


_Saved = MessageIndex | Sentences | NeighbourIndex


class Beside:
    """Ready when ``slices`` are finished; each part finds nothing before it is built or restored."""

    def __init__(self, library: Library, understander: Understander) -> None:
        self._library = library
        self._notes = NoteIndex()
        self._neighbours = NeighbourIndex(library.neighbours, understander.ordinary)
        self._messages = MessageIndex(lambda: library.messages)
        self._sentences = Sentences(library.catalogue, library.root)
        self._saved: tuple[_Saved, ...] = (self._messages, self._sentences, self._neighbours)
        self.slices = Slices(self._build)

    def _build(self) -> Iterator[None]:
        if self.neighbour_count:
            return
        notes = self._library.notes
        yield
        self._notes.build(notes.notes)
        yield
        yield from self._messages.slices
        yield from self._sentences.slices
        yield from self._neighbours.slices

    def state(self) -> Iterator[Any]:
        """Yield the pieces that ``restore`` takes, for the file of saved parts."""
        yield from self._notes.state()
        yield from (part.state() for part in self._saved)

    def restore(self, pieces: Iterator[Any]) -> Iterator[None]:
        """Take what was saved instead of reading and indexing it, in slices."""
        yield from self._notes.restore(self._library.notes.notes, pieces)
        for part, piece in zip(self._saved, pieces, strict=True):
            part.restore(piece)
            yield

    @property
    def neighbour_count(self) -> int:
        """How many neighbours there are; 0 before they are indexed."""
        return self._neighbours.count

    def find(self, query: Scanned, words: Sequence[str]) -> list[BesideTarget]:
        """Return what ``query`` names, in the order in which it is listed: neighbours, messages, notes.

        ``words`` are those of its words by which notes are looked for.
        """
        return [*self._neighbours.find(query), *self._messages.find(query), *self._notes.find(words)]

    def explained(self, query: Scanned) -> list[int]:
        """Return the codes that ``query`` explains as servers do on their error pages, in order."""
        return self._sentences.codes(query)


def meant_codes(target: BesideTarget) -> tuple[str, ...]:
    """Return the ids of the codes that ``target`` means: none for a note, and none where no HTTP answer came."""
    return () if isinstance(target, Note) or target.no_answer else target.codes


def reports_no_answer(text: str, beside: Sequence[BesideTarget]) -> bool:
    """Whether ``text`` is the message of a program that got no HTTP answer. ``beside`` is what was found in it.

    Such a line has no code to look for. Somebody who asks, in the same words, may want to answer with one. A number
    alone may be anything.
    """
    if not beside or _ASKED.search(text) or not any(map(str.isalpha, text)):
        return False
    return all(_has_no_answer(target) for target in beside)


def _has_no_answer(target: BesideTarget) -> bool:
    return not isinstance(target, Note) and target.no_answer
