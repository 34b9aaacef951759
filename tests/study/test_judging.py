"""Whether an answer is right, and what is said to a wrong code."""

import pytest

from statusref.domain.catalogue import Catalogue
from statusref.study.cards import Card, Cards, MisconceptionCard, ScenarioCard
from statusref.study.judging import Given, Judgement, judge, mistaken_for
from statusref.study.reasons import Sentence, about_given


def _card(cards: Cards, card_id: str) -> Card:
    card = cards.get(card_id)
    assert card is not None
    return card


@pytest.mark.parametrize(
    ("given", "judgement"),
    [
        (None, None),
        ("", None),
        ("  ", None),
        ("404", Judgement.RIGHT),
        ("HTTP ４０４", Judgement.RIGHT),
        ("410", Judgement.WRONG),
        ("40", Judgement.WRONG),
        ("404 or 410", Judgement.WRONG),
        ("not found", Judgement.NO_NUMBER),
    ],
)
def test_a_typed_answer(cards: Cards, given: Given, judgement: Judgement | None) -> None:
    assert judge(_card(cards, "code:404"), given) is judgement


def test_true_or_false(cards: Cards) -> None:
    for card in cards.all():
        if isinstance(card, MisconceptionCard):
            truth = card.misconception.truth
            assert judge(card, truth) is Judgement.RIGHT
            assert judge(card, not truth) is Judgement.WRONG
            assert judge(card, None) is None


def test_what_a_wrong_code_was_taken_for(cards: Cards, catalogue: Catalogue) -> None:
    wrong = mistaken_for(_card(cards, "code:401"), "403", catalogue)
    assert wrong is not None
    assert wrong.id == "403"
    without_pair = mistaken_for(_card(cards, "code:404"), "100", catalogue)
    assert without_pair is not None
    assert without_pair.id == "100"
    for given in (None, "", "404", "40", "not found", "299"):
        assert mistaken_for(_card(cards, "code:404"), given, catalogue) is None


def test_of_several_uses_it_is_the_one_that_is_mixed_up(cards: Cards, catalogue: Catalogue) -> None:
    wrong = mistaken_for(_card(cards, "code:509-cpanel"), "508", catalogue)
    assert wrong is not None
    assert wrong.id == "508-cpanel"


def test_a_tempting_code_has_its_own_sentence(cards: Cards, catalogue: Catalogue) -> None:
    for card in cards.all():
        if isinstance(card, ScenarioCard):
            for tempting in card.scenario.tempting:
                entry = catalogue.get(tempting.code)
                assert entry is not None
                told = about_given(card, entry.number, catalogue)
                assert Sentence(tempting.why_not, entry) in told
