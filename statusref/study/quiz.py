"""A quiz: questions drawn from cards, answered by choosing or typing, with an optional time limit."""

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import StatusClass
from statusref.study.cards import Card
from statusref.study.kinds import CardKind
from statusref.study.quiz_choices import Choice, EntryChoice, TruthChoice, is_right, make_choices
from statusref.study.typed import is_right as is_right_typed

FEWEST = 5
MOST = 50


class QuizMode(Enum):
    """How questions are answered."""

    CHOICES = "choices"
    TYPED = "typed"


_KINDS = {
    QuizMode.CHOICES: (CardKind.MEANING, CardKind.CODE, CardKind.SCENARIO, CardKind.MISCONCEPTION),
    QuizMode.TYPED: (CardKind.CODE, CardKind.SCENARIO),
}


@dataclass(frozen=True, slots=True)
class Question:
    """A card as a question. ``choices`` is empty if the answer is typed."""

    card: Card
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class WrongAnswer:
    """A question that was answered wrongly. ``given`` is the choice or the typed text, None if there was no answer."""

    question: Question
    given: Choice | str | None


@dataclass(frozen=True, slots=True)
class Score:
    """Right answers out of all."""

    right: int
    total: int


@dataclass(frozen=True, slots=True)
class QuizResult:
    """The result of a quiz. Only questions that were shown count: answered, skipped, or on show when the time ran out.

    ``by_class`` is in the order of StatusClass; None stands for numbers outside 100-599. ``unreached`` is how many
    questions were left when the quiz ended.
    """

    score: Score
    by_class: dict[StatusClass | None, Score]
    wrong: tuple[WrongAnswer, ...]
    unreached: int = 0


def askable(cards: Sequence[Card], mode: QuizMode) -> list[Card]:
    """Return the cards that can be asked in this mode, without repetition."""
    return [card for card in {card.id: card for card in cards}.values() if card.kind in _KINDS[mode]]


def make_questions(
    cards: Sequence[Card], catalogue: Catalogue, count: int, mode: QuizMode, seed: int
) -> tuple[Question, ...]:
    """Draw ``count`` questions, or fewer if there are not enough cards. The same arguments give the same questions.

    Raises ValueError if ``count`` is not from 5 to 50.
    """
    if not FEWEST <= count <= MOST:
        raise ValueError(f"from {FEWEST} to {MOST} questions are expected")
    randomness = random.Random(seed)  # noqa: S311 (no secret)
    pool = askable(cards, mode)
    randomness.shuffle(pool)
    # A second question about an entry gives away the answer to the first, so each entry is asked once before any is
    # asked again.
    first_about: dict[str, Card] = {}
    for card in pool:
        first_about.setdefault(card.entries[0].id, card)
    firsts = {card.id: card for card in first_about.values()}
    others = [card for card in pool if card.id not in firsts]
    drawn = [*firsts.values(), *others][:count]
    return tuple(
        Question(card, make_choices(card, catalogue, randomness) if mode is QuizMode.CHOICES else ()) for card in drawn
    )


class Quiz:
    """A running quiz. It has no clock: callers pass the time. With ``limit``, it ends ``limit`` after ``started``."""

    def __init__(self, questions: tuple[Question, ...], started: datetime, limit: timedelta | None = None) -> None:
        self.questions = questions
        self._ends = None if limit is None else started + limit
        self._given: list[Choice | str | None] = []

    @property
    def position(self) -> int:
        """How many questions have been answered or skipped."""
        return len(self._given)

    @property
    def current(self) -> Question | None:
        """The question to answer, or None after the last."""
        return self.questions[self.position] if self.position < len(self.questions) else None

    def time_left(self, now: datetime) -> timedelta | None:
        """Return the time left, at least zero; None without a limit."""
        return None if self._ends is None else max(self._ends - now, timedelta())

    def is_over(self, now: datetime) -> bool:
        """Whether all questions are answered or the time is up."""
        return self.current is None or self.time_left(now) == timedelta()

    def answer(self, given: Choice | str | None, now: datetime) -> bool:
        """Answer the current question (None skips it) and return whether the answer is right.

        Once the quiz is over, nothing changes and False is returned.
        """
        question = self.current
        if question is None or self.is_over(now):
            return False
        self._given.append(given)
        return _is_right(question, given)

    def run_out(self) -> None:
        """Count the current question, which was on show when the time ran out, as not answered."""
        self._given.append(None)

    def result(self) -> QuizResult:
        """Return the result so far."""
        graded = [
            (question, given, _is_right(question, given))
            for question, given in zip(self.questions, self._given, strict=False)
        ]
        classes = {question.card.entries[0].status_class for question, _, _ in graded}
        order = [status_class for status_class in (*StatusClass, None) if status_class in classes]
        by_class = {}
        for status_class in order:
            hits = [right for question, _, right in graded if question.card.entries[0].status_class is status_class]
            by_class[status_class] = Score(sum(hits), len(hits))
        wrong = tuple(WrongAnswer(question, given) for question, given, right in graded if not right)
        unreached = len(self.questions) - len(graded)
        return QuizResult(Score(len(graded) - len(wrong), len(graded)), by_class, wrong, unreached)


def _is_right(question: Question, given: Choice | str | None) -> bool:
    match given:
        case None:
            return False
        case str():
            return is_right_typed(question.card, given)
        case EntryChoice() | TruthChoice():
            return is_right(question.card, given)
