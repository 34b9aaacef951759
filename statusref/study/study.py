"""The entrance to study for the window and the command line: sessions, statistics, options, export and import."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, tzinfo
from pathlib import Path

from statusref.study.cards import Card, Cards, order_of
from statusref.study.days import StudyDays
from statusref.study.decks import Deck
from statusref.study.due import DueToday, due_today
from statusref.study.export_file import export_everything
from statusref.study.import_file import read_import
from statusref.study.leeches import Leech, given_entry, partner_of
from statusref.study.merging import ImportReport, Progress, merge, reconcile
from statusref.study.options import StudyOptions
from statusref.study.queue import Counts
from statusref.study.quiz import WrongAnswer
from statusref.study.records import Records
from statusref.study.session import ReviewSession
from statusref.study.state import CardState, Phase
from statusref.study.statistics import Statistics
from statusref.userdata.storage import Storage


class Study:
    """The user's study of ``cards``, saved in ``storage``.

    ``now`` returns the present time with a zone, ``zone`` the user's time zone.
    """

    def __init__(self, storage: Storage, cards: Cards, now: Callable[[], datetime], zone: Callable[[], tzinfo]) -> None:
        self.cards = cards
        self._storage = storage
        self._records = Records(storage)
        self._now = now
        self._zone = zone

    @property
    def options(self) -> StudyOptions:
        """The user's options. They are read each time, because another window may have changed them."""
        return self._records.options()

    def save_options(self, options: StudyOptions) -> None:
        """Save the user's options. They apply from the next session on."""
        self._records.save_options(options)

    def counts(self, deck: Deck) -> Counts:
        """Return how many cards of a deck are left today."""
        return self.due(deck).counts

    def due(self, deck: Deck) -> DueToday:
        """Return the cards of a deck that are left today, and their numbers."""
        return due_today(self._records, self.cards, deck.cards(self.cards), self._days(), self._now())

    def start(self, deck: Deck) -> ReviewSession:
        """Start a review session with a deck."""
        return ReviewSession(self._records, self.cards, deck, self._days(), self._now)

    def statistics(self) -> Statistics:
        """Return the statistics as of now."""
        return Statistics(self._records, self.cards, self._days(), self._now())

    def state(self, card_id: str) -> CardState:
        """Return the learning state of a card."""
        return self._records.state(card_id)

    def want(self, card_id: str) -> None:
        """Ask for a card: it is shown first in the next session, even if suspended or over a daily limit."""
        state = self._records.state(card_id)
        due = state.due if state.phase is Phase.NEW else self._now().astimezone(UTC)
        self._records.save([replace(state, wanted=True, due=due, suspended=False, buried_on=None)])

    def suspended(self) -> tuple[Card, ...]:
        """Return the suspended cards, in the order of ``cards``."""
        states = self._records.states()
        return tuple(card for card in self.cards.all() if card.id in states and states[card.id].suspended)

    def resume(self, card_id: str) -> None:
        """Show a suspended card again."""
        self._records.save([replace(self._records.state(card_id), suspended=False)])

    def suspend(self, card_id: str) -> None:
        """Hide a card until it is resumed."""
        self._records.save([replace(self._records.state(card_id), suspended=True)])

    def keep_mistakes(self, wrong: Iterable[WrongAnswer]) -> None:
        """Keep which codes were given instead of the right ones in a quiz."""
        given = ((answer.question.card.id, given_entry(answer, self.cards.catalogue)) for answer in wrong)
        self._records.add_mistakes([(card_id, entry.id) for card_id, entry in given if entry is not None])

    def leech(self, card: Card) -> Leech:
        """Return how often a card was forgotten, and what it is confused with."""
        state = self._records.state(card.id)
        partner = partner_of(card, self._records.mistakes(card.id), self.cards)
        return Leech(card, state.lapses, state.suspended, partner)

    def leeches(self) -> tuple[Leech, ...]:
        """Return all leeches, those that were forgotten most often first."""
        limit = self.options.leech_lapses
        found = [
            card
            for state in self._records.states().values()
            if state.lapses >= limit and (card := self.cards.get(state.card_id))
        ]
        return tuple(sorted(map(self.leech, found), key=lambda leech: (-leech.lapses, order_of(leech.card))))

    def export_file(self, path: Path) -> None:
        """Write all user data to a JSON file. Raises OSError."""
        export_everything(self._storage, path)

    def import_file(self, path: Path, progress: Progress | None = None) -> ImportReport:
        """Add the contents of an exported JSON file. Raises ImportFileError; nothing is then changed.

        ``progress`` is called now and then with the share done, 0 to 1. If it raises, nothing is changed either.
        """
        return merge(read_import(path), self._records, self.cards, progress)

    def reconcile(self) -> int:
        """Correct the states of cards after ``UserData.restore``, from their reviews. Return how many changed."""
        return reconcile(self._records)

    def _days(self) -> StudyDays:
        return StudyDays(self._zone(), self.options.rollover_hour)
