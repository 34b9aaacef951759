"""Study as the window and the command line see it: one object that hands out sessions, quizzes, figures and files."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from statusref.study.cards import Card, Cards, PairCard
from statusref.study.days import StudyDays
from statusref.study.decks import Deck
from statusref.study.due import DueToday, due_today
from statusref.study.export_file import export_everything
from statusref.study.import_file import Imported, read_import
from statusref.study.merging import ImportReport, Progress, merge, reconcile
from statusref.study.options import StudyOptions
from statusref.study.queue import Counts
from statusref.study.quiz import Quiz, QuizMode, make_questions
from statusref.study.records import Records
from statusref.study.session import ReviewSession
from statusref.study.state import CardState, Phase
from statusref.study.statistics import Statistics
from statusref.userdata.storage import Storage


@dataclass(frozen=True, slots=True)
class PutAway:
    """A suspended card."""

    card: Card
    state: CardState


class Study:
    """The user's study of ``cards``, kept in ``storage``. ``now`` returns the time with a zone, ``zone`` the user's."""

    def __init__(self, storage: Storage, cards: Cards, now: Callable[[], datetime], zone: Callable[[], tzinfo]) -> None:
        self.cards = cards
        self._storage = storage
        self._records = Records(storage)
        self._now = now
        self._zone = zone

    @property
    def options(self) -> StudyOptions:
        """The user's choices, read anew each time: another window may have changed them."""
        return self._records.options()

    def save_options(self, options: StudyOptions) -> None:
        """Save the user's choices. They hold from the next session on."""
        self._records.save_options(options)

    def counts(self, deck: Deck) -> Counts:
        """Return what is left of a deck today."""
        return self.due(deck).counts

    def due(self, deck: Deck) -> DueToday:
        """Return what is left of a deck today, with the cards."""
        return due_today(self._records, self.cards, deck.cards(self.cards), self._days(), self._now())

    def start(self, deck: Deck) -> ReviewSession:
        """Begin a review session."""
        return ReviewSession(self._records, self.cards, deck, self._days(), self._now)

    def quiz(
        self, decks: Sequence[Deck], count: int, mode: QuizMode, seed: int, limit: timedelta | None = None
    ) -> Quiz:
        """Begin a quiz over decks. Raises ValueError if ``count`` is not 5 to 50; few cards give fewer questions."""
        chosen = {card.id: card for deck in decks for card in deck.cards(self.cards)}
        questions = make_questions(list(chosen.values()), self.cards.catalogue, count, mode, seed)
        return Quiz(questions, self._now(), limit)

    def statistics(self) -> Statistics:
        """Return the figures of this moment."""
        return Statistics(self._records, self.cards, self._days(), self._now())

    def state(self, card_id: str) -> CardState:
        """Return what is known about a card."""
        return self._records.state(card_id)

    def want(self, card_id: str) -> None:
        """Send a card to review: it comes first in the next session, whatever the limits, suspended or not."""
        state = self._records.state(card_id)
        due = state.due if state.phase is Phase.NEW else self._now().astimezone(UTC)
        self._records.save([replace(state, wanted=True, due=due, suspended=False, buried_on=None)])

    def suspended(self) -> tuple[PutAway, ...]:
        """Return the suspended cards in order."""
        states = self._records.states()
        return tuple(
            PutAway(card, states[card.id])
            for card in self.cards.all()
            if card.id in states and states[card.id].suspended
        )

    def resume(self, card_id: str) -> None:
        """Take a suspended card back."""
        self._records.save([replace(self._records.state(card_id), suspended=False)])

    def confusable(self, card: Card) -> PairCard | None:
        """Return the pair to show side by side with a card that keeps being forgotten; None where there is none.

        Of several pairs it is the one whose partner is most important.
        """
        if isinstance(card, PairCard):
            return card
        right = card.entries[0].id
        pairs = [pair for pair in self.cards.about(right) if isinstance(pair, PairCard)]
        return min(pairs, key=lambda pair: sum(entry.importance for entry in pair.entries), default=None)

    def export_file(self, path: Path) -> None:
        """Write everything the user made to a JSON file. Raises OSError."""
        export_everything(self._storage, path)

    def import_file(self, path: Path, progress: Progress | None = None) -> ImportReport:
        """Add what a JSON file holds. Raises ImportFileError, and has then changed nothing.

        ``progress`` is called now and then with the share done, 0 to 1; an exception from it leaves all as it was.
        A window may call ``read_import`` in a thread of its own and then ``merge``, which uses the database.
        """
        return self.merge(read_import(path), progress)

    def merge(self, imported: Imported, progress: Progress | None = None) -> ImportReport:
        """Add what a file held, as ``import_file`` does."""
        return merge(imported, self._records, self.cards, progress)

    def reconcile(self) -> int:
        """After ``UserData.restore``: make the states of cards follow from their reviews. Returns how many changed."""
        return reconcile(self._records)

    def _days(self) -> StudyDays:
        return StudyDays(self._zone(), self.options.rollover_hour)
