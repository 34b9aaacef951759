"""All that window and command line need of study: sessions, statistics, options, export and import."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, tzinfo
from itertools import islice
from pathlib import Path

from statusref.study.cards import Card, Cards, importance_of
from statusref.study.choosing import Moment
from statusref.study.days import StudyDays
from statusref.study.decks import Deck, everything
from statusref.study.due import DeckDay, DueToday, due_today
from statusref.study.export_file import export_everything
from statusref.study.import_file import read_import
from statusref.study.leeches import Leech, given_entry, partner_of
from statusref.study.merging import ImportReport, Progress, merge, reconcile
from statusref.study.optimizing import Optimized, optimize
from statusref.study.options import StudyOptions
from statusref.study.projection import ProjectedDay, project
from statusref.study.queue import Counts
from statusref.study.quiz import WrongAnswer
from statusref.study.readiness import Readiness, readiness
from statusref.study.records import Records
from statusref.study.session import TODAY, ReviewSession, Wish
from statusref.study.state import CardState, Phase, Review
from statusref.study.statistics import Statistics
from statusref.userdata.storage import Storage


@dataclass(frozen=True, slots=True)
class Wanted:
    """The states of cards before and after the user asked for them."""

    before: tuple[CardState, ...]
    after: tuple[CardState, ...]


class Study:
    """The user's study of ``cards``, saved in ``storage``.

    ``now`` returns the current time with a time zone, ``zone`` the user's time zone as in ``StudyDays``.
    """

    def __init__(
        self, storage: Storage, cards: Cards, now: Callable[[], datetime], zone: Callable[[], tzinfo | None]
    ) -> None:
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
        return due_today(self.cards_of(deck), self.cards, self._records.states(), self._moment())

    def deck_days(self) -> Callable[[Deck], DeckDay]:
        """Return a function that says of a deck how much is left today, and how much was ever seen.

        The states are read here, once for all decks.
        """
        states, moment = self._records.states(), self._moment()

        def day_of(deck: Deck) -> DeckDay:
            chosen = self.cards_of(deck, moment.options)
            seen = sum(card.id in states and states[card.id].phase is not Phase.NEW for card in chosen)
            return DeckDay(due_today(chosen, self.cards, states, moment).counts, seen, len(chosen))

        return day_of

    def cards_of(self, deck: Deck, options: StudyOptions | None = None) -> tuple[Card, ...]:
        """Return the cards of a deck, without the kinds that the user leaves out of it."""
        left_out = (options or self.options).left_out_of(deck.id)
        return tuple(card for card in deck.cards(self.cards) if card.kind.value not in left_out)

    def start(self, deck: Deck, wish: Wish = TODAY) -> ReviewSession:
        """Start a review session with a deck."""
        options = self._options_of_today()
        return ReviewSession(
            self._records, self.cards, self.cards_of(deck, options), self.days, self._now, options, wish
        )

    def plan(self, deck: Deck, days: int) -> list[ProjectedDay]:
        """Return the next ``days`` days, today first, on the assumption that every card is remembered."""
        return list(islice(self._coming(deck, self._moment(), 1.0), days))

    def load(self, options: StudyOptions) -> Iterator[int]:
        """Yield how many cards each coming day would have with other options, today first, without end."""
        moment = replace(self._moment(), options=options)
        coming = self._coming(everything(), moment, options.desired_retention)
        return (len(day.new) + day.reviews for day in coming)

    def readiness(self, day: date) -> Readiness:
        """Return what is left to study before ``day``."""
        today = self.days.of(self._now())
        return readiness(self.cards.all(), self._records.states(), today, day, self._records.sums(today).introduced)

    def essential_left(self) -> Iterator[tuple[date, int]]:
        """Yield the coming days, today first, each with the number of essential cards still unseen at its end."""
        left = self.readiness(date.max).left
        for day in self._coming(everything(), self._moment(), 1.0):
            left -= sum(importance_of(card) == 1 for card in day.new)
            yield day.day, left

    def optimize(self) -> Optimized:
        """Return the parameters that fit the user's reviews best; nothing is changed.

        Raises OptimizerMissingError and TooFewReviewsError.
        """
        return optimize(self._records.all_reviews(), self.options.parameters)

    def statistics(self) -> Statistics:
        """Return the statistics as of now."""
        return Statistics(self._records, self.cards, self.days, self._now())

    def state(self, card_id: str) -> CardState:
        """Return the learning state of a card."""
        return self._records.state(card_id)

    def want(self, *card_ids: str) -> Wanted:
        """Show cards first in the next session, even if they are suspended or over a daily limit.

        ``unwant`` undoes this.
        """
        now = self._now().astimezone(UTC)
        before = tuple(map(self._records.state, card_ids))
        after = tuple(
            replace(
                state,
                wanted=True,
                due=state.due if state.phase is Phase.NEW else now,
                suspended=False,
                buried_on=None,
            )
            for state in before
        )
        self._records.save(after)
        return Wanted(before, after)

    def unwant(self, wanted: Wanted) -> int:
        """Undo ``want``: give the cards their earlier states, and return how many got them.

        A card that has changed since then, as by a review in another window, is left as it is.
        """
        pairs = zip(wanted.before, wanted.after, strict=True)
        same = [before for before, after in pairs if self._records.state(after.card_id) == after]
        self._records.put_back(same)
        return len(same)

    def reset(self, card_id: str) -> None:
        """Make a card new again. Its reviews are kept.

        ``reps`` still counts them: ``reconcile`` would otherwise compute the old state again.
        """
        state = self._records.state(card_id)
        self._records.save([replace(CardState(card_id), reps=state.reps, suspended=state.suspended)])

    def suspend(self, card_id: str) -> None:
        """Hide a card until ``resume``."""
        self._records.save([replace(self._records.state(card_id), suspended=True)])

    def states(self) -> dict[str, CardState]:
        """Return the states of all cards that have one, by id."""
        return self._records.states()

    def history(self, card_id: str) -> list[Review]:
        """Return the reviews of a card, the oldest first."""
        return self._records.reviews(card_id)

    def suspended(self) -> tuple[Card, ...]:
        """Return the suspended cards, in the order of ``cards``."""
        states = self._records.states()
        return tuple(card for card in self.cards.all() if card.id in states and states[card.id].suspended)

    def resume(self, card_id: str) -> None:
        """Show a suspended card again."""
        self._records.save([replace(self._records.state(card_id), suspended=False)])

    def keep_mistakes(self, wrong: Iterable[WrongAnswer]) -> None:
        """Save which codes were given instead of the right ones in a quiz."""
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
        place = {card_id: number for number, card_id in enumerate(self.cards.by_id)}
        return tuple(sorted(map(self.leech, found), key=lambda leech: (-leech.lapses, place[leech.card.id])))

    def export_file(self, path: Path) -> None:
        """Write all user data to a JSON file. Raises OSError."""
        export_everything(self._storage, path)

    def import_file(self, path: Path, progress: Progress | None = None) -> ImportReport:
        """Add the contents of an exported JSON file. Raises ImportFileError, before anything is changed.

        ``progress`` is called now and then with the share done, 0 to 1. If it raises, nothing is changed either.
        """
        return merge(read_import(path), self._records, self.cards, self.days, progress)

    def reconcile(self) -> int:
        """After ``UserData.restore``, compute states again that do not match their reviews. Return how many changed."""
        return reconcile(self._records, self.days)

    def _coming(self, deck: Deck, moment: Moment, recall: float) -> Iterator[ProjectedDay]:
        return project(self.cards_of(deck, moment.options), self.cards, self._records.states(), moment, recall)

    def _options_of_today(self) -> StudyOptions:
        """Return the options. If there is a day to be ready by, ``new_per_day`` is what that needs."""
        options = self.options
        if options.ready_by is None or options.ready_by <= self.days.of(self._now()):
            return options
        return replace(options, new_per_day=self.readiness(options.ready_by).a_day)

    def _moment(self) -> Moment:
        options, now = self._options_of_today(), self._now()
        days = StudyDays(self._zone(), options.rollover_hour)
        return Moment(now, days, self._records.sums(days.of(now)), options)

    @property
    def days(self) -> StudyDays:
        """The study days with the current time zone and rollover hour."""
        return StudyDays(self._zone(), self.options.rollover_hour)
