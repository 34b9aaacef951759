"""A review session: shows cards one by one, saves the answers, and can undo them."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from enum import Enum

from statusref.study.cards import Card, Cards
from statusref.study.choosing import Choice, Moment, choose
from statusref.study.days import StudyDays
from statusref.study.options import StudyOptions
from statusref.study.queue import Counts, Queue
from statusref.study.records import Records
from statusref.study.scheduling import Scheduling, interval_of
from statusref.study.state import CardState, Phase, Rating, Review

LONGEST_ANSWER_MS = 60_000
"""A longer answer time is stored as this: the user was probably away."""


@dataclass(frozen=True, slots=True)
class Shown:
    """The card on show and its state."""

    card: Card
    state: CardState


@dataclass(frozen=True, slots=True)
class Answered:
    """A saved answer.

    ``interval`` is the time until the card is due again. ``became_leech`` says that this answer made the card a leech,
    which is a card that is forgotten again and again.
    """

    card: Card
    rating: Rating
    interval: timedelta
    became_leech: bool


class Aside(Enum):
    """How a card was put aside without an answer. The values are part of the keys in ``Words``."""

    BURIED = "buried"
    SUSPENDED = "suspended"


@dataclass(frozen=True, slots=True)
class Undone:
    """What ``undo`` took back: the rating given to a card, or that it was put aside."""

    card: Card
    done: Rating | Aside


@dataclass(frozen=True, slots=True)
class Summary:
    """Totals of a session.

    ``introduced`` counts cards answered for the first time, ``recalls`` answers to cards that were seen before, and
    ``recalled`` those of them that were not rated "again".
    """

    answers: int
    recalls: int
    recalled: int
    by_rating: dict[Rating, int]
    introduced: int
    duration_ms: int
    leeches: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class _Step:
    """A change that can be undone: the state before it, and whether a review was made or the card put aside."""

    before: CardState
    done: Review | Aside
    became_leech: bool = False

    @property
    def review(self) -> Review | None:
        return self.done if isinstance(self.done, Review) else None


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user asks for beyond today's cards: additional new cards, and the reviews of the next ``ahead`` days."""

    more_new: int = 0
    ahead: int = 0


TODAY = Wish()
"""Only today's cards."""


class ReviewSession:
    """A review session with ``chosen``, the cards of one deck. Every answer is saved before ``answer`` returns."""

    def __init__(
        self,
        records: Records,
        cards: Cards,
        chosen: Sequence[Card],
        days: StudyDays,
        now: Callable[[], datetime],
        options: StudyOptions,
        wish: Wish = TODAY,
    ) -> None:
        self._records = records
        self._cards = cards
        self._chosen = chosen
        self._wish = wish
        self._now = now
        self._options = options
        self._days = days
        self._scheduling = Scheduling(self._options, days)
        self._steps: list[_Step] = []
        self._previewed: tuple[datetime, dict[Rating, timedelta]] | None = None
        self._queue = Queue(Choice(), cards.by_id)
        self._shown: CardState | None = None
        self._last: Card | None = None
        self._new_limit: int | None = None
        if wish.more_new:
            introduced = records.sums(days.of(now())).introduced
            self._new_limit = max(introduced, self._options.new_per_day) + wish.more_new
        self.refresh()

    @property
    def shown(self) -> Shown | None:
        """The card on show, or None if there is none at this moment."""
        if self._shown is None or (card := self._cards.get(self._shown.card_id)) is None:
            return None
        return Shown(card, self._shown)

    @property
    def left(self) -> Counts:
        """How many cards are left today, the card on show included."""
        return self._queue.counts

    @property
    def done(self) -> int:
        """How many answers have been given and not undone."""
        return sum(step.review is not None for step in self._steps)

    @property
    def next_due(self) -> datetime | None:
        """When the next card is due (UTC), if none is on show and one is due later today; else None."""
        return self._queue.next_due if self._shown is None else None

    @property
    def can_undo(self) -> bool:
        return bool(self._steps)

    def previews(self) -> dict[Rating, timedelta]:
        """Return the interval that each rating gives the card on show. ``answer`` then gives exactly this interval.

        Raises LookupError if no card is on show.
        """
        state = self._current()
        if self._previewed is None:
            now = self._utc_now()
            self._previewed = (now, self._scheduling.previews(state, now))
        return dict(self._previewed[1])

    def answer(self, rating: Rating, duration_ms: int = 0, mistaken_for: str | None = None) -> Answered:
        """Save an answer to the card on show, and show the next card. Raises LookupError if no card is on show.

        ``mistaken_for`` is the id of the entry that the user gave instead of the right one.
        """
        previewed = self.previews()[rating]
        before = self._fresh()
        if before != self._shown:
            # Another window has changed the card. The answer goes on from the new state; the previews are not valid.
            self._previewed = None
        card = self._last = self._cards.by_id[before.card_id]
        now = self._records.free_time(before.card_id, self._utc_now())
        after = self._scheduling.review(before, rating, now)
        if interval_of(after) != previewed and self._previewed is not None:
            # The user waited so long that the interval changed. The button shows the preview, so answer as of that
            # time.
            now = self._records.free_time(before.card_id, self._previewed[0])
            after = self._scheduling.review(before, rating, now)
        duration_ms = min(max(duration_ms, 0), LONGEST_ANSWER_MS)
        review = Review(before.card_id, now, rating, duration_ms, before.phase, self._days.of(now))
        self._records.answer(after, review, mistaken_for)
        became_leech = self._is_new_leech(before, after)
        self._steps.append(_Step(before, review, became_leech))
        if review.day == self._day:
            self._queue.remove(before.card_id)
            self._queue.put_back(after, self._days.end(self._day))
            self._show_next()
        else:
            self.refresh()
        return Answered(card, rating, interval_of(after), became_leech)

    def bury(self) -> None:
        """Hide the card on show until tomorrow. Raises LookupError if no card is on show."""
        before = self._fresh()
        self._put(Aside.BURIED, before, replace(before, buried_on=self._day))

    def suspend(self, card: Card | None = None) -> None:
        """Hide ``card``, by default the one on show, until the user resumes it. Raises LookupError if there is none."""
        before = self._fresh() if card is None else self._records.state(card.id)
        self._put(Aside.SUSPENDED, before, replace(before, suspended=True))

    def know(self) -> None:
        """The user knows the new card on show already: rate it "easy" or suspend it, as the options say."""
        if self._options.known_is_suspended:
            self.suspend()
        else:
            self.answer(Rating.EASY)

    def undo(self) -> Undone | None:
        """Undo the last answer, ``bury`` or ``suspend``, and show its card again. None if there is nothing to undo."""
        if not self._steps:
            return None
        step = self._steps.pop()
        self._records.take_back(step.before, step.review)
        self.refresh(first=step.before)
        done = step.done.rating if isinstance(step.done, Review) else step.done
        return Undone(self._cards.by_id[step.before.card_id], done)

    def refresh(self, first: CardState | None = None) -> None:
        """Choose the cards that are left anew, and show ``first`` or else the next card.

        Needed after ``undo``, when a new study day begins, and when a card becomes due.
        """
        now = self._utc_now()
        self._day = self._days.of(now)
        done = self._records.sums(self._day)
        moment = Moment(now, self._days, done, self._options, self._new_limit, self._wish.ahead)
        self._queue = Queue(choose(self._chosen, self._cards, self._records.states(), moment), self._cards.by_id)
        self._show_next()
        if first is not None and self._cards.get(first.card_id) is not None:
            self._shown = first

    def summary(self) -> Summary:
        """Return the totals so far."""
        reviews = [step.review for step in self._steps if step.review is not None]
        counted = Counter(review.rating for review in reviews)
        recalls = [review for review in reviews if review.phase is not Phase.NEW]
        leeches = dict.fromkeys(step.before.card_id for step in self._steps if step.became_leech)
        return Summary(
            answers=len(reviews),
            by_rating={rating: counted[rating] for rating in Rating},
            recalls=len(recalls),
            recalled=sum(review.rating is not Rating.AGAIN for review in recalls),
            introduced=len(reviews) - len(recalls),
            duration_ms=sum(review.duration_ms for review in reviews),
            leeches=tuple(self._cards.by_id[card_id] for card_id in leeches),
        )

    def _show_next(self) -> None:
        self._previewed = None
        now = self._utc_now()
        while (state := self._queue.next(now, self._last)) is not None:
            stored = self._records.state(state.card_id)
            if stored == state:
                break
            # Another window has changed this card: it comes again only if it is in a learning step that ends today.
            self._queue.remove(state.card_id)
            if not stored.suspended and stored.buried_on != self._day:
                self._queue.put_back(stored, self._days.end(self._day))
        self._shown = state

    def _put(self, aside: Aside, before: CardState, after: CardState) -> None:
        self._records.save([after])
        self._steps.append(_Step(before, aside))
        self._queue.remove(before.card_id)
        self._show_next()

    def _current(self) -> CardState:
        if self._shown is None:
            raise LookupError("no card is on show")
        return self._shown

    def _fresh(self) -> CardState:
        return self._records.state(self._current().card_id)

    def _is_new_leech(self, before: CardState, after: CardState) -> bool:
        """Whether this lapse makes the card a leech: at the limit, then at every half of it (for 8: at 8, 12, 16 …)."""
        limit = self._options.leech_lapses
        beyond = after.lapses - limit
        return after.lapses > before.lapses and beyond >= 0 and beyond % max(limit // 2, 1) == 0

    def _utc_now(self) -> datetime:
        return self._now().astimezone(UTC)
