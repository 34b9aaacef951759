"""Quizzes: the same seed gives the same questions; wrong choices are ones that people confuse; score, explanation."""

import random
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statusref.domain.catalogue import Catalogue
from statusref.domain.status import StatusClass
from statusref.resources import resource_root
from statusref.study.cards import Cards, MisconceptionCard, ScenarioCard
from statusref.study.decks import Deck, DeckKind
from statusref.study.kinds import CardKind
from statusref.study.loading import load_cards
from statusref.study.quiz import Question, Quiz, QuizMode, Score, askable, make_questions
from statusref.study.quiz_choices import CHOICES, EntryChoice, TruthChoice, is_right, make_choices
from statusref.study.reasons import NotOneNumber, OwnMeaning, Sentence, UnknownNumber, explain
from statusref.study.study import Study
from tests.shipped import window_library
from tests.study.conftest import START, Clock

CATALOGUE = window_library().catalogue


@cache
def shipped_cards() -> Cards:
    """The cards for properties: hypothesis takes no fixtures."""
    return load_cards(resource_root(), CATALOGUE)


@given(seed=st.integers(), count=st.integers(5, 50), mode=st.sampled_from(QuizMode))
@settings(max_examples=60, deadline=None)
def test_any_quiz_is_sound(seed: int, count: int, mode: QuizMode) -> None:
    questions = make_questions(shipped_cards().all(), CATALOGUE, count, mode, seed)
    assert questions == make_questions(shipped_cards().all(), CATALOGUE, count, mode, seed)
    assert len(questions) == count
    assert len({question.card.id for question in questions}) == count
    for question in questions:
        assert question.card.kind is not CardKind.PAIR
        if mode is QuizMode.TYPED:
            assert question.choices == ()
            assert question.card.kind in (CardKind.CODE, CardKind.SCENARIO)
        elif question.card.kind is CardKind.MISCONCEPTION:
            assert question.choices == (TruthChoice(True), TruthChoice(False))
        else:
            entries = [choice.entry for choice in question.choices if isinstance(choice, EntryChoice)]
            assert len(entries) == CHOICES
            assert len({entry.code for entry in entries}) == CHOICES
            assert len({entry.phrase for entry in entries}) == CHOICES
            assert len({entry.korean for entry in entries}) == CHOICES
            assert sum(is_right(question.card, choice) for choice in question.choices) == 1


def test_seeds_differ() -> None:
    drawn = [make_questions(shipped_cards().all(), CATALOGUE, 10, QuizMode.CHOICES, seed) for seed in range(20)]
    assert len({tuple(question.card.id for question in questions) for questions in drawn}) == 20
    positions = {
        [is_right(question.card, choice) for choice in question.choices].index(True)
        for questions in drawn
        for question in questions
    }
    assert positions == {0, 1, 2, 3}


def test_wrong_choices_are_those_people_confuse(cards: Cards, catalogue: Catalogue) -> None:
    for seed in range(20):
        for card_id in ("meaning:404", "code:502", "meaning:301"):
            card = cards.by_id[card_id]
            partners = {pair.other(card.entries[0].id) for pair in catalogue.pairs_of(card.entries[0].id)}
            choices = make_choices(card, catalogue, random.Random(seed))
            wrong = {choice.entry.id for choice in choices if isinstance(choice, EntryChoice)} - {card.entries[0].id}
            assert wrong <= partners
        for card in cards.all():
            if isinstance(card, ScenarioCard) and len(card.scenario.tempting) >= 3:
                tempting = {temptation.code for temptation in card.scenario.tempting}
                choices = make_choices(card, catalogue, random.Random(seed))
                wrong = {choice.entry.id for choice in choices if isinstance(choice, EntryChoice)}
                assert len(wrong & tempting) >= 2


def test_few_cards_give_few_questions_and_none_give_none(cards: Cards, catalogue: Catalogue) -> None:
    three = [cards.by_id[card_id] for card_id in ("meaning:404", "code:404", "meaning:410")]
    questions = make_questions(three, catalogue, 5, QuizMode.CHOICES, 1)
    assert len(questions) == 3
    assert questions[2].card.entries[0].id == "404", "a second question about an entry comes last"
    assert len(askable([*three, *three], QuizMode.CHOICES)) == 3
    assert len(askable(three, QuizMode.TYPED)) == 1
    assert make_questions([], catalogue, 5, QuizMode.CHOICES, 1) == ()
    for count in (4, 51, -1):
        with pytest.raises(ValueError, match="from 5 to 50"):
            make_questions(three, catalogue, count, QuizMode.CHOICES, 1)


def _questions(cards: Cards, catalogue: Catalogue, *ids: str) -> tuple[Question, ...]:
    return tuple(Question(cards.by_id[i], make_choices(cards.by_id[i], catalogue, random.Random(1))) for i in ids)


def test_score_by_class(cards: Cards, catalogue: Catalogue) -> None:
    scenario = next(card for card in cards.all() if isinstance(card, ScenarioCard) and card.scenario.tempting)
    belief = next(card for card in cards.all() if isinstance(card, MisconceptionCard))
    questions = _questions(cards, catalogue, "meaning:404", "code:502", "meaning:999-linkedin", scenario.id, belief.id)
    quiz = Quiz(questions, START)
    entry = catalogue.get("410")
    assert entry is not None
    assert not quiz.answer(EntryChoice(entry), START)
    assert quiz.answer("502 Bad Gateway", START)
    assert quiz.position == 2
    assert not quiz.answer(None, START)
    assert not quiz.answer(scenario.scenario.tempting[0].code[:3], START)
    assert not quiz.answer(TruthChoice(not belief.misconception.truth), START)
    assert quiz.is_over(START)
    assert not quiz.answer("404", START)
    result = quiz.result()
    assert result.score == Score(1, 5)
    assert result.by_class[StatusClass.CLIENT_ERROR].total >= 1
    assert list(result.by_class)[-1] is None
    assert sum(score.total for score in result.by_class.values()) == 5
    assert [answer.question.card.id for answer in result.wrong] == [
        question.card.id for question in questions if question.card.id != "code:502"
    ]


def test_what_was_not_reached_does_not_count(cards: Cards, catalogue: Catalogue) -> None:
    quiz = Quiz(make_questions(cards.all(), catalogue, 50, QuizMode.CHOICES, 1), START)
    for question in quiz.questions[:3]:
        quiz.answer(question.choices[0], START)
    result = quiz.result()
    assert result.score.total == 3
    assert len(result.wrong) == 3 - result.score.right
    assert sum(score.total for score in result.by_class.values()) == 3
    assert result.unreached == 47


def test_a_wrong_answer_is_explained(cards: Cards, catalogue: Catalogue) -> None:
    scenario = next(card for card in cards.all() if isinstance(card, ScenarioCard) and card.scenario.tempting)
    why, tempting = scenario.scenario.why, scenario.scenario.tempting[0]
    belief = next(card for card in cards.all() if isinstance(card, MisconceptionCard))
    card = cards.by_id["code:404"]
    gone, moved = catalogue.with_code(410)[0], catalogue.with_code(301)[0]
    difference = next(pair.difference for pair in catalogue.pairs_of("404") if "410" in pair.ids)
    for answer in ("410", "HTTP ４１０", EntryChoice(gone)):
        assert explain(card, answer, catalogue) == (Sentence(difference),)
    assert not any("301" in pair.ids for pair in catalogue.pairs_of("404"))
    for answer in ("301", EntryChoice(moved)):
        assert explain(card, answer, catalogue) == (OwnMeaning(moved),)
    assert explain(card, "298", catalogue) == (UnknownNumber(298),)
    for text in ("not found", "40", "4044"):
        assert explain(card, text, catalogue) == (NotOneNumber(several=False),)
    assert explain(card, "404 or 410", catalogue) == (NotOneNumber(several=True),)
    assert explain(card, None, catalogue) == ()
    assert explain(scenario, None, catalogue) == (Sentence(why),)
    assert Sentence(tempting.why_not, catalogue.get(tempting.code)) in explain(scenario, tempting.code, catalogue)
    wrong = TruthChoice(not belief.misconception.truth)
    assert explain(belief, wrong, catalogue) == (Sentence(belief.misconception.correction),)


def test_the_countdown(cards: Cards, catalogue: Catalogue) -> None:
    quiz = Quiz(_questions(cards, catalogue, "code:404", "code:410"), START, timedelta(minutes=1))
    assert quiz.time_left(START) == timedelta(minutes=1)
    assert quiz.answer("404", START + timedelta(seconds=59))
    late = START + timedelta(minutes=2)
    assert quiz.time_left(late) == timedelta()
    assert quiz.is_over(late)
    assert not quiz.answer("410", late)
    assert (quiz.result().score, quiz.result().unreached) == (Score(1, 1), 1)
    quiz.run_out()
    assert (quiz.result().score, quiz.result().unreached) == (Score(1, 2), 0)
    assert Quiz((), START).is_over(START)
    assert Quiz((), START).time_left(START) is None
    assert Quiz((), START).result().score == Score(0, 0)


def test_a_quiz_over_a_deck(study: Study, cards: Cards, catalogue: Catalogue, everything: Deck, clock: Clock) -> None:
    small = Deck(DeckKind.TAG, "", frozenset({"404", "410"}))
    questions = make_questions(small.cards(cards), catalogue, 50, QuizMode.CHOICES, 3)
    quiz = Quiz(questions, clock(), timedelta(minutes=5))
    ids = [question.card.id for question in quiz.questions]
    assert len(set(ids)) == len(ids) == min(50, len(ids))
    assert all(any(entry.id in small.entry_ids for entry in question.card.entries) for question in quiz.questions)
    quiz.answer(None, clock())
    clock.move(minutes=6)
    assert quiz.is_over(clock())
    assert len(make_questions(everything.cards(cards), catalogue, 50, QuizMode.TYPED, 3)) == 50
    wrong = quiz.result().wrong[0].question.card
    study.want(wrong.id)
    shown = study.start(everything).shown
    assert shown is not None
    assert shown.card is wrong
