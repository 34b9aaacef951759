"""Decks: the cards about a selection of entries."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.notes import Note
from statusref.domain.status import StatusClass
from statusref.domain.text import Text
from statusref.study.cards import Card, Cards


class DeckKind(Enum):
    """By which property a deck selects its entries."""

    ALL = "all"
    CLASS = "class"
    UNOFFICIAL = "unofficial"
    IMPORTANCE = "importance"
    VENDOR = "vendor"
    TAG = "tag"
    NOTE = "note"
    BOOKMARKS = "bookmarks"


@dataclass(frozen=True, slots=True)
class Deck:
    """A selection of entries: those that have ``value`` (``4xx``, ``1``, ``nginx``, ``cache``, a note's slug).

    ``title`` is set for vendors and notes, which have names of their own. Other decks are named after ``kind`` and
    ``value``.
    """

    kind: DeckKind
    value: str
    entry_ids: frozenset[str]
    title: Text | None = None

    @property
    def id(self) -> str:
        """The deck's name in settings and on the command line: ``class:4xx``, ``all``."""
        return f"{self.kind.value}:{self.value}" if self.value else self.kind.value

    def cards(self, cards: Cards) -> tuple[Card, ...]:
        """Return the cards about at least one entry of the deck, in order."""
        if self.kind is DeckKind.ALL:
            return cards.all()
        return tuple(card for card in cards.all() if any(entry.id in self.entry_ids for entry in card.entries))


def everything() -> Deck:
    """Return the deck of all cards. It needs no entry ids: ``cards`` takes every card."""
    return Deck(DeckKind.ALL, "", frozenset())


def all_decks(catalogue: Catalogue, notes: Sequence[Note], bookmarks: Sequence[str]) -> tuple[Deck, ...]:
    """Return every deck that has entries, in the order of DeckKind. ``bookmarks`` are entry ids."""
    return tuple(deck for deck in _decks(catalogue, notes, bookmarks) if deck.entry_ids)


def _decks(catalogue: Catalogue, notes: Sequence[Note], bookmarks: Sequence[str]) -> Iterator[Deck]:
    entries = catalogue.entries
    yield Deck(DeckKind.ALL, "", frozenset(entry.id for entry in entries))
    for status_class in StatusClass:
        ids = frozenset(entry.id for entry in entries if entry.status_class is status_class)
        yield Deck(DeckKind.CLASS, status_class.value, ids)
    yield Deck(DeckKind.UNOFFICIAL, "", frozenset(entry.id for entry in entries if not entry.official))
    for importance in (1, 2, 3):
        ids = frozenset(entry.id for entry in entries if entry.importance == importance)
        yield Deck(DeckKind.IMPORTANCE, str(importance), ids)
    for vendor in sorted({entry.vendor for entry in entries if entry.vendor}, key=lambda vendor: vendor.en.casefold()):
        ids = frozenset(entry.id for entry in entries if entry.vendor == vendor)
        yield Deck(DeckKind.VENDOR, vendor.en, ids, vendor)
    for tag in sorted({tag for entry in entries for tag in entry.tags}):
        yield Deck(DeckKind.TAG, tag, frozenset(entry.id for entry in entries if tag in entry.tags))
    for note in notes:
        yield Deck(DeckKind.NOTE, note.slug, frozenset(note.codes), note.title)
    known = frozenset(entry_id for entry_id in bookmarks if catalogue.get(entry_id) is not None)
    yield Deck(DeckKind.BOOKMARKS, "", known)
